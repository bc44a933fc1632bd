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

  /** The parameter for the largest distance from the close, in ATR. */
  static Parameter<Double> farthest(double usual) {
    return Parameter.decimal("stop-atr", usual, 1, 50);
  }

  /** The parameter for the distance of a target, in ATR. */
  static Parameter<Double> target(double usual) {
    return Parameter.decimal("target-atr", usual, 0.1, 200);
  }

  private static final int LOW = 0;
  private static final int HIGH = 1;
  private static final int ATR = 2;

  private final Handles handles = new Handles();
  private double beyond;
  private double farthest;

  /**
   * Asks for swings with five candles on either side.
   *
   * @param interval of the candles
   * @param most distance from the close, in ATR
   */
  void prepare(Preparation preparation, Interval interval, double most) {
    Feature swings = preparation.feature(interval, Features.of("swing-points(fractal,5)"));
    handles.set(
        swings.output("low"),
        swings.output("high"),
        preparation.feature(interval, Features.atr(14)));
    beyond = preparation.get(BEYOND);
    farthest = most;
  }

  /** Average true range, in quote. */
  double atr(BarContext bar) {
    return bar.value(handles.get(ATR));
  }

  /** The price of the stop; NaN where the range or the price leaves no room for one. */
  double price(BarContext bar, Direction direction) {
    int sign = direction.sign();
    double range = bar.value(handles.get(ATR));
    double room = sign * (bar.close() - bar.value(handles.get(sign > 0 ? LOW : HIGH)));
    double away = room > 0 ? Math.max(room + beyond * range, range) : farthest * range;
    double stop = bar.close() - sign * Math.min(away, farthest * range);
    return range > 0 && stop > 0 ? stop : Double.NaN;
  }

  /** A price a multiple of ATR away in the direction; NaN where that is no price. */
  double target(BarContext bar, Direction direction, double multiple) {
    double target = bar.close() + direction.sign() * multiple * bar.value(handles.get(ATR));
    return target > 0 ? target : Double.NaN;
  }
}
