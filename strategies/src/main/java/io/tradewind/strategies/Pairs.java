package io.tradewind.strategies;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.cointegration.EngleGranger;
import io.tradewind.analytics.cointegration.RollingHedge;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.Direction;
import java.util.List;

/**
 * Pairs, or statistical arbitrage: two perpetuals whose logarithms move together. When the spread
 * {@code ln(first) - ratio ln(second) - intercept} of the last {@code length} candles goes beyond
 * some deviations and the test of Engle and Granger says that they belong together, the dear one is
 * sold and the cheap one bought, {@code ratio} of money in the second for one in the first. Out
 * when the spread is back at 0, when it has gone on to the stop, or when the test no longer says
 * so. The ratio is that of the window as it moves on.
 *
 * <p>The stop of the thought is the spread's, judged at closes. Each leg has a far stop of its own
 * besides, for what one candle may do; if one leg is gone, the other is closed. Sources: R. F.
 * Engle and C. W. J. Granger (1987), Econometrica 55; E. Gatev, W. Goetzmann and K. Rouwenhorst
 * (2006), "Pairs Trading", Review of Financial Studies 19; G. Vidyamurthy (2004), "Pairs Trading",
 * for logarithms.
 */
public final class Pairs implements Strategy {
  private static final Parameter<Integer> LENGTH = Parameter.integer("length", 240, 30, 5000);
  private static final Parameter<Double> ENTER = Parameter.decimal("enter-z", 2, 0.5, 6);
  private static final Parameter<Double> STOP = Parameter.decimal("stop-z", 4, 1, 20);
  private static final Parameter<Double> LEVEL = Parameter.decimal("level", 0.05, 0.001, 0.5);
  private static final Parameter<Double> LEAVE = Parameter.decimal("leave-level", 0.3, 0.001, 1);
  private static final Parameter<Double> MOST_RATIO = Parameter.decimal("max-ratio", 5, 1, 100);
  private static final Parameter<Double> LEG_STOP =
      Parameter.decimal("leg-stop-percent", 25, 1, 90);
  private static final Parameter<Double> SHARE = Parameter.decimal("share", 0.9, 0.01, 2);

  private double enterZ;
  private double stopZ;
  private double level;
  private double leaveLevel;
  private double mostRatio;
  private double legStop;
  private double share;
  private int length;
  private RollingHedge hedge = new RollingHedge(30);
  private long firstTimeNs;
  private double firstClose = Double.NaN;
  private double previousZ = Double.NaN;

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(LENGTH, ENTER, STOP, LEVEL, LEAVE, MOST_RATIO, LEG_STOP, SHARE);
  }

  @Override
  public void prepare(Preparation preparation) {
    List<InstrumentId> instruments = preparation.instruments();
    Check.argument(
        instruments.size() == 2, "pairs trades two symbols, the run has %s", instruments.size());
    for (InstrumentId id : instruments) {
      Check.argument(
          id.market() == Market.PERP,
          "pairs sells one of two short, which spot cannot: use perpetuals such as %s/%s:%s",
          id.base(),
          id.quote(),
          id.quote());
    }
    length = preparation.get(LENGTH);
    enterZ = preparation.get(ENTER);
    stopZ = preparation.get(STOP);
    Check.argument(enterZ < stopZ, "enter-z must be < stop-z = %s, was %s", stopZ, enterZ);
    level = preparation.get(LEVEL);
    leaveLevel = preparation.get(LEAVE);
    Check.argument(level <= leaveLevel, "level must be <= leave-level, was %s", level);
    mostRatio = preparation.get(MOST_RATIO);
    legStop = preparation.get(LEG_STOP) / 100;
    share = preparation.get(SHARE);
    hedge = new RollingHedge(length);
  }

  /** The first symbol's candle comes before the second's, which ends the instant. */
  @Override
  public void onBar(BarContext bar, Signals signals) {
    if (bar.instrumentIndex() == 0) {
      firstTimeNs = bar.timeNs();
      firstClose = bar.close();
    } else if (firstTimeNs == bar.timeNs() && firstClose > 0 && bar.close() > 0) {
      hedge.add(StrictMath.log(firstClose), StrictMath.log(bar.close()));
      double z = hedge.zScore();
      judge(bar, signals, z);
      previousZ = z;
    }
  }

  private void judge(BarContext bar, Signals signals, double z) {
    boolean first = !bar.position(0).isFlat();
    boolean second = !bar.position(1).isFlat();
    if (first != second) {
      signals.on(first ? 0 : 1).exit("the other leg is closed");
    } else if (first) {
      leave(bar, signals, z);
    } else if (Math.abs(z) >= enterZ && Math.abs(z) < stopZ && Math.abs(previousZ) < enterZ) {
      enter(bar, signals, z);
    }
  }

  private void enter(BarContext bar, Signals signals, double z) {
    EngleGranger test = hedge.test();
    double ratio = hedge.ratio();
    if (!test.isCointegrated(level) || !(ratio <= mostRatio) || !(ratio >= 1 / mostRatio)) {
      return;
    }
    Direction first = z < 0 ? Direction.LONG : Direction.SHORT;
    String reason = words(z, test) + ", hedge ratio " + Words.hundredth(ratio);
    double confidence =
        Confidence.of(
            Confidence.between(-test.probability(), -level, 0),
            Confidence.between(Math.abs(z), enterZ, stopZ),
            Confidence.between(-test.halfLife(), -length / 4.0, 0));
    double money = share * bar.equity() / (1 + ratio);
    leg(signals.on(0), first, reason, firstClose, money, confidence);
    leg(signals.on(1), opposite(first), reason, bar.close(), money * ratio, confidence);
  }

  private void leg(
      Signals signals,
      Direction direction,
      String reason,
      double close,
      double money,
      double confidence) {
    if (money > 0) {
      Entries.open(signals, direction, reason)
          .size(new SignalSize.Qty(money / close))
          .stop(close * (1 - direction.sign() * legStop))
          .confidence(confidence);
    }
  }

  private static Direction opposite(Direction direction) {
    return direction == Direction.LONG ? Direction.SHORT : Direction.LONG;
  }

  private void leave(BarContext bar, Signals signals, double z) {
    double gone = bar.position(0).isLong() ? -z : z;
    EngleGranger test = hedge.test();
    if (gone <= 0) {
      exit(signals, "spread is back at 0: " + words(z, test));
    } else if (gone >= stopZ) {
      exit(signals, "spread went on to its stop: " + words(z, test));
    } else if (!test.isCointegrated(leaveLevel)) {
      exit(signals, "they belong together no more: " + words(z, test));
    }
  }

  private static void exit(Signals signals, String reason) {
    signals.on(0).exit(reason);
    signals.on(1).exit(reason);
  }

  private static String words(double z, EngleGranger test) {
    return "z-score "
        + (Double.isNaN(z) ? "unknown" : Words.tenth(z))
        + ", probability "
        + (Double.isNaN(test.probability()) ? "unknown" : Words.hundredth(test.probability()))
        + ", half-life "
        + (Double.isFinite(test.halfLife()) ? Words.tenth(test.halfLife()) : "endless");
  }

  @Override
  public void save(StateWriter out) {
    out.section("pairs", 1).writeLong(firstTimeNs).writeDouble(firstClose).writeDouble(previousZ);
    hedge.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("pairs", 1);
    firstTimeNs = in.readLong();
    firstClose = in.readDouble();
    previousZ = in.readDouble();
    hedge.load(in);
  }
}
