package io.tradewind.strategies;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.Direction;
import java.util.List;

/**
 * Ichimoku trend: in when five things agree that did not at the candle before: the close is beyond
 * the cloud, the turning line beyond the base line, the cloud ahead points that way, the lagging
 * line is beyond the prices it lies over; out when the close falls back through the base line.
 * Long, and short on perpetuals. Stop beyond the last swing, target a multiple of ATR away. Source:
 * G. Hosoda (1969), "Ichimoku Kinko Hyo"; in English N. Elliott (2007), "Ichimoku Charts".
 */
public final class IchimokuTrend implements Strategy {
  private static final Parameter<Integer> TENKAN = Parameter.integer("tenkan", 9, 2, 200);
  private static final Parameter<Integer> KIJUN = Parameter.integer("kijun", 26, 3, 500);
  private static final Parameter<Integer> SENKOU = Parameter.integer("senkou", 52, 4, 1000);
  private static final Parameter<Double> STOP_ATR = SwingStop.farthest(3);
  private static final Parameter<Double> TARGET_ATR = SwingStop.target(9);

  private static final int SPAN_A = 2;
  private static final int SPAN_B = 3;
  private static final int AHEAD_A = 4;
  private static final int AHEAD_B = 5;
  private static final int CHIKOU = 6;

  private final Handles handles = new Handles();
  private double targetAtr;
  private String directions = "";
  private final SwingStop stops = new SwingStop();

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(
        TENKAN, KIJUN, SENKOU, STOP_ATR, SwingStop.BEYOND, TARGET_ATR, Entries.DIRECTION);
  }

  @Override
  public void prepare(Preparation preparation) {
    int tenkan = preparation.get(TENKAN);
    int kijun = preparation.get(KIJUN);
    int senkou = preparation.get(SENKOU);
    Check.argument(tenkan < kijun, "tenkan must be < kijun = %s, was %s", kijun, tenkan);
    Check.argument(kijun < senkou, "kijun must be < senkou = %s, was %s", senkou, kijun);
    String arguments = "(" + tenkan + "," + kijun + "," + senkou + "," + kijun + ")";
    handles.set(
        preparation.feature(Features.of("ichimoku" + arguments)),
        preparation.feature(Features.max(1)));
    stops.prepare(preparation, preparation.interval(), preparation.get(STOP_ATR));
    targetAtr = preparation.get(TARGET_ATR);
    directions = preparation.get(Entries.DIRECTION);
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    if (!bar.position().isFlat()) {
      leave(bar, signals, Entries.held(bar));
    } else if (begins(bar, Direction.LONG)) {
      enter(bar, signals, Direction.LONG);
    } else if (begins(bar, Direction.SHORT)) {
      enter(bar, signals, Direction.SHORT);
    }
  }

  private boolean begins(BarContext bar, Direction direction) {
    return agrees(bar, direction, true) && !agrees(bar, direction, false);
  }

  private boolean agrees(BarContext bar, Direction direction, boolean now) {
    int sign = direction.sign();
    double close = now ? bar.close() : bar.previous(handles.get(1));
    return sign * (close - line(bar, SPAN_A, now)) > 0
        && sign * (close - line(bar, SPAN_B, now)) > 0
        && sign * (line(bar, 0, now) - line(bar, 1, now)) > 0
        && sign * (line(bar, AHEAD_A, now) - line(bar, AHEAD_B, now)) > 0
        && sign * line(bar, CHIKOU, now) > 0;
  }

  private double line(BarContext bar, int output, boolean now) {
    Feature line = handles.get(0).output(output);
    return now ? bar.value(line) : bar.previous(line);
  }

  private void enter(BarContext bar, Signals signals, Direction direction) {
    double stop = stops.price(bar, direction);
    double target = stops.target(bar, direction, targetAtr);
    if (!(stop > 0) || !(target > 0) || !Entries.allows(directions, bar, direction)) {
      return;
    }
    boolean up = direction == Direction.LONG;
    double spanA = line(bar, SPAN_A, true);
    double spanB = line(bar, SPAN_B, true);
    double edge = up ? Math.max(spanA, spanB) : Math.min(spanA, spanB);
    String reason =
        (up ? "close above the cloud " : "close below the cloud ")
            + Words.figure(edge)
            + (", turning line " + Words.figure(line(bar, 0, true)))
            + (up ? " above" : " below")
            + (" base line " + Words.figure(line(bar, 1, true)))
            + (up ? ", cloud ahead rising" : ", cloud ahead falling");
    double atr = stops.atr(bar);
    double thickness = Math.abs(line(bar, AHEAD_A, true) - line(bar, AHEAD_B, true)) / atr;
    double gap = Math.abs(line(bar, 0, true) - line(bar, 1, true)) / atr;
    double beyond = Math.abs(bar.close() - edge) / atr;
    Entries.open(signals, direction, reason)
        .stop(stop)
        .target(target)
        .confidence(
            Confidence.of(
                Confidence.between(beyond, 0, 2),
                Confidence.between(gap, 0, 2),
                Confidence.between(thickness, 0, 2)));
  }

  private void leave(BarContext bar, Signals signals, Direction direction) {
    double base = line(bar, 1, true);
    if (direction.sign() * (bar.close() - base) < 0) {
      signals.exit("close back through the base line " + Words.figure(base));
    }
  }
}
