package io.tradewind.bench;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.session.CandleSession;
import io.tradewind.simulation.venue.CostModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.StopGainRule;
import org.ta4j.core.rules.StopLossRule;

/**
 * A million candles through the whole engine: features, strategy, gate, orders, venue, exact ledger
 * and audit; beside the bare loop, and beside ta4j with doubles. Figures are candles a microsecond,
 * which is millions a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class EngineBenchmark {
  private static final int CANDLES = 1_000_000;
  private static final int SYMBOLS = 10;

  private final double[][] prices = new double[4][CANDLES];
  private List<CandleColumns> one = List.of();
  private List<CandleColumns> ten = List.of();
  private BarSeries series = new BaseBarSeriesBuilder().build();

  /** Makes the data. */
  @Setup
  public void setUp() {
    one = List.of(Walk.candles(1, CANDLES));
    List<CandleColumns> feeds = new ArrayList<>();
    for (int i = 0; i < SYMBOLS; i++) {
      feeds.add(Walk.candles(100 + i, CANDLES / SYMBOLS));
    }
    ten = List.copyOf(feeds);
    CandleColumns candles = one.getFirst();
    for (int i = 0; i < CANDLES; i++) {
      prices[0][i] = Crossing.toDouble(candles.open(i), Walk.PRICE_SCALE);
      prices[1][i] = Crossing.toDouble(candles.high(i), Walk.PRICE_SCALE);
      prices[2][i] = Crossing.toDouble(candles.low(i), Walk.PRICE_SCALE);
      prices[3][i] = Crossing.toDouble(candles.close(i), Walk.PRICE_SCALE);
    }
    series = new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
    for (int i = 0; i < CANDLES; i++) {
      Instant end = Instant.ofEpochSecond(candles.closeTimeNs(i) / 1_000_000_000L);
      Bar bar =
          series
              .barBuilder()
              .timePeriod(Duration.ofMinutes(1))
              .endTime(end)
              .openPrice(prices[0][i])
              .highPrice(prices[1][i])
              .lowPrice(prices[2][i])
              .closePrice(prices[3][i])
              .volume(1)
              .build();
      series.addBar(bar);
    }
  }

  /** The floor. */
  @Benchmark
  @OperationsPerInvocation(CANDLES)
  public double bareLoop() {
    return BareLoop.run(prices[0], prices[1], prices[2], prices[3]);
  }

  /** One symbol through the engine. */
  @Benchmark
  @OperationsPerInvocation(CANDLES)
  public long engineOneSymbol() {
    return run(one);
  }

  /** Ten symbols merged, a hundred thousand candles each. */
  @Benchmark
  @OperationsPerInvocation(CANDLES)
  public long engineTenSymbols() {
    return run(ten);
  }

  /**
   * The peer: the same rules, doubles, no fees, a fresh strategy (and so fresh caches) each time.
   */
  @Benchmark
  @OperationsPerInvocation(CANDLES)
  public int ta4j() {
    ClosePriceIndicator close = new ClosePriceIndicator(series);
    EMAIndicator fast = new EMAIndicator(close, 12);
    EMAIndicator slow = new EMAIndicator(close, 26);
    BaseStrategy strategy =
        new BaseStrategy(
            new CrossedUpIndicatorRule(fast, slow),
            new CrossedDownIndicatorRule(fast, slow)
                .or(new StopLossRule(close, 100 * Cross.STOP))
                .or(new StopGainRule(close, 100 * Cross.TARGET)),
            26);
    return new BarSeriesManager(series).run(strategy).getPositionCount();
  }

  /** One symbol with twenty indicators, all read at each close. */
  @Benchmark
  @OperationsPerInvocation(CANDLES)
  public long engineTwentyIndicators() {
    return run(one, new Twenty());
  }

  static long run(List<CandleColumns> feeds) {
    return run(feeds, new Cross());
  }

  private static long run(List<CandleColumns> feeds, Strategy strategy) {
    Counter counter = new Counter();
    CandleSession session =
        new CandleSession(spec(feeds.size()), strategy, CostModel.NONE, feeds, counter);
    boolean more = true;
    while (more) {
      more = session.step();
    }
    session.end();
    return session.engine().equityScaled() + counter.trades;
  }

  static EngineSpec spec(int symbols) {
    List<Instrument> instruments = new ArrayList<>();
    for (int i = 0; i < symbols; i++) {
      instruments.add(
          new Instrument(
              InstrumentId.parse("T" + i + "/USDT", "bench", Market.SPOT),
              Walk.PRICE_SCALE,
              Walk.QTY_SCALE,
              8,
              List.of(new TradingRules(0, 1, 1000, 1000, 500_000_000L, 1000, 1000))));
    }
    return new EngineSpec(
        instruments,
        Interval.parse("1m"),
        "cross",
        ParameterValues.of(List.of(), Map.of()),
        RiskSettings.RESEARCH,
        ExitRules.NONE,
        1_000_000_00000000L,
        Walk.START_NS,
        Long.MAX_VALUE / 2);
  }

  /** Hears every record and counts trades. */
  static final class Counter implements AuditSink {
    long trades;

    @Override
    public void accept(AuditRecord entry) {
      if (entry instanceof AuditRecord.TradeClosed) {
        trades++;
      }
    }
  }
}
