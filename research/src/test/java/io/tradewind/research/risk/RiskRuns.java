package io.tradewind.research.risk;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.research.backtest.BacktestBook;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.BacktestRun;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.backtest.RunMarket;
import io.tradewind.research.backtest.RunNotes;
import io.tradewind.research.backtest.RunRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs of a script on candles of 12 hours, two a day, heard by a log. */
final class RiskRuns {
  static final Interval HALF_DAY = Interval.parse("12h");
  private static final long COIN = 100_000_000;

  private RiskRuns() {}

  /** A run and what was heard of it. */
  record Heard(BacktestResult result, RiskRecord record, RiskSettings limits) {
    RiskReport report() {
      return RiskAnalysis.of(result, record, limits);
    }
  }

  static Heard run(String script, RiskSettings limits, String... candles) {
    List<Instrument> instruments =
        IntStream.range(0, candles.length)
            .mapToObj(i -> TestInstruments.perp("T" + i + "/USDT"))
            .toList();
    RiskLog log = new RiskLog(instruments, CandleTable.START_NS);
    BacktestRun run =
        BacktestRun.prepare(
            new BacktestSpec(
                new RunMarket(
                    instruments,
                    List.of(candles).stream()
                        .map(text -> CandleTable.parse(text, HALF_DAY))
                        .toList()),
                List.of(
                    new BacktestBook(
                        "scripted",
                        new ScriptedStrategy(script),
                        HALF_DAY,
                        ParameterValues.of(List.of(), Map.of()),
                        ExitRules.NONE,
                        10_000 * COIN)),
                new RunRules(limits, CostModel.NONE),
                CandleTable.START_NS,
                CandleTable.START_NS + 10_000 * HALF_DAY.durationNs(),
                RunNotes.NONE,
                log));
    while (run.step()) {
      log.observe(run.timeNs(), run.session().engine().books());
    }
    return new Heard(run.finish(), log.record(), limits);
  }

  /** Flat candles at these closes. */
  static String closes(double... closes) {
    StringBuilder text = new StringBuilder();
    for (double close : closes) {
      text.append(text.isEmpty() ? "" : ", ");
      text.append("%s %s %s %s".formatted(close, close, close, close));
    }
    return text.toString();
  }
}
