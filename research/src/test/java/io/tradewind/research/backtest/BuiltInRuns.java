package io.tradewind.research.backtest;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.allocation.AllocationRule;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.allocation.RivalrySettings;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.strategies.BuiltInStrategies;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.RandomCandles;
import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** Seeded runs for each built-in strategy, of the symbols and the interval that it needs. */
public final class BuiltInRuns {
  /** Candles of five minutes for each hour of the others: 2000 hours become more than 60 days. */
  private static final int MORE = 9;

  private static final Interval HOUR = Interval.parse("1h");

  /** Strategies are judged after five days. */
  private static final AllocationSettings QUICK =
      new AllocationSettings(
          AllocationRule.Bandit.DEFAULT,
          Interval.ONE_DAY,
          30,
          5,
          0,
          50_000,
          950_000,
          100_000,
          10_000,
          0.9);

  private BuiltInRuns() {}

  /** The interval that a strategy is run on. */
  public static Interval interval(String name) {
    return name.equals("multi-timeframe") ? Interval.parse("5m") : HOUR;
  }

  /** How many candles: more where they are short. */
  public static int candles(String name, int hours) {
    return interval(name).equals(HOUR) ? hours : MORE * hours;
  }

  /** Two perpetuals, or spot and perpetual of one base. */
  public static List<Instrument> instruments(String name) {
    return name.equals("funding-carry")
        ? List.of(TestInstruments.spot("A/USDT"), TestInstruments.perp("A/USDT"))
        : List.of(TestInstruments.perp("A/USDT"), TestInstruments.perp("B/USDT"));
  }

  /** Candles of both, strangers but for those that are to belong together. */
  public static List<CandleColumns> feeds(String name, long seed, int candles) {
    Interval interval = interval(name);
    CandleColumns first = RandomCandles.walk(seed, candles, interval);
    CandleColumns second =
        switch (name) {
          case "pairs" -> near(first, 2, seed + 100);
          case "funding-carry" -> near(first, 1, seed + 100);
          default -> RandomCandles.walk(seed + 100, candles, interval);
        };
    return List.of(first, second);
  }

  /**
   * Rates of the perpetual that {@code funding-carry} trades, every eight hours: two weeks in which
   * longs pay, then two in which shorts do. Of the others none are known.
   */
  public static List<FundingColumns> fundings(String name, List<CandleColumns> feeds) {
    if (!name.equals("funding-carry")) {
      return feeds.stream().map(each -> FundingColumns.empty()).toList();
    }
    CandleColumns feed = feeds.getFirst();
    int last = Math.max(0, feed.size() - 1);
    long[] times = new long[feed.size() == 0 ? 0 : last / 8 + 1];
    long[] rates = new long[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = CandleTable.START_NS + 8L * i * HOUR.durationNs();
      rates[i] = (i / 42 % 2 == 0 ? 40 : -20) * (FundingColumns.MAX_RATE / 100_000);
    }
    return List.of(FundingColumns.empty(), new FundingColumns(times, rates));
  }

  /** So many times the price, and a distance that comes back. */
  private static CandleColumns near(CandleColumns other, double times, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = other.size();
    long[][] columns = new long[7][size];
    double away = 0;
    for (int row = 0; row < size; row++) {
      away = 0.9 * away + 0.02 * (random.nextDouble() - 0.5);
      double factor = times * (1 + away);
      columns[0][row] = other.openTimeNs(row);
      columns[1][row] = other.closeTimeNs(row);
      columns[2][row] = Math.round(other.open(row) * factor);
      columns[3][row] = Math.round(other.high(row) * factor);
      columns[4][row] = Math.round(other.low(row) * factor);
      columns[5][row] = Math.round(other.close(row) * factor);
      columns[6][row] = other.volume(row);
    }
    return CandleColumns.of(other.priceScale(), other.volumeScale(), columns);
  }

  /** A run with defaults and without costs. */
  public static BacktestSpec spec(
      String name,
      Strategy strategy,
      List<Instrument> instruments,
      List<CandleColumns> feeds,
      long fromNs,
      AuditSink listener) {
    return PlainRuns.spec(
            PlainRuns.book(name, strategy, interval(name)), instruments, feeds, fromNs)
        .heardBy(listener)
        .funded(fundings(name, feeds));
  }

  /** A run over so many hours, the first of them before it begins. */
  public static BacktestSpec spec(
      String name, Strategy strategy, long seed, int hours, int history) {
    int candles = candles(name, hours);
    long before = (long) candles * history / hours;
    return spec(
        name,
        strategy,
        instruments(name),
        feeds(name, seed, candles),
        CandleTable.START_NS + before * interval(name).durationNs(),
        entry -> {});
  }

  /** Two strategies on two perpetuals that pay funding, with spread, slippage and impact. */
  public static BacktestSpec two(long seed, int hours) {
    List<Instrument> instruments = instruments("momentum");
    List<CandleColumns> feeds = feeds("momentum", seed, hours);
    FundingColumns funding = fundings("funding-carry", feeds).getLast();
    return new BacktestSpec(
        new RunMarket(instruments, feeds, List.of(funding, funding), Optional.empty()),
        List.of(book("momentum", 6_000_00000000L), book("ema-cross", 4_000_00000000L)),
        new RunRules(RiskSettings.RESEARCH, new CostModel(3, 2, 15, OptionalDouble.empty(), false)),
        CandleTable.START_NS,
        CandleTable.START_NS + hours * HOUR.durationNs(),
        new RunNotes(false, true, List.of(), Map.of(), List.of()),
        entry -> {});
  }

  /**
   * The same with entries that are worked and capital that is moved, beside a challenger that is
   * one of the two.
   */
  public static BacktestResult contested(long seed, int hours) {
    ExecutionStyle style = new ExecutionStyle.Twap(3, 3 * HOUR.durationNs(), 0);
    BacktestSpec spec = two(seed, hours);
    BacktestSpec live =
        spec.of(spec.books().stream().map(each -> worked(each, style)).toList())
            .allocated(QUICK, 1);
    BacktestSpec rival = live.rival(book("ema-cross", live.capitalScaled()), List.of("a note"));
    return BacktestRun.run(live).against(List.of(BacktestRun.run(rival)), RivalrySettings.DEFAULT);
  }

  private static BacktestBook worked(BacktestBook book, ExecutionStyle style) {
    return new BacktestBook(
        book.name(),
        book.strategy(),
        book.interval(),
        book.parameters(),
        book.exits(),
        book.margin(),
        Optional.of(style),
        book.capitalScaled(),
        Optional.empty());
  }

  /** A strategy that comes with Tradewind, with its defaults. */
  public static BacktestBook book(String name, long capitalScaled) {
    Strategy strategy = BuiltInStrategies.find(name).orElseThrow().factory().get();
    return new BacktestBook(
        name,
        strategy,
        interval(name),
        ParameterValues.of(strategy.parameters(), Map.of()),
        ExitRules.NONE,
        capitalScaled);
  }
}
