package io.tradewind.research.bias;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.backtest.PlainRuns;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.RandomCandles;
import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.function.Function;

/** Specifications of runs over seeded candles, and sources of strategies. */
final class BiasRuns {
  static final Interval HOUR = Interval.parse("1h");

  private BiasRuns() {}

  /** Hourly candles of two perpetuals, the second one's of another seed. */
  static BacktestSpec two(long seed, int candles, int history, Strategy strategy) {
    return of(
        List.of(TestInstruments.perp("A/USDT"), TestInstruments.perp("B/USDT")),
        List.of(
            RandomCandles.walk(seed, candles, HOUR), RandomCandles.walk(seed + 100, candles, HOUR)),
        HOUR,
        CandleTable.START_NS + history * HOUR.durationNs(),
        strategy);
  }

  /** Hourly candles of one spot instrument. */
  static BacktestSpec one(long seed, int candles, int history) {
    return of(
        List.of(TestInstruments.spot("A/USDT")),
        List.of(RandomCandles.walk(seed, candles, HOUR)),
        HOUR,
        CandleTable.START_NS + history * HOUR.durationNs(),
        new Planted.Silent());
  }

  static BacktestSpec of(
      List<Instrument> instruments,
      List<CandleColumns> feeds,
      Interval interval,
      long fromNs,
      Strategy strategy) {
    return PlainRuns.spec(
        PlainRuns.book("planted", strategy, interval), instruments, feeds, fromNs);
  }

  /** Strategies that are made out of the candles of their run. */
  static StrategySource fitted(Function<double[], Strategy> made) {
    return new StrategySource() {
      @Override
      public Strategy fresh(List<CandleColumns> feeds) {
        return made.apply(closes(feeds.getFirst()));
      }

      @Override
      public Strategy again(List<CandleColumns> feeds) {
        return fresh(feeds);
      }
    };
  }

  static double[] closes(CandleColumns feed) {
    double[] closes = new double[feed.size()];
    for (int row = 0; row < closes.length; row++) {
      closes[row] = Crossing.toDouble(feed.close(row), feed.priceScale());
    }
    return closes;
  }
}
