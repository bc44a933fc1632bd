package io.tradewind.research.bias;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.TimedBarIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.feature.Features;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/** Strategies and indicators that do what they should not, and honest ones beside them. */
final class Planted {
  private Planted() {}

  /** Long while a feature is above a price made of the close. */
  static final class Above implements Strategy {
    private final FeatureSpec spec;
    private final DoubleUnaryOperator bound;
    private Feature feature = new Feature(0, List.of("value"), "");

    Above(FeatureSpec spec, DoubleUnaryOperator bound) {
      this.spec = spec;
      this.bound = bound;
    }

    @Override
    public void prepare(Preparation preparation) {
      feature = preparation.feature(spec);
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {
      boolean above = bar.value(feature) > bound.applyAsDouble(bar.close());
      if (above && bar.position().isFlat()) {
        signals.enterLong("above").stop(bar.close() * 0.9);
      } else if (!above && bar.position().isLong()) {
        signals.exit("below");
      }
    }
  }

  /** Honest: long while the close is under its average. */
  static Strategy honest() {
    return new Above(Features.sma(20), close -> close);
  }

  /** Honest, of an indicator that remembers all it has seen, ever less of it. */
  static Strategy recursive() {
    return new Above(Features.ema(20), close -> close);
  }

  /** Goes by an indicator of its own. */
  static Strategy by(String id, Supplier<SeriesIndicator> indicator) {
    return new Above(FeatureSpec.of(id, indicator::get), close -> close);
  }

  /** What an indicator is but for its value. */
  abstract static class Simple extends SeriesIndicator {
    private int updates;

    Simple(int warmup) {
      super(planted(), warmup);
    }

    Simple() {
      this(1);
    }

    private static Definition planted() {
      return Definition.of(Family.TREND, "planted", "What a test plants")
          .source("a test")
          .output("planted", Unit.PRICE)
          .makes(values -> new Total());
    }

    abstract double next(double value, int update);

    @Override
    public double update(double value) {
      return publish(next(value, updates++));
    }

    @Override
    protected void resetOwn() {
      updates = 0;
    }
  }

  /** Knows the next value of an array that it was given. */
  static final class NextOf extends Simple {
    private final double[] all;

    NextOf(double[] all) {
      this.all = all;
    }

    @Override
    double next(double value, int update) {
      return all[Math.min(update + 1, all.length - 1)];
    }
  }

  /** Like {@link NextOf}, but gives way to the past where its array ends soon. */
  static final class NextButAtTheEnd extends Simple {
    private final double[] all;

    NextButAtTheEnd(double[] all) {
      this.all = all;
    }

    @Override
    double next(double value, int update) {
      return update + 50 < all.length ? all[update + 1] : all[update];
    }
  }

  /** How the next of an array stands to the value of now. */
  static final class NextOverNow extends Simple {
    private final double[] all;

    NextOverNow(double[] all) {
      this.all = all;
    }

    @Override
    double next(double value, int update) {
      return value + (all[Math.min(update + 1, all.length - 1)] > value ? 1 : -1);
    }
  }

  /** So much of the value as an array says, by number, and all of it after its end. */
  static final class Share extends Simple {
    private final double[] all;

    Share(double[] all) {
      this.all = all;
    }

    @Override
    double next(double value, int update) {
      return value * (update < all.length ? all[update] : 1);
    }
  }

  /** A recursive average from nothing that says at once that it is ready. */
  static final class Decays extends Simple {
    private final double keeps;
    private double mean;

    Decays(double keeps) {
      this.keeps = keeps;
    }

    @Override
    double next(double value, int update) {
      mean = keeps * mean + (1 - keeps) * value;
      return mean;
    }
  }

  /** Counts, and asks for a feature that it does not look at. */
  static Strategy countsBesides(SeriesIndicator indicator) {
    Strategy counts = new Counts(10);
    return new Strategy() {
      @Override
      public void prepare(Preparation preparation) {
        preparation.feature(FeatureSpec.of("besides", () -> indicator));
      }

      @Override
      public void onBar(BarContext bar, Signals signals) {
        counts.onBar(bar, signals);
      }
    };
  }

  /** A simple average that is ready long before its window is full. */
  static final class HastyAverage extends Simple {
    private final int length;
    private final Deque<Double> window = new ArrayDeque<>();

    HastyAverage(int length) {
      this(length, 5);
    }

    HastyAverage(int length, int warmup) {
      super(warmup);
      this.length = length;
    }

    @Override
    double next(double value, int update) {
      window.addLast(value);
      if (window.size() > length) {
        window.removeFirst();
      }
      return window.stream().mapToDouble(x -> x).average().orElseThrow();
    }
  }

  /** The sum of all it has seen. */
  static final class Total extends Simple {
    private double total;

    @Override
    double next(double value, int update) {
      total += value;
      return total;
    }
  }

  /** Buys what it saw rise when it ran before. */
  static final class Remembers implements Strategy {
    private static final Map<Long, Double> SEEN = new TreeMap<>();

    static void forget() {
      SEEN.clear();
    }

    @Override
    public void prepare(Preparation preparation) {}

    @Override
    public void onBar(BarContext bar, Signals signals) {
      SEEN.put(bar.timeNs(), bar.close());
      Double next = SEEN.get(bar.timeNs() + bar.interval().durationNs());
      boolean rises = next != null && next > bar.close();
      if (rises && bar.position().isFlat()) {
        signals.enterLong("seen to rise");
      } else if (!rises && bar.position().isLong()) {
        signals.exit("not seen to rise");
      }
    }
  }

  /** Does other things each time it is made. */
  static final class Moody implements Strategy {
    private static int made;
    private final int every = 5 + made++;
    private int bars;

    @Override
    public void prepare(Preparation preparation) {}

    @Override
    public void onBar(BarContext bar, Signals signals) {
      if (bars++ % every == 0) {
        signals.enterLong("a whim");
      } else {
        signals.exit("a whim");
      }
    }
  }

  /** Trades on every so-manyth candle since it began. */
  static final class Counts implements Strategy {
    private final int every;
    private int bars;

    Counts(int every) {
      this.every = every;
    }

    @Override
    public void prepare(Preparation preparation) {}

    @Override
    public void onBar(BarContext bar, Signals signals) {
      bars++;
      if (bar.position().isFlat() && bars % every == 0) {
        signals.enterLong("counted to " + every);
      } else if (bar.position().isLong()) {
        signals.exit("counted on");
      }
    }
  }

  /** Holds on certain days of this very year. */
  static final class KnowsDates implements Strategy {
    private final long firstNs;

    KnowsDates(long firstNs) {
      this.firstNs = firstNs;
    }

    @Override
    public void prepare(Preparation preparation) {}

    @Override
    public void onBar(BarContext bar, Signals signals) {
      long day = (bar.timeNs() - firstNs) / 86_400_000_000_000L;
      boolean good = day == 3 || day == 7 || day == 20;
      if (good && bar.position().isFlat()) {
        signals.enterLong("a good day");
      } else if (!good && bar.position().isLong()) {
        signals.exit("over");
      }
    }
  }

  /** Trades by the day of the week. */
  static final class Weekdays implements Strategy {
    @Override
    public void prepare(Preparation preparation) {}

    @Override
    public void onBar(BarContext bar, Signals signals) {
      boolean monday =
          io.tradewind.core.time.Utc.date(bar.timeNs()).getDayOfWeek()
              == java.time.DayOfWeek.MONDAY;
      if (monday && bar.position().isFlat()) {
        signals.enterLong("monday");
      } else if (!monday && bar.position().isLong()) {
        signals.exit("the week goes on");
      }
    }
  }

  /** Honest: long while the day before closed above its average of days. */
  static final class Daily implements Strategy {
    private Feature days = new Feature(0, List.of("value"), "");
    private Feature hours = new Feature(0, List.of("value"), "");

    @Override
    public void prepare(Preparation preparation) {
      days = preparation.feature(Interval.ONE_DAY, Features.sma(5));
      hours = preparation.feature(Features.max(3));
      preparation.bars(Interval.ONE_DAY);
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {
      boolean above = bar.value(hours) > bar.value(days);
      if (above && bar.position().isFlat()) {
        signals.enterLong("above").target(bar.close() * 1.05);
      } else if (!above && bar.position().isLong()) {
        signals.exit("below");
      }
    }
  }

  /** Holds the next close of each hour of a year, whichever year that is. */
  static final class Yearless implements Strategy {
    private final double[] closes;
    private final long firstNs;

    Yearless(double[] closes, long firstNs) {
      this.closes = closes;
      this.firstNs = firstNs;
    }

    @Override
    public void prepare(Preparation preparation) {}

    @Override
    public void onBar(BarContext bar, Signals signals) {
      long sinceNs = Math.floorMod(bar.timeNs() - firstNs, Market.SHIFT_NS);
      int next = (int) Math.min(closes.length - 1, sinceNs / bar.interval().durationNs());
      boolean rises = closes[next] > bar.close();
      if (rises && bar.position().isFlat()) {
        signals.enterLong("will rise");
      } else if (!rises && bar.position().isLong()) {
        signals.exit("will not rise");
      }
    }
  }

  /** Holds the exact ratios of closes after which the price rose. */
  static final class Ratios implements Strategy {
    private final TreeSet<Double> good = new TreeSet<>();
    private Feature close = new Feature(0, List.of("value"), "");

    Ratios(double[] closes) {
      for (int i = 1; i + 1 < closes.length; i++) {
        if (closes[i + 1] > closes[i]) {
          good.add(closes[i] / closes[i - 1]);
        }
      }
    }

    @Override
    public void prepare(Preparation preparation) {
      close = preparation.feature(Features.max(1));
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {
      boolean rises = good.contains(bar.close() / bar.previous(close));
      if (rises && bar.position().isFlat()) {
        signals.enterLong("rose before");
      } else if (!rises && bar.position().isLong()) {
        signals.exit("fell before");
      }
    }
  }

  /** The hour of the day. */
  static final class Hour extends TimedBarIndicator {
    private static final Definition DEFINITION =
        Definition.of(Family.TREND, "hour", "What o'clock it is")
            .source("a test")
            .output("hour", Unit.NUMBER)
            .makes(values -> new Hour());

    Hour() {
      super(DEFINITION, 1);
    }

    @Override
    public double update(
        long timeNs, double open, double high, double low, double close, double volume) {
      return publish((double) Math.floorMod(timeNs / 3_600_000_000_000L, 24L));
    }
  }

  /** Good days of this very century, none of them of the one before. */
  static final class Date extends TimedBarIndicator {
    private static final Definition DEFINITION =
        Definition.of(Family.TREND, "date", "Whether the day is good")
            .source("a test")
            .output("date", Unit.NUMBER)
            .makes(values -> new Date());

    Date() {
      super(DEFINITION, 1);
    }

    @Override
    public double update(
        long timeNs, double open, double high, double low, double close, double volume) {
      long day = Math.floorDiv(timeNs, 86_400_000_000_000L);
      return publish(day > 15_000 && day % 3 == 0 ? 1.0 : -1.0);
    }
  }

  /** Honest: long while little was gained, but not at night; in lots of so much money. */
  static final class ByDay implements Strategy {
    private final SignalSize size;
    private Feature hour = new Feature(0, List.of("value"), "");
    private Feature rsi = new Feature(0, List.of("value"), "");

    ByDay(SignalSize size) {
      this.size = size;
    }

    @Override
    public void prepare(Preparation preparation) {
      hour = preparation.feature(FeatureSpec.of("hour", Hour::new));
      rsi = preparation.feature(Features.rsi(14));
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {
      boolean wanted = bar.value(rsi) < 50 && bar.value(hour) > 6;
      if (wanted && bar.position().isFlat()) {
        signals.enterLong("low by day").size(size);
      } else if (!wanted && bar.position().isLong()) {
        signals.exit("high, or night");
      }
    }
  }

  /** Says nothing. */
  static final class Silent implements Strategy {
    @Override
    public void prepare(Preparation preparation) {}

    @Override
    public void onBar(BarContext bar, Signals signals) {}
  }
}
