package io.tradewind.simulation.session;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.RandomCandles;
import io.tradewind.testkit.TestInstruments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** A market, its costs, a run's rules and a strategy that says anything at all: all of one seed. */
final class World {
  static final Interval HOUR = Interval.parse("1h");
  private static final Interval QUARTER = Interval.parse("15m");
  private static final Interval FOUR_HOURS = Interval.parse("4h");
  private static final int HOURS = 240;

  final EngineSpec spec;
  final CostModel costs;
  final List<CandleColumns> feeds;
  private final long seed;

  World(long seed) {
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    int symbols = random.nextInt(1, 4);
    boolean perp = random.nextBoolean();
    List<Instrument> instruments = new ArrayList<>();
    feeds = new ArrayList<>();
    for (int i = 0; i < symbols; i++) {
      Market market = perp ? Market.PERP : Market.SPOT;
      instruments.add(TestInstruments.of("T" + i + "/USDT", market, rules(random)));
      feeds.add(feed(random));
    }
    costs =
        new CostModel(
            random.nextInt(3) * 5,
            random.nextInt(3) * 2,
            random.nextInt(3) * 20,
            random.nextBoolean()
                ? OptionalDouble.empty()
                : OptionalDouble.of(random.nextDouble(0.001, 0.5)),
            random.nextBoolean(),
            (seed & 2) == 0 ? FeeTiers.NONE : tiers(new SplittableRandom(~seed)));
    spec =
        new EngineSpec(
            instruments,
            HOUR,
            "anything",
            ParameterValues.of(List.of(), Map.of()),
            limits(random),
            exits(random),
            10_000_00000000L,
            CandleTable.START_NS + random.nextInt(10) * HOUR.durationNs(),
            CandleTable.START_NS + (HOURS - random.nextInt(10)) * HOUR.durationNs());
  }

  CandleSession session(AuditSink sink) {
    return session(feeds, sink);
  }

  CandleSession session(List<CandleColumns> cut, AuditSink sink) {
    return new CandleSession(
        spec, List.of(new Anything(seed)), costs, History.of(cut), abilities(), sink);
  }

  private EnumSet<Ability> abilities() {
    return seed % 4 == 3
        ? EnumSet.complementOf(EnumSet.of(Ability.SEVERAL_EXITS))
        : EnumSet.allOf(Ability.class);
  }

  private static TradingRules[] rules(SplittableRandom random) {
    long fee = random.nextInt(3) * 500L;
    TradingRules first = rules(random, 0, fee);
    if (random.nextInt(3) > 0) {
      return new TradingRules[] {first};
    }
    long later = CandleTable.START_NS + random.nextInt(1, HOURS) * HOUR.durationNs();
    return new TradingRules[] {first, rules(random, later, fee * 2)};
  }

  private static TradingRules rules(SplittableRandom random, long fromNs, long feePpm) {
    long tick = List.of(1L, 100L, 5_000L).get(random.nextInt(3));
    long lot = List.of(1L, 10_000_000L, 100_000_000L).get(random.nextInt(3));
    long minQty = random.nextInt(3) * lot;
    long minNotional = random.nextInt(3) * 10_00000000L;
    return new TradingRules(fromNs, tick, lot, minQty, minNotional, feePpm / 2, feePpm);
  }

  /** Some that a run comes to within its days. */
  private static FeeTiers tiers(SplittableRandom random) {
    long step = random.nextInt(1, 40) * 1_000_00000000L;
    return new FeeTiers(
        List.of(
            new FeeTiers.Tier(0, 1_000, 2_000),
            new FeeTiers.Tier(step, 500, 1_000),
            new FeeTiers.Tier(3 * step, -100, 400)));
  }

  private static RiskSettings limits(SplittableRandom random) {
    return random.nextBoolean()
        ? RiskSettings.RESEARCH
        : RiskSettings.only(0.2, 0.6, 1.0, random.nextInt(1, 4));
  }

  private static ExitRules exits(SplittableRandom random) {
    OptionalDouble trailing = maybe(random, 0.03);
    return new ExitRules(
        maybe(random, 0.05),
        trailing,
        trailing.isPresent() ? maybe(random, 0.02) : OptionalDouble.empty(),
        random.nextInt(3) > 0
            ? List.of()
            : List.of(
                new ExitRules.RoiStep(0, 0.04),
                new ExitRules.RoiStep(5 * HOUR.durationNs(), 0.01),
                new ExitRules.RoiStep(12 * HOUR.durationNs(), -0.01)),
        random.nextInt(3) > 0
            ? OptionalLong.empty()
            : OptionalLong.of(random.nextInt(2, 20) * HOUR.durationNs()));
  }

  private static OptionalDouble maybe(SplittableRandom random, double value) {
    return random.nextBoolean()
        ? OptionalDouble.empty()
        : OptionalDouble.of(value * random.nextDouble(0.2, 2));
  }

  /** Hours, or hours of which some are told by their quarters; some are missing. */
  private static CandleColumns feed(SplittableRandom random) {
    CandleColumns quarters = RandomCandles.walk(random.nextLong(), HOURS * 4, QUARTER);
    boolean fine = random.nextBoolean();
    boolean gaps = random.nextBoolean();
    List<CandleColumns> parts = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      if (gaps && random.nextInt(20) == 0) {
        hour += random.nextInt(6);
        continue;
      }
      CandleColumns four = quarters.slice(hour * 4, hour * 4 + 4);
      parts.add(fine && random.nextInt(3) > 0 ? four : merge(four));
    }
    return CandleTable.join(parts.toArray(CandleColumns[]::new));
  }

  private static CandleColumns merge(CandleColumns rows) {
    int last = rows.size() - 1;
    long high = 0;
    long low = Long.MAX_VALUE;
    long volume = 0;
    for (int i = 0; i <= last; i++) {
      high = Math.max(high, rows.high(i));
      low = Math.min(low, rows.low(i));
      volume += rows.volume(i);
    }
    return new CandleColumns(
        rows.priceScale(),
        rows.volumeScale(),
        new long[] {rows.openTimeNs(0)},
        new long[] {rows.closeTimeNs(last)},
        new long[] {rows.open(0)},
        new long[] {high},
        new long[] {low},
        new long[] {rows.close(last)},
        new long[] {volume});
  }

  /** Speaks at random, but always the same of the same candle; remembers what it has seen. */
  private static final class Anything implements Strategy {
    private final long seed;
    private Feature fast = new Feature(0, List.of("ema"), "");
    private Feature slow = new Feature(0, List.of("ema"), "");
    private long bars;
    private long fills;

    Anything(long seed) {
      this.seed = seed;
    }

    @Override
    public void prepare(Preparation preparation) {
      fast = preparation.feature(Features.ema(3));
      slow = preparation.feature(FOUR_HOURS, Features.ema(2));
      if ((seed & 1) == 0) {
        preparation.bars(FOUR_HOURS);
      }
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {
      bars++;
      long moment = bar.timeNs() + bar.instrumentIndex() + bar.interval().durationNs();
      SplittableRandom random = new SplittableRandom(seed * 31 + moment + bars + fills);
      String trend = (bar.value(fast) > bar.value(slow)) + (bar.isNew(slow) ? " now" : "");
      switch (random.nextInt(8)) {
        case 0, 1 -> detail(signals.enterLong("up " + trend), bar.close(), 1, random);
        case 2, 3 -> detail(signals.enterShort("down " + trend), bar.close(), -1, random);
        case 4 -> signals.exit("enough after " + fills + " fills");
        case 5 -> {
          signals.exit("out");
          detail(signals.enterLong("and in again"), bar.close(), 1, random);
        }
        default -> {}
      }
    }

    private static void detail(EntrySignal entry, double close, int sign, SplittableRandom random) {
      double at = close;
      if (random.nextBoolean()) {
        at = close * (1 - sign * random.nextDouble(-0.005, 0.02));
        entry.limit(at);
      }
      if (random.nextBoolean()) {
        entry.stop(at * (1 - sign * random.nextDouble(0.001, 0.05)));
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        entry.target(at * (1 + sign * random.nextDouble(0.001, 0.05)));
      }
      if (random.nextInt(3) == 0) {
        entry.horizon(Duration.ofHours(random.nextInt(1, 9)));
      }
      switch (random.nextInt(4)) {
        case 0 -> entry.size(new SignalSize.Share(random.nextDouble(0.01, 1.5)));
        case 1 -> entry.size(new SignalSize.Qty(random.nextDouble(0.01, 50)));
        case 2 -> entry.size(new SignalSize.Notional(random.nextDouble(1, 5_000)));
        default -> {}
      }
    }

    @Override
    public void onFill(FillContext fill) {
      fills++;
    }

    @Override
    public void save(StateWriter out) {
      out.writeLong(bars).writeLong(fills);
    }

    @Override
    public void load(StateReader in) {
      bars = in.readLong();
      fills = in.readLong();
    }
  }
}
