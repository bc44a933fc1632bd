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
 * Trend following: in when MACD crosses its signal line while ADX shows a trend and the directional
 * line of that side leads; out when MACD crosses back. Long, and short on perpetuals. Stop beyond
 * the last swing, target a multiple of ATR away. Sources: G. Appel (1979), "The Moving Average
 * Convergence-Divergence Method"; J. W. Wilder (1978), "New Concepts in Technical Trading Systems".
 */
public final class MacdAdx implements Strategy {
  private static final Parameter<Integer> FAST = Parameter.integer("fast", 12, 2, 200);
  private static final Parameter<Integer> SLOW = Parameter.integer("slow", 26, 3, 500);
  private static final Parameter<Integer> SIGNAL = Parameter.integer("signal", 9, 2, 100);
  private static final Parameter<Double> MIN_ADX = Parameter.decimal("min-adx", 25, 0, 100);
  private static final Parameter<Double> STOP_ATR = SwingStop.farthest(2.5);
  private static final Parameter<Double> TARGET_ATR = SwingStop.target(8);

  private final Handles handles = new Handles();
  private double minAdx;
  private double targetAtr;
  private String directions = "";
  private final SwingStop stops = new SwingStop();

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(
        FAST, SLOW, SIGNAL, MIN_ADX, STOP_ATR, SwingStop.BEYOND, TARGET_ATR, Entries.DIRECTION);
  }

  @Override
  public void prepare(Preparation preparation) {
    int fast = preparation.get(FAST);
    int slow = preparation.get(SLOW);
    Check.argument(fast < slow, "fast must be < slow = %s, was %s", slow, fast);
    handles.set(
        preparation.feature(Features.macd(fast, slow, preparation.get(SIGNAL))),
        preparation.feature(Features.adx(14)));
    stops.prepare(preparation, preparation.interval(), preparation.get(STOP_ATR));
    minAdx = preparation.get(MIN_ADX);
    targetAtr = preparation.get(TARGET_ATR);
    directions = preparation.get(Entries.DIRECTION);
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    Feature macd = handles.get(0);
    Feature line = macd.output(1);
    double adx = bar.value(handles.get(1));
    if (bar.position().isFlat()) {
      if (adx >= minAdx && bar.crossedAbove(macd, line)) {
        enter(bar, signals, Direction.LONG);
      } else if (adx >= minAdx && bar.crossedBelow(macd, line)) {
        enter(bar, signals, Direction.SHORT);
      }
    } else if (bar.position().isLong() && bar.crossedBelow(macd, line)) {
      signals.exit("MACD crossed below its signal line, ADX " + Words.tenth(adx));
    } else if (bar.position().isShort() && bar.crossedAbove(macd, line)) {
      signals.exit("MACD crossed above its signal line, ADX " + Words.tenth(adx));
    }
  }

  private void enter(BarContext bar, Signals signals, Direction direction) {
    Feature adx = handles.get(1);
    double lead = direction.sign() * (bar.value(adx.output(1)) - bar.value(adx.output(2)));
    double stop = stops.price(bar, direction);
    double target = stops.target(bar, direction, targetAtr);
    if (lead > 0 && stop > 0 && target > 0 && Entries.allows(directions, bar, direction)) {
      String side = direction == Direction.LONG ? "above" : "below";
      String reason =
          "MACD crossed " + side + " its signal line, ADX " + Words.tenth(bar.value(adx));
      Entries.open(signals, direction, reason)
          .stop(stop)
          .target(target)
          .confidence(Math.min(1, 0.5 + bar.value(adx) / 100));
    }
  }
}
