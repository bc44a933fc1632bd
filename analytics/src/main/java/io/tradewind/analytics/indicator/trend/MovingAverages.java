package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;

/**
 * The moving averages of one series with one length, by name, for indicators that leave the choice
 * to their user. A length of 1 smooths nothing, whatever the average.
 */
public final class MovingAverages {
  private static final String[] KINDS = {"sma", "ema", "wma", "rma"};

  private MovingAverages() {}

  /** A parameter that names one of them, the simple one by default. */
  public static ChoiceParameter choice(String name) {
    return Parameter.choice(name, KINDS);
  }

  /**
   * Makes one.
   *
   * @param kind its name in the catalogue
   * @param length at least 1
   * @throws IllegalArgumentException if there is none of that name
   */
  public static SeriesIndicator of(String kind, int length) {
    return switch (kind) {
      case "sma" -> new Sma(length);
      case "ema" -> new Ema(length);
      case "wma" -> new Wma(length);
      case "rma" -> new Rma(length);
      default -> throw new IllegalArgumentException("there is no moving average '" + kind + "'");
    };
  }
}
