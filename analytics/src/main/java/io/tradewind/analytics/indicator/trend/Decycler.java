package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Trigonometry;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Ehlers' decycler: the price without the cycles shorter than {@code length}, which a high-pass
 * filter of one pole would let through: {@code y = a / 2 (x + x') + (1 - a) y'} with {@code a =
 * (cos(w) + sin(w) - 1) / cos(w)}, {@code w = 2 pi / length}. The first output is the input. Ready
 * after {@code length} values. Source: J. F. Ehlers (2015), "Decyclers", Stocks and Commodities 33.
 */
public final class Decycler extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 60, 5, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "decycler", "Ehlers' decycler")
          .source("J. F. Ehlers (2015), Decyclers, TASC 33")
          .parameter(LENGTH)
          .output("decycler", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Decycler(values.get(LENGTH)));

  private final double factor;
  private double input;
  private double decycler;

  /**
   * With a critical period.
   *
   * @param length at least 5
   */
  public Decycler(int length) {
    super(DEFINITION, LENGTH.check(length));
    double angle = 2.0 * Math.PI / length;
    double cosine = Trigonometry.cos(angle);
    factor = (cosine + Trigonometry.sin(angle) - 1.0) / cosine;
  }

  @Override
  public double update(double value) {
    double before = seen() == 0 ? value : input;
    double last = seen() == 0 ? value : decycler;
    decycler = factor / 2.0 * (value + before) + (1.0 - factor) * last;
    input = value;
    return publish(decycler);
  }

  @Override
  protected void resetOwn() {
    input = 0;
    decycler = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(input).writeDouble(decycler);
  }

  @Override
  protected void loadOwn(StateReader in) {
    input = in.readDouble();
    decycler = in.readDouble();
  }
}
