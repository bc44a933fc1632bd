package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Directional movement index, 0 to 100, with its two directional indicators, of which {@link Adx}
 * is the smoothed form and says the formulas. Outputs: 0 dx, 1 plus-di, 2 minus-di. Ready after
 * {@code length + 1} bars. Source: J. W. Wilder (1978), "New Concepts in Technical Trading
 * Systems", section IV. As TA-Lib's DX, PLUS_DI and MINUS_DI. Where it is undefined (no range, no
 * movement) dx stays as it was, 0 at first; a directional indicator without range is 0. TA-Lib also
 * takes a length of 1 for the indicators, with which nothing is smoothed and nothing is in percent;
 * here that is refused.
 */
public final class DirectionalIndex extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.TREND, "dx", "Directional movement index with its two indicators, 0 to 100")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems, section IV")
          .taLib("DX", "PLUS_DI", "MINUS_DI")
          .parameter(LENGTH)
          .output("dx", Unit.PERCENT)
          .output("plus-di", Unit.PERCENT)
          .output("minus-di", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values -> new DirectionalIndex(values.get(LENGTH)));

  private final DirectionalMovement movement;
  private double index;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public DirectionalIndex(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    movement = part(new DirectionalMovement(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    movement.update(high, low, close);
    if (movement.isReady() && movement.hasIndex()) {
      index = movement.index();
    }
    return publish(index, movement.plusIndicator(), movement.minusIndicator());
  }

  @Override
  protected void resetOwn() {
    index = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(index);
  }

  @Override
  protected void loadOwn(StateReader in) {
    index = in.readDouble();
  }
}
