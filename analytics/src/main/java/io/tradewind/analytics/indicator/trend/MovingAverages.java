package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;

/**
 * The moving averages of one series with one length, by name, for indicators that leave the choice
 * to their user. {@code kama}, {@code mama} and {@code t3} have the usual values of their other
 * parameters, {@code mama} has no length. A length of 1 smooths nothing, whatever the average, as
 * in TA-Lib.
 */
public final class MovingAverages {
  private static final String[] KINDS = {
    "sma", "ema", "wma", "dema", "tema", "trima", "kama", "mama", "t3", "hma", "rma", "zlema"
  };

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
    if (length == 1) {
      choice("average").parse(kind);
      return new Sma(1);
    }
    return switch (kind) {
      case "sma" -> new Sma(length);
      case "ema" -> new Ema(length);
      case "wma" -> new Wma(length);
      case "dema" -> new Dema(length);
      case "tema" -> new Tema(length);
      case "trima" -> new Trima(length);
      case "kama" -> new Kama(length, 2, 30);
      case "mama" -> new Mama(0.5, 0.05);
      case "t3" -> new T3(length, 0.7);
      case "hma" -> new Hma(length);
      case "rma" -> new Rma(length);
      case "zlema" -> new Zlema(length);
      default -> throw new IllegalArgumentException("there is no moving average '" + kind + "'");
    };
  }
}
