package io.tradewind.strategies;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.Direction;
import java.util.List;

/**
 * Order-flow imbalance: goes with volume that has become unusually one-sided. In when the z-score
 * of the imbalance rises through its threshold with a candle of the same colour, out when the
 * imbalance is back at its usual. Long, and short on perpetuals. Stop beyond the last swing, target
 * a multiple of ATR away.
 *
 * <p>The flow is guessed from candles as far as they tell, see {@link FlowImbalance}: they do not
 * say which side was the taker. Source of the idea: R. Cont, A. Kukanov and S. Stoikov (2014), "The
 * Price Impact of Order Book Events", Journal of Financial Econometrics 12, who see the book.
 */
public final class OrderFlow implements Strategy {
  private static final Parameter<String> SIGN = Parameter.choice("sign", "close", "tick");
  private static final Parameter<Integer> LENGTH = Parameter.integer("length", 24, 2, 500);
  private static final Parameter<Integer> WINDOW = Parameter.integer("window", 240, 20, 5000);
  private static final Parameter<Double> ENTER = Parameter.decimal("enter-z", 2, 0.5, 6);
  private static final Parameter<Double> STOP_ATR = SwingStop.farthest(2.5);
  private static final Parameter<Double> TARGET_ATR = SwingStop.target(6);

  private final Handles handles = new Handles();
  private double enterZ;
  private double targetAtr;
  private String directions = "";
  private final SwingStop stops = new SwingStop();

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(
        SIGN, LENGTH, WINDOW, ENTER, STOP_ATR, SwingStop.BEYOND, TARGET_ATR, Entries.DIRECTION);
  }

  @Override
  public void prepare(Preparation preparation) {
    int length = preparation.get(LENGTH);
    int window = preparation.get(WINDOW);
    boolean ticks = preparation.get(SIGN).equals("tick");
    String id = "flow-imbalance(" + length + "," + window + "," + preparation.get(SIGN) + ")";
    handles.set(
        preparation.feature(FeatureSpec.of(id, () -> new FlowImbalance(length, window, ticks))));
    stops.prepare(preparation, preparation.interval(), preparation.get(STOP_ATR));
    enterZ = preparation.get(ENTER);
    targetAtr = preparation.get(TARGET_ATR);
    directions = preparation.get(Entries.DIRECTION);
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    double z = bar.value(handles.get(0));
    if (bar.position().isFlat()) {
      enter(bar, signals, z > 0 ? Direction.LONG : Direction.SHORT);
    } else if (Entries.held(bar).sign() * z < 0) {
      signals.exit("flow is back at its usual, z-score " + Words.tenth(z));
    }
  }

  private void enter(BarContext bar, Signals signals, Direction direction) {
    int sign = direction.sign();
    Feature flow = handles.get(0);
    double z = bar.value(flow);
    double stop = stops.price(bar, direction);
    double target = stops.target(bar, direction, targetAtr);
    if (sign * z >= enterZ
        && sign * bar.previous(flow) < enterZ
        && sign * (bar.close() - bar.open()) > 0
        && stop > 0
        && target > 0
        && Entries.allows(directions, bar, direction)) {
      double imbalance = bar.value(flow.output(1));
      String reason =
          "flow imbalance " + Words.hundredth(imbalance) + ", z-score " + Words.tenth(z);
      Entries.open(signals, direction, reason)
          .stop(stop)
          .target(target)
          .confidence(
              Confidence.of(
                  Confidence.between(sign * z, enterZ, enterZ + 2),
                  Confidence.between(sign * imbalance, 0, 0.5)));
    }
  }
}
