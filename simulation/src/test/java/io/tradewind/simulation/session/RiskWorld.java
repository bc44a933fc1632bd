package io.tradewind.simulation.session;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.risk.RiskLevel;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.engine.BookSpec;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.execution.slippage.SlippagePolicy;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Approved;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.BreakerLimits;
import io.tradewind.core.risk.limit.LockScope;
import io.tradewind.core.risk.limit.LossLimits;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.limit.ProtectionRule;
import io.tradewind.core.risk.limit.Rate;
import io.tradewind.core.risk.sizing.DynamicRisk;
import io.tradewind.core.risk.sizing.EntryFloors;
import io.tradewind.core.risk.sizing.LeveragePolicy;
import io.tradewind.core.risk.sizing.SizingRule;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.venue.CandleVenue;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.simulation.venue.VenueListener;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ExitWords;
import io.tradewind.testkit.TestInstruments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Books that say anything at all in markets that jump, under limits of every kind, with people who
 * halt and resume: all of one seed. Engine and venue are the real ones; all that goes to the venue
 * is heard on its way.
 */
final class RiskWorld implements VenueListener {
  static final int ROWS = 240;
  static final long HOUR_NS = Scene.HOUR.durationNs();
  private static final long CAPITAL = 10_000_00000000L;
  private static final String[] EXITS = {
    "",
    "stop 4%",
    "trail 3%",
    "stop 6% trail 2% offset 2%",
    "atr-stop 2",
    "trail-atr 3",
    "chandelier 5x3",
    "stop 5% even 1%",
    "stop 8% ladder 1%:0.3 3%:0.5",
    "roi 0:4% 300:1% 720:-1%",
    "stop 3% hold 7h",
    "trail 4% atr-stop 3 even 2% ladder 2%:1"
  };

  final long seed;
  final EngineSpec spec;
  final List<CandleColumns> feeds = new ArrayList<>();
  final Engine engine;
  private final CandleVenue venue;
  private final long startNs;

  /** Of a candle. */
  private final long stepNs;

  private LongConsumer beforeSlice = _ -> {};
  private int row;

  /** With what listens to the audit, and to each command on its way to the venue. */
  RiskWorld(long seed, AuditSink sink, Consumer<VenueCommand> wire) {
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    // Near the ends of a day, a week and a month.
    this.startNs = CandleTable.START_NS + random.nextInt(40) * 24L * HOUR_NS;
    // Ten days, or eighty: only then is anything known of how markets move.
    Interval interval = random.nextInt(3) == 0 ? Interval.parse("8h") : Scene.HOUR;
    this.stepNs = interval.durationNs();
    double alike = random.nextBoolean() ? 0 : 0.9;
    double[] common = random.doubles(ROWS, -1, 1).toArray();
    List<Instrument> instruments = new ArrayList<>();
    int symbols = random.nextInt(1, 5);
    for (int i = 0; i < symbols; i++) {
      Market market = random.nextInt(3) == 0 ? Market.SPOT : Market.PERP;
      long lot = random.nextBoolean() ? 1 : 1_000_000;
      long fee = random.nextInt(3) * 500L;
      instruments.add(
          TestInstruments.of(
              "T" + i + "/USDT",
              market,
              new TradingRules(0, random.nextInt(1, 60), lot, lot, 0, fee / 2, fee)));
      feeds.add(walk(random, alike, common));
    }
    List<BookSpec> books = new ArrayList<>();
    List<Strategy> strategies = new ArrayList<>();
    long[] cash = new long[random.nextInt(1, 3)];
    for (int book = 0; book < cash.length; book++) {
      cash[book] = CAPITAL;
      books.add(
          new BookSpec(
              "anything " + book,
              interval,
              ParameterValues.of(List.of(), Map.of()),
              ExitWords.parse(EXITS[random.nextInt(EXITS.length)]),
              random.nextBoolean() ? MarginMode.ISOLATED : MarginMode.CROSS,
              random.nextInt(4) == 0
                  ? Optional.of(new ExecutionStyle.Twap(3, 3 * stepNs, 0))
                  : Optional.empty(),
              CAPITAL,
              Optional.empty()));
      strategies.add(new Whatever(seed * 31 + book));
    }
    CostModel costs =
        new CostModel(
            random.nextInt(3) * 5,
            random.nextInt(2) * 4,
            random.nextInt(2) * 20,
            random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(0.02),
            random.nextBoolean());
    spec =
        new EngineSpec(
            instruments, books, settings(random), startNs, startNs + (ROWS - 3) * stepNs);
    venue = new CandleVenue(instruments, costs, cash, this);
    engine = new Engine(spec, strategies, new Wire(wire, venue), sink);
  }

  private record Wire(Consumer<VenueCommand> heard, VenuePort venue) implements VenuePort {
    @Override
    public void submit(Approved<? extends VenueCommand> command) {
      heard.accept(command.command());
      venue.submit(command);
    }
  }

  /**
   * Steps of a percent or less, and now and then a jump of up to a fifth over the open.
   *
   * @param alike the part of each step that is common to all instruments
   */
  private CandleColumns walk(SplittableRandom random, double alike, double[] common) {
    long[][] c = new long[7][ROWS];
    double price = 100;
    double wild = random.nextDouble(0.005, 0.03);
    for (int i = 0; i < ROWS; i++) {
      double jump = random.nextInt(15) == 0 ? random.nextDouble(0.8, 1.2) : 1;
      double open = Math.clamp(price * jump, 5, 2_000);
      double step = alike * common[i] + (1 - alike) * random.nextDouble(-1, 1);
      double close = open * (1 + wild * step);
      c[0][i] = startNs + i * stepNs;
      c[1][i] = c[0][i] + stepNs;
      c[2][i] = Math.round(open * 10_000);
      c[5][i] = Math.round(close * 10_000);
      long range = Math.round(open * wild * 10_000);
      c[3][i] = Math.max(c[2][i], c[5][i]) + random.nextLong(0, range);
      c[4][i] = Math.min(c[2][i], c[5][i]) - random.nextLong(0, range);
      c[6][i] = random.nextLong(10, 2_000) * 100_000_000L;
      price = close;
    }
    return new CandleColumns(4, 8, c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
  }

  private static RiskSettings settings(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> RiskSettings.SHIPPED;
      case 1 -> RiskSettings.RESEARCH;
      default -> ofEveryKind(random);
    };
  }

  private static RiskSettings ofEveryKind(SplittableRandom random) {
    TreeMap<String, String> sectors = new TreeMap<>();
    if (random.nextBoolean()) {
      sectors.put("T0", "one");
      sectors.put("T1/USDT", "one");
    }
    return new RiskSettings(
        exposure(random),
        losses(random),
        breakers(random),
        protections(random),
        random.nextInt(3) == 0 ? EntryFloors.SHIPPED : EntryFloors.NONE,
        random.nextInt(3) > 0
            ? List.of()
            : List.of(
                new SizingRule.PercentRisk(0.02),
                new SizingRule.FixedShare(0.4),
                SizingRule.Volatility.DEFAULT,
                SizingRule.Damped.DEFAULT),
        random.nextBoolean() ? Optional.of(DynamicRisk.SHIPPED) : Optional.empty(),
        random.nextBoolean(),
        random.nextBoolean() ? Optional.of(LeveragePolicy.SHIPPED) : Optional.empty(),
        sectors,
        random.nextInt(3) == 0 ? Optional.of(guard(random)) : Optional.empty());
  }

  private static SlippagePolicy guard(SplittableRandom random) {
    return new SlippagePolicy(
        random.nextDouble(0.0005, 0.01),
        random.nextBoolean() ? SlippagePolicy.Action.SPLIT : SlippagePolicy.Action.LIMIT,
        random.nextBoolean() ? SlippagePolicy.Action.REFUSE : SlippagePolicy.Action.LIMIT,
        10,
        30 * Utc.SECOND_NS,
        0.1,
        0.0002);
  }

  private static PortfolioLimits exposure(SplittableRandom random) {
    return new PortfolioLimits(
        random.nextInt(1, 6),
        maybe(random, 0.2, 1),
        maybe(random, 0.3, 1),
        maybe(random, 0.5, 1.5),
        maybe(random, 0.01, 0.1),
        maybe(random, 0.02, 0.2),
        maybe(random, 0.2, 2),
        maybe(random, 0.02, 0.1),
        RiskLevel.DEFAULT,
        random.nextBoolean() ? 1 : 0.7,
        random.nextInt(4) == 0 ? new Rate(6, 2 * HOUR_NS) : Rate.NEVER);
  }

  private static LossLimits losses(SplittableRandom random) {
    double halts = maybe(random, 0.05, 0.2);
    return new LossLimits(
        maybe(random, 0.01, 0.05),
        maybe(random, 0.02, 0.08),
        maybe(random, 0.04, 0.12),
        halts / 2,
        halts,
        0.8);
  }

  private static BreakerLimits breakers(SplittableRandom random) {
    return new BreakerLimits(
        maybe(random, 0.02, 0.08),
        maybe(random, 0.05, 0.2),
        5 * HOUR_NS / 60,
        random.nextBoolean(),
        random.nextBoolean() ? random.nextInt(2, 6) : Integer.MAX_VALUE,
        random.nextBoolean() ? new Rate(random.nextInt(1, 3), 9 * HOUR_NS) : Rate.NEVER,
        5,
        maybe(random, 3.3, 12.7),
        random.nextInt(1, 6) * HOUR_NS);
  }

  private static List<ProtectionRule> protections(SplittableRandom random) {
    List<ProtectionRule> rules = new ArrayList<>();
    LockScope[] scopes = LockScope.values();
    for (int n = random.nextInt(5); n > 0; n--) {
      LockScope scope = scopes[random.nextInt(scopes.length)];
      long window = random.nextInt(2, 30) * HOUR_NS;
      long lock = random.nextInt(1, 9) * HOUR_NS;
      rules.add(
          switch (random.nextInt(4)) {
            case 0 -> new ProtectionRule.CoolDown(scope, lock);
            case 1 -> new ProtectionRule.StopGuard(scope, new Rate(2, window), lock);
            case 2 -> new ProtectionRule.DrawdownLock(scope, window, 2, 0.02, lock);
            default -> new ProtectionRule.LowProfit(scope, window, 2, 0, lock);
          });
    }
    return rules;
  }

  private static double maybe(SplittableRandom random, double from, double to) {
    return random.nextBoolean() ? Double.POSITIVE_INFINITY : random.nextDouble(from, to);
  }

  /** The candle that is open, or the next one. */
  int row() {
    return row;
  }

  /** Is told of each slice once its candles are known, before strategies are asked. */
  void beforeSlice(LongConsumer listener) {
    beforeSlice = listener;
  }

  /** Plays one candle of every symbol. */
  void play() {
    long timeNs = startNs + row * stepNs;
    SplittableRandom random = new SplittableRandom(seed * 1_000 + row);
    switch (random.nextInt(60)) {
      case 0 -> engine.onControl(new ControlEvent.Halt(timeNs, "somebody"));
      case 1, 2, 3 -> engine.onControl(new ControlEvent.Resume(timeNs, "somebody"));
      default -> {}
    }
    for (int i = 0; i < feeds.size(); i++) {
      venue.open(i, feeds.get(i), row);
    }
    for (int i = 0; i < feeds.size(); i++) {
      venue.walk(i, feeds.get(i), row);
    }
    for (int i = 0; i < feeds.size(); i++) {
      engine.onCandle(i, feeds.get(i), row);
    }
    row++;
    beforeSlice.accept(timeNs + stepNs);
    engine.onSliceEnd(timeNs + stepNs);
    venue.process(timeNs + stepNs);
    engine.checkInvariants();
  }

  /** All that engine and venue remember. */
  byte[] save() {
    StateWriter out = new StateWriter();
    engine.save(out);
    venue.save(out);
    return out.toByteArray();
  }

  /** Goes on from the bytes of another world of this seed. */
  void load(byte[] bytes, int at) {
    StateReader in = new StateReader(bytes);
    engine.load(in);
    venue.load(in);
    row = at;
  }

  @Override
  public void onOrder(OrderEvent event) {
    engine.onOrder(event);
  }

  @Override
  public void onMargin(MarginEvent event) {
    engine.onMargin(event);
  }

  @Override
  public void onTransfer(Transferred event) {
    engine.onTransfer(event);
  }

  /** Speaks at random, but always the same of the same candle; remembers what it has seen. */
  private static final class Whatever implements Strategy {
    private final long seed;
    private long bars;
    private long fills;

    Whatever(long seed) {
      this.seed = seed;
    }

    @Override
    public void prepare(Preparation preparation) {
      preparation.ranges();
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {
      bars++;
      SplittableRandom random =
          new SplittableRandom(seed + bar.timeNs() + bar.instrumentIndex() + bars + fills);
      switch (random.nextInt(10)) {
        case 0, 1 -> detail(signals.enterLong("up"), bar.close(), 1, random);
        case 2, 3 -> detail(signals.enterShort("down"), bar.close(), -1, random);
        case 4 -> signals.exit("enough");
        case 5 -> signals.reduce(random.nextDouble(0.1, 1), "a part");
        case 6 ->
            signals.reduce(
                random.nextDouble(0.1, 1), bar.close() * random.nextDouble(0.97, 1.03), "there");
        default -> {}
      }
    }

    private static void detail(EntrySignal entry, double close, int sign, SplittableRandom random) {
      double at = close;
      if (random.nextInt(3) == 0) {
        at = close * (1 - sign * random.nextDouble(-0.002, 0.01));
        entry.limit(at);
      }
      if (random.nextInt(3) > 0) {
        entry.stop(at * (1 - sign * random.nextDouble(0.004, 0.06)));
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        entry.target(at * (1 + sign * random.nextDouble(0.005, 0.08)));
      }
      if (random.nextInt(4) == 0) {
        entry.horizon(Duration.ofHours(random.nextInt(1, 9)));
      }
      if (random.nextBoolean()) {
        entry.adds();
      }
      if (random.nextInt(3) == 0) {
        entry.exits(ExitWords.parse(EXITS[random.nextInt(EXITS.length)]));
      }
      if (random.nextInt(6) == 0) {
        entry.leverage(random.nextInt(1, 8));
      }
      switch (random.nextInt(4)) {
        case 0 -> entry.size(new SignalSize.Share(random.nextDouble(0.05, 1.5)));
        case 1 -> entry.size(new SignalSize.Qty(random.nextDouble(0.1, 80)));
        case 2 -> entry.size(new SignalSize.Notional(random.nextDouble(100, 8_000)));
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
