package io.tradewind.research.bias;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.research.backtest.BacktestRun;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.backtest.RunMarket;
import io.tradewind.research.backtest.RunNotes;
import io.tradewind.research.backtest.RunRules;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** Runs a strategy through a market and writes down what happens. */
final class Trial {
  private static final int SLICES_BETWEEN = 256;

  private final BacktestSpec spec;
  private final Work work;

  /** Runs of one strategy that are alike but for market and strategy. */
  Trial(BacktestSpec spec, Work work) {
    Check.argument(
        spec.books().size() == 1,
        "one strategy at a time is examined, was %s",
        spec.strategyName());
    Check.argument(
        spec.market().ticks().isEmpty(), "a strategy is examined on candles, not on ticks");
    this.spec = spec;
    this.work = work;
  }

  /**
   * To the end of the candles.
   *
   * @throws RuntimeException what the strategy throws
   */
  Transcript whole(Market market, Function<List<CandleColumns>, Strategy> source) {
    Transcript transcript = new Transcript();
    run(market, source.apply(market.feeds()), Long.MAX_VALUE, transcript);
    return transcript;
  }

  /** To the end of the slice at a time; a strategy that fails is a transcript that breaks off. */
  Transcript until(long timeNs, Market market, Function<List<CandleColumns>, Strategy> source) {
    Transcript transcript = new Transcript();
    try {
      run(market, source.apply(market.feeds()), timeNs, transcript);
    } catch (RuntimeException e) {
      transcript.fail(e);
    }
    return transcript;
  }

  private void run(Market market, Strategy strategy, long untilNs, Transcript transcript) {
    DoubleConsumer progress = work.begin();
    BacktestRun run =
        BacktestRun.prepare(in(market, new Witness(strategy, transcript), transcript));
    int slices = 0;
    boolean more = run.step();
    while (more && run.timeNs() <= untilNs) {
      transcript.endSlice(run.timeNs());
      slices++;
      if (slices % SLICES_BETWEEN == 0) {
        progress.accept(run.share());
      }
      more = run.timeNs() < untilNs && run.step();
    }
    work.end();
  }

  private BacktestSpec in(Market market, Strategy strategy, AuditSink sink) {
    return new BacktestSpec(
        new RunMarket(market.instruments(), market.feeds(), market.fundings(), Optional.empty()),
        List.of(spec.books().getFirst().with(strategy, market.capitalScaled())),
        new RunRules(spec.rules().limits(), spec.rules().costs()),
        market.fromNs(),
        market.toNs(),
        RunNotes.NONE,
        sink);
  }
}
