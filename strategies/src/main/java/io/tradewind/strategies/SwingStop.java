package io.tradewind.strategies;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.Direction;

/**
 * A stop a quarter of the average true range beyond the last swing point, not at it, where
 * everybody's is. Where there is none on that side of the close, or it lies farther away than a
 * multiple of ATR, that multiple is the distance; nearer than one ATR it never is.
 */
final class SwingStop {
  /** How far beyond the swing point, in ATR. */
  static final Parameter<Double> BEYOND = Parameter.decimal("beyond-atr", 0.25, 0, 5);

  private final Feature low;
  private final Feature high;
  private final Feature atr;
  private final double beyond;
  private final double farthest;

  /**
   * Of swings with five candles on either side.
   *
   * @param interval of the candles
   * @param farthest distance from the close, in ATR
   */
  SwingStop(Preparation preparation, Interval interval, double farthest) {
    Feature swings = preparation.feature(interval, Features.of("swing-points(fractal,5)"));
    this.low = swings.output("low");
    this.high = swings.output("high");
    this.atr = preparation.feature(interval, Features.atr(14));
    this.beyond = preparation.get(BEYOND);
    this.farthest = farthest;
  }

  /** Average true range, in quote. */
  double atr(BarContext bar) {
    return bar.value(atr);
  }

  /** The price of the stop; NaN where the range or the price leaves no room for one. */
  double price(BarContext bar, Direction direction) {
    int sign = direction.sign();
    double range = bar.value(atr);
    double room = sign * (bar.close() - bar.value(sign > 0 ? low : high));
    double away = room > 0 ? Math.max(room + beyond * range, range) : farthest * range;
    double stop = bar.close() - sign * Math.min(away, farthest * range);
    return range > 0 && stop > 0 ? stop : Double.NaN;
  }

  /** A price a multiple of ATR away in the direction; NaN where that is no price. */
  double target(BarContext bar, Direction direction, double multiple) {
    double target = bar.close() + direction.sign() * multiple * bar.value(atr);
    return target > 0 ? target : Double.NaN;
  }
}
