package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.ExponentialMean;

/**
 * Average directional movement index, 0 to 100, with its two directional indicators. Outputs: 0
 * adx, 1 plus-di, 2 minus-di.
 *
 * <p>A bar's movement up is {@code high - high'}, down {@code low' - low}; the larger counts if it
 * is above 0, the other is 0. Both and the true range are smoothed as {@code sum = sum - sum /
 * length + x}, begun with the plain sum of the first {@code length - 1}. Then {@code di = 100
 * movement / range}, {@code dx = 100 |plusDi - minusDi| / (plusDi + minusDi)}, and adx is Wilder's
 * mean of dx. Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems", section IV,
 * without his rounding to integers.
 *
 * <p>Ready, all three together, after {@code 2 length} bars. As TA-Lib's ADX. Where dx is undefined
 * (no range, no movement) the adx stays as it was, and before the first adx counts as 0; a
 * directional indicator without range is 0.
 */
public final class Adx extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "adx", "Average directional movement index, 0 to 100")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems, section IV")
          .taLib("ADX")
          .parameter(LENGTH)
          .output("adx", Unit.PERCENT)
          .output("plus-di", Unit.PERCENT)
          .output("minus-di", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values -> new Adx(values.get(LENGTH)));

  private final DirectionalMovement movement;
  private final ExponentialMean adx;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public Adx(int length) {
    super(DEFINITION, 2 * LENGTH.check(length));
    movement = part(new DirectionalMovement(length));
    adx = part(ExponentialMean.wilder(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    movement.update(high, low, close);
    if (movement.isReady()) {
      if (movement.hasIndex()) {
        adx.update(movement.index());
      } else if (!adx.isReady()) {
        adx.update(0.0);
      }
    }
    return publish(adx.value(), movement.plusIndicator(), movement.minusIndicator());
  }

  @Override
  protected void fill(
      double[] open,
      double[] high,
      double[] low,
      double[] close,
      double[] volume,
      int from,
      double[][] outputs) {
    double[] main = outputs[0];
    double[] plus = outputs[1];
    double[] minus = outputs[2];
    DirectionalMovement moves = movement.copy();
    ExponentialMean mean = adx.copy();
    for (int i = from; i < main.length; i++) {
      moves.follow(high[i], low[i], close[i]);
      main[i] = moves.hasIndex() ? mean.follow(moves.index()) : mean.value();
      plus[i] = moves.plusIndicator();
      minus[i] = moves.minusIndicator();
    }
    movement.become(moves);
    adx.become(mean);
  }
}
