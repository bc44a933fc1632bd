package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.ledger.Account;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskLimits;
import io.tradewind.core.strategy.ParameterValues;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.RandomCandles;
import io.tradewind.testkit.RandomStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold whatever a strategy does: random markets with jumps and gaps, random strategies,
 * random rules and costs. A failure names its seed.
 */
class SessionPropertiesTest {
  private static final Interval HOUR = Interval.parse("1h");
  private static final int CANDLES = 400;

  static java.util.stream.LongStream seeds() {
    return java.util.stream.LongStream.rangeClosed(1, 120);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void fillsLieWithinTheirCandles(long seed) {
    Setting setting = new Setting(seed);
    for (AuditRecord entry : setting.run().audit) {
      if (entry instanceof AuditRecord.OrderMoved moved
          && moved.event() instanceof OrderEvent.Filled fill) {
        CandleColumns candles = setting.feeds.get(moved.intent().instrument());
        int row = rowAt(candles, fill.timeNs());
        assertThat(fill.priceScaled())
            .as("seed %s, %s", seed, moved)
            .isBetween(candles.low(row), candles.high(row));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void booksBalanceAndAgreeWithTheVenue(long seed) {
    Setting setting = new Setting(seed);
    Run run = setting.begin();
    boolean more = true;
    while (more) {
      more = run.session.step();
      check(seed, setting, run);
    }
    run.session.end();
    check(seed, setting, run);
    Portfolio portfolio = run.session.engine().portfolio();
    assertThat(portfolio.openPositions()).as("seed %s", seed).isZero();
    long profits = 0;
    for (AuditRecord entry : run.audit) {
      profits +=
          entry instanceof AuditRecord.TradeClosed closed ? closed.trade().profitScaled() : 0;
    }
    long dust = 0;
    for (int i = 0; i < setting.instruments.size(); i++) {
      dust += portfolio.position(i).dustCostScaled();
    }
    assertThat(portfolio.cashScaled())
        .as("seed %s: capital, profits and what dust cost are the cash", seed)
        .isEqualTo(setting.spec.capitalScaled() + profits - dust);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aRunTwiceIsOneRun(long seed) {
    Run one = new Setting(seed).run();
    Run two = new Setting(seed).run();
    assertThat(two.audit).as("seed %s", seed).isEqualTo(one.audit);
    assertThat(two.session.engine().stateHash()).isEqualTo(one.session.engine().stateHash());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void snapshotAndTailAreTheWhole(long seed) {
    Run whole = new Setting(seed).run();
    SplittableRandom random = new SplittableRandom(seed);
    for (int cut = 0; cut < 3; cut++) {
      Run head = new Setting(seed).begin();
      int steps = random.nextInt(1, CANDLES);
      for (int i = 0; i < steps; i++) {
        head.session.step();
      }
      StateWriter snapshot = new StateWriter();
      head.session.save(snapshot);
      Run tail = new Setting(seed).begin();
      StateReader reader = new StateReader(snapshot.toByteArray());
      tail.session.load(reader);
      assertThat(reader.isAtEnd()).isTrue();
      tail.finish();
      List<AuditRecord> joined = new ArrayList<>(head.audit);
      joined.addAll(tail.audit);
      assertThat(joined).as("seed %s cut %s", seed, steps).isEqualTo(whole.audit);
      assertThat(tail.session.engine().stateHash())
          .as("seed %s cut %s", seed, steps)
          .isEqualTo(whole.session.engine().stateHash());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theFutureChangesNothing(long seed) {
    Setting setting = new Setting(seed);
    Run whole = setting.begin();
    whole.steps();
    SplittableRandom random = new SplittableRandom(seed);
    int keep = random.nextInt(CANDLES / 4, CANDLES);
    long end = CandleTable.START_NS + keep * HOUR.durationNs();
    Setting cut = new Setting(seed, end);
    Run short_ = cut.begin();
    short_.steps();
    List<AuditRecord> before = whole.audit.stream().filter(entry -> entry.timeNs() < end).toList();
    List<AuditRecord> seen = short_.audit.stream().filter(entry -> entry.timeNs() < end).toList();
    assertThat(seen).as("seed %s cut at %s", seed, keep).isEqualTo(before);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theAuditIsInOrder(long seed) {
    List<AuditRecord> audit = new Setting(seed).run().audit;
    long time = Long.MIN_VALUE;
    for (int i = 0; i < audit.size(); i++) {
      assertThat(audit.get(i).sequence()).as("seed %s", seed).isEqualTo(i + 1L);
      if (!(audit.get(i) instanceof AuditRecord.DayClosed)) {
        assertThat(audit.get(i).timeNs())
            .as("seed %s, record %s", seed, i + 1)
            .isGreaterThanOrEqualTo(time);
        time = audit.get(i).timeNs();
      }
    }
    assertThat(audit).as("seed %s does something", seed).hasSizeGreaterThan(10);
  }

  private static void check(long seed, Setting setting, Run run) {
    run.session.engine().checkInvariants();
    Portfolio portfolio = run.session.engine().portfolio();
    assertThat(portfolio.cashScaled())
        .as("seed %s: cash of engine and venue", seed)
        .isEqualTo(run.session.venue().account().cashScaled());
    for (int i = 0; i < setting.instruments.size(); i++) {
      assertThat(portfolio.position(i).qtyScaled() + portfolio.position(i).dustQtyScaled())
          .as("seed %s: holding %s of engine and venue", seed, i)
          .isEqualTo(run.session.venue().account().heldScaled(i));
    }
    assertThat(portfolio.ledger().value(Account.CAPITAL)).isEqualTo(-setting.spec.capitalScaled());
  }

  private static int rowAt(CandleColumns candles, long timeNs) {
    int row = candles.firstRowFrom(timeNs + 1) - 1;
    boolean isClose = row < 0 || candles.closeTimeNs(row) <= timeNs;
    if (isClose || (candles.openTimeNs(row) == timeNs && row == candles.size())) {
      return Math.max(0, row);
    }
    return row;
  }

  /** Everything that a seed decides. */
  private static final class Setting {
    final List<Instrument> instruments = new ArrayList<>();
    final List<CandleColumns> feeds = new ArrayList<>();
    final EngineSpec spec;
    final CostModel costs;
    final long seed;
    final boolean perp;

    Setting(long seed) {
      this(seed, Long.MAX_VALUE);
    }

    Setting(long seed, long untilNs) {
      SplittableRandom random = new SplittableRandom(seed);
      this.seed = seed;
      this.perp = random.nextBoolean();
      int symbols = random.nextInt(1, 4);
      for (int i = 0; i < symbols; i++) {
        instruments.add(instrument(random, "S" + i + "/USDT"));
        feeds.add(until(holes(random, seed * 10 + i), untilNs));
      }
      this.costs =
          new CostModel(
              random.nextInt(3) * 5,
              random.nextInt(3) * 2,
              random.nextInt(2) * 50,
              random.nextInt(3) == 0 ? OptionalDouble.of(0.05) : OptionalDouble.empty(),
              random.nextInt(3) == 0);
      this.spec =
          new EngineSpec(
              instruments,
              HOUR,
              "random",
              ParameterValues.of(List.of(), Map.of()),
              random.nextBoolean() ? RiskLimits.RESEARCH : RiskLimits.SHIPPED,
              exits(random),
              10_000_00000000L,
              CandleTable.START_NS + random.nextLong(2) * 20 * HOUR.durationNs(),
              Long.MAX_VALUE / 2);
    }

    private Instrument instrument(SplittableRandom random, String symbol) {
      long lot = random.nextBoolean() ? 1 : 1_000_000;
      return TestInstruments.of(
          symbol,
          perp ? Market.PERP : Market.SPOT,
          new TradingRules(
              0,
              random.nextBoolean() ? 1 : 100,
              lot,
              lot,
              random.nextLong(2) * 5_00000000L,
              200,
              1000));
    }

    /** Half hours where the seed says so, and gaps. */
    private static CandleColumns holes(SplittableRandom random, long seed) {
      boolean fine = random.nextInt(3) == 0;
      CandleColumns all =
          RandomCandles.walk(
              seed, fine ? CANDLES * 2 : CANDLES, fine ? Interval.parse("30m") : HOUR);
      int first = random.nextInt(20);
      int gap = random.nextInt(first + 10, all.size() - 50);
      int length = random.nextInt(4);
      long[][] c = new long[7][all.size() - first - length];
      int row = 0;
      for (int i = first; i < all.size(); i++) {
        if (i < gap || i >= gap + length) {
          c[0][row] = all.openTimeNs(i);
          c[1][row] = all.closeTimeNs(i);
          c[2][row] = all.open(i);
          c[3][row] = all.high(i);
          c[4][row] = all.low(i);
          c[5][row] = all.close(i);
          c[6][row++] = all.volume(i);
        }
      }
      return new CandleColumns(
          all.priceScale(), all.volumeScale(), c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
    }

    private static CandleColumns until(CandleColumns candles, long endNs) {
      int rows = 0;
      while (rows < candles.size() && candles.closeTimeNs(rows) <= endNs) {
        rows++;
      }
      return candles.slice(0, rows);
    }

    private static ExitRules exits(SplittableRandom random) {
      OptionalDouble trailing =
          random.nextBoolean() ? OptionalDouble.of(0.01) : OptionalDouble.empty();
      return new ExitRules(
          random.nextBoolean() ? OptionalDouble.of(0.03) : OptionalDouble.empty(),
          trailing,
          trailing.isPresent() && random.nextBoolean()
              ? OptionalDouble.of(0.015)
              : OptionalDouble.empty(),
          random.nextBoolean()
              ? List.of(
                  new ExitRules.RoiStep(0, 0.03),
                  new ExitRules.RoiStep(5 * HOUR.durationNs(), 0.01),
                  new ExitRules.RoiStep(12 * HOUR.durationNs(), -0.002))
              : List.of(),
          random.nextInt(3) == 0 ? OptionalLong.of(30 * HOUR.durationNs()) : OptionalLong.empty());
    }

    Run begin() {
      return new Run(this);
    }

    Run run() {
      Run run = begin();
      run.finish();
      return run;
    }
  }

  private static final class Run implements AuditSink {
    final List<AuditRecord> audit = new ArrayList<>();
    final CandleSession session;

    Run(Setting setting) {
      this.session =
          new CandleSession(
              setting.spec,
              new RandomStrategy(setting.seed, setting.perp),
              setting.costs,
              setting.feeds,
              this);
    }

    @Override
    public void accept(AuditRecord entry) {
      audit.add(entry);
    }

    void steps() {
      boolean more = true;
      while (more) {
        more = session.step();
      }
    }

    void finish() {
      steps();
      session.end();
    }
  }
}
