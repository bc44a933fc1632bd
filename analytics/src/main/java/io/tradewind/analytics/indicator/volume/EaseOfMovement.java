package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Ease of movement: the simple average, over {@code length} bars, of the move of the middle price
 * times {@code (high - low) / volume}; a bar without volume counts 0. Charts multiply it by a large
 * number, here it is as it is. Ready after {@code length + 1} bars. Source: R. W. Arms (1996),
 * "Trading Without Fear".
 */
public final class EaseOfMovement extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME,
              "ease-of-movement",
              "Ease of movement: how far the price goes for its volume")
          .source("R. W. Arms (1996), Trading Without Fear")
          .parameter(LENGTH)
          .output("ease-of-movement", Unit.UNSCALED)
          .makes(values -> new EaseOfMovement(values.get(LENGTH)));

  private final Sma moves;
  private double previousMiddle = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 14
   */
  public EaseOfMovement(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    moves = part(new Sma(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double middle = (high + low) / 2.0;
    double move = middle - previousMiddle;
    previousMiddle = middle;
    return publish(moves.update(volume == 0 ? 0.0 : move * ((high - low) / volume)));
  }

  @Override
  protected void resetOwn() {
    previousMiddle = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousMiddle);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousMiddle = in.readDouble();
  }
}
