package io.tradewind.strategies;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.strategy.TradeContext;
import io.tradewind.core.trade.Direction;
import java.util.Arrays;
import java.util.List;

/**
 * Order-flow imbalance: goes with volume that has become unusually one-sided. In when the z-score
 * of the imbalance rises through its threshold with a candle of the same colour, out when the
 * imbalance is back at its usual. Long, and short on perpetuals. Stop beyond the last swing, target
 * a multiple of ATR away.
 *
 * <p>Where the run has trades, the flow is what their aggressors bought and sold; the first of them
 * begins it anew, and until its windows are full nothing is said. In a run on candles it is guessed
 * from them as far as they tell, see {@link FlowImbalance}: they do not say which side was the
 * taker. Source of the idea: R. Cont, A. Kukanov and S. Stoikov (2014), "The Price Impact of Order
 * Book Events", Journal of Financial Econometrics 12, who see the book.
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
  private TradedFlow[] traded = {};

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
    preparation.trades();
    traded = new TradedFlow[preparation.instruments().size()];
    Arrays.setAll(traded, i -> new TradedFlow(length, window));
    stops.prepare(preparation, preparation.interval(), preparation.get(STOP_ATR));
    enterZ = preparation.get(ENTER);
    targetAtr = preparation.get(TARGET_ATR);
    directions = preparation.get(Entries.DIRECTION);
  }

  @Override
  public void onTrade(TradeContext trade, Signals signals) {
    traded[trade.instrumentIndex()].add(trade.buyerIsAggressor(), trade.qty());
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    Feature guess = handles.get(0);
    TradedFlow flow = traded[bar.instrumentIndex()];
    if (flow.isTold()) {
      flow.close();
      if (flow.isReady()) {
        act(bar, signals, flow.before(), flow.z(), flow.imbalance());
      }
    } else {
      act(bar, signals, bar.previous(guess), bar.value(guess), bar.value(guess.output(1)));
    }
  }

  private void act(BarContext bar, Signals signals, double before, double z, double imbalance) {
    if (bar.position().isFlat()) {
      Direction direction = z > 0 ? Direction.LONG : Direction.SHORT;
      int sign = direction.sign();
      if (sign * z >= enterZ
          && sign * before < enterZ
          && sign * (bar.close() - bar.open()) > 0
          && Entries.allows(directions, bar, direction)) {
        enter(bar, signals, direction, z, imbalance);
      }
    } else if (Entries.held(bar).sign() * z < 0) {
      signals.exit("flow is back at its usual, z-score " + Words.tenth(z));
    }
  }

  private void enter(
      BarContext bar, Signals signals, Direction direction, double z, double imbalance) {
    int sign = direction.sign();
    double stop = stops.price(bar, direction);
    double target = stops.target(bar, direction, targetAtr);
    if (stop > 0 && target > 0) {
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

  @Override
  public void save(StateWriter out) {
    for (TradedFlow flow : traded) {
      flow.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    for (TradedFlow flow : traded) {
      flow.load(in);
    }
  }
}
