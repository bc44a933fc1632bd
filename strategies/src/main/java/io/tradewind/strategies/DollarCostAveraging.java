package io.tradewind.strategies;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.feature.Features;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import java.util.List;

/**
 * Cost averaging. By {@code mode=safety} a first purchase while RSI is low, then limit orders at
 * falling steps with growing sizes: step {@code k} lies {@code step (1 + s + ... + s^(k-1))}
 * percent under the first price, {@code s} being {@code step-scale}, and is {@code size-scale^k} as
 * large as the first; all together spend {@code share} of equity. By {@code mode=regular} a
 * purchase of {@code share / orders} every so many hours, until {@code orders} are held. Either way
 * there is one target, a percentage over the average price, and one hard stop: under the last step,
 * or under the average. Long only.
 *
 * <p>The target of an entry is that of the average as it is when the entry fills; at each close it
 * is judged again. Sources: B. Graham (1949), "The Intelligent Investor", for regular purchases; G.
 * Constantinides (1979), Journal of Financial and Quantitative Analysis 14, for why they are not
 * optimal. Sizes that grow as the price falls are a martingale: many small gains, a rare large
 * loss.
 */
public final class DollarCostAveraging implements Strategy {
  private static final Parameter<String> MODE = Parameter.choice("mode", "safety", "regular");
  private static final Parameter<Integer> ORDERS = Parameter.integer("orders", 5, 1, 50);
  private static final Parameter<Double> SHARE = Parameter.decimal("share", 0.6, 0.01, 1);
  private static final Parameter<Double> STEP = Parameter.decimal("step-percent", 2, 0.1, 30);
  private static final Parameter<Double> STEP_SCALE = Parameter.decimal("step-scale", 1.3, 0.5, 3);
  private static final Parameter<Double> SIZE_SCALE = Parameter.decimal("size-scale", 1.4, 0.5, 3);
  private static final Parameter<Double> TARGET = Parameter.decimal("target-percent", 2, 0.1, 100);
  private static final Parameter<Double> STOP = Parameter.decimal("stop-percent", 8, 0.5, 90);
  private static final Parameter<Double> MAX_RSI = Parameter.decimal("max-rsi", 40, 1, 100);
  private static final Parameter<Integer> HOURS = Parameter.integer("every-hours", 24, 1, 2400);
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final double CONFIDENCE = 0.5;

  private final Handles handles = new Handles();
  private boolean regular;
  private int orders;
  private double share;
  private double target;
  private double stop;
  private double maxRsi;
  private long everyNs;

  /** Of each safety order: how far under the first price, and its share of equity. */
  private double[] depths = {};

  private double[] shares = {};

  /** By instrument: the close of the first purchase, 0 where none was asked for. */
  private double[] anchors = {};

  /** By instrument: 1 where the safety orders have been laid. */
  private int[] laid = {};

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(MODE, ORDERS, SHARE, STEP, STEP_SCALE, SIZE_SCALE, TARGET, STOP, MAX_RSI, HOURS);
  }

  @Override
  public void prepare(Preparation preparation) {
    regular = preparation.get(MODE).equals("regular");
    orders = preparation.get(ORDERS);
    share = preparation.get(SHARE) / preparation.instruments().size();
    target = preparation.get(TARGET) / 100;
    stop = preparation.get(STOP) / 100;
    maxRsi = preparation.get(MAX_RSI);
    everyNs = preparation.get(HOURS) * HOUR_NS;
    depths = depths(preparation.get(STEP) / 100, preparation.get(STEP_SCALE));
    shares = shares(preparation.get(SIZE_SCALE));
    double lowest = depths[orders - 1] + stop;
    Check.argument(
        regular || lowest < 1, "the stop must be above a price of 0, was %s under it", lowest);
    handles.set(preparation.feature(Features.rsi(14)));
    anchors = new double[preparation.instruments().size()];
    laid = new int[anchors.length];
  }

  private double[] depths(double step, double scale) {
    double[] all = new double[orders];
    double next = step;
    for (int order = 1; order < orders; order++) {
      all[order] = all[order - 1] + next;
      next *= scale;
    }
    return all;
  }

  private double[] shares(double scale) {
    double[] all = new double[orders];
    double sum = 0;
    for (int order = 0; order < orders; order++) {
      all[order] = order == 0 ? 1 : all[order - 1] * scale;
      sum += all[order];
    }
    for (int order = 0; order < orders; order++) {
      all[order] *= share / sum;
    }
    return all;
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    double average = bar.position().entryPrice();
    if (!bar.position().isFlat() && bar.close() >= average * (1 + target)) {
      signals.exit(
          "close " + Words.figure(bar.close()) + " at the target over " + Words.figure(average));
      laid[bar.instrumentIndex()] = 0;
    } else if (regular) {
      buyRegularly(bar, signals);
    } else {
      average(bar, signals);
    }
  }

  private void buyRegularly(BarContext bar, Signals signals) {
    long beforeNs = bar.timeNs() - bar.interval().durationNs();
    if (Math.floorDiv(bar.timeNs(), everyNs) == Math.floorDiv(beforeNs, everyNs)) {
      return;
    }
    double money = share / orders * bar.equity();
    double qty = bar.position().qty();
    if (money > 0 && qty * bar.close() + money <= share * bar.equity() * (1 + 0.5 / orders)) {
      double cost = (qty > 0 ? qty * bar.position().entryPrice() : 0) + money;
      double average = cost / (qty + money / bar.close());
      double limit = Math.min(average * (1 - stop), bar.close() * (1 - 0.5 * stop));
      String reason = "regular purchase, average then " + Words.figure(average);
      EntrySignal entry =
          signals
              .enterLong(reason)
              .size(new SignalSize.Share(share / orders))
              .stop(limit)
              .confidence(CONFIDENCE);
      double aim = average * (1 + target);
      if (aim > bar.close()) {
        entry.target(aim);
      }
      if (qty > 0) {
        entry.adds();
      }
    }
  }

  private void average(BarContext bar, Signals signals) {
    int index = bar.instrumentIndex();
    double rsi = bar.value(handles.get(0));
    if (!bar.position().isFlat()) {
      if (laid[index] == 0 && anchors[index] > 0) {
        laid[index] = 1;
        lay(bar, signals);
      }
    } else if (laid[index] == 1) {
      signals.exit("the position is closed: safety orders are taken back");
      laid[index] = 0;
    } else if (rsi <= maxRsi) {
      double close = bar.close();
      anchors[index] = close;
      signals
          .enterLong("first of " + orders + " purchases, RSI " + Words.tenth(rsi))
          .size(new SignalSize.Share(shares[0]))
          .stop(lowest(close))
          .target(close * (1 + target))
          .confidence(Confidence.of(Confidence.between(maxRsi - rsi, 0, 30)));
    }
  }

  private double lowest(double anchor) {
    return anchor * (1 - depths[orders - 1] - stop);
  }

  private void lay(BarContext bar, Signals signals) {
    double anchor = anchors[bar.instrumentIndex()];
    double money = shares[0];
    double coins = shares[0] / anchor;
    for (int order = 1; order < orders; order++) {
      double price = anchor * (1 - depths[order]);
      money += shares[order];
      coins += shares[order] / price;
      double average = money / coins;
      String reason =
          ("safety order " + order + " of " + (orders - 1))
              + (", average then " + Words.figure(average));
      signals
          .enterLong(reason)
          .adds()
          .limit(price)
          .size(new SignalSize.Share(shares[order]))
          .stop(lowest(anchor))
          .target(average * (1 + target))
          .confidence(CONFIDENCE);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("dollar-cost-averaging", 1).writeDoubles(anchors).writeInts(laid);
  }

  @Override
  public void load(StateReader in) {
    in.section("dollar-cost-averaging", 1);
    in.readDoubles(anchors);
    laid = in.readInts();
  }
}
