package io.tradewind.app.run;

import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.ExitReason;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.RivalResult;
import io.tradewind.research.backtest.RunDescription;
import io.tradewind.research.backtest.SignalRecord;
import io.tradewind.research.backtest.StrategyResult;
import io.tradewind.research.report.Figure;
import io.tradewind.research.report.Metrics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A result as it is read at the terminal. */
public final class ResultText {
  private static final int LABEL = 15;
  private static final int VALUE = 13;
  private static final String GAP = "    ";

  private static final List<List<Figure>> BLOCKS =
      List.of(
          List.of(
              Figure.TOTAL_RETURN,
              Figure.CAGR,
              Figure.BUY_AND_HOLD_RETURN,
              Figure.BEST_DAY,
              Figure.WORST_DAY,
              Figure.EXPOSURE),
          List.of(
              Figure.MAX_DRAWDOWN,
              Figure.LONGEST_DRAWDOWN_DAYS,
              Figure.VOLATILITY,
              Figure.SHARPE,
              Figure.SORTINO,
              Figure.CALMAR),
          List.of(
              Figure.TRADES,
              Figure.WIN_RATE,
              Figure.PROFIT_FACTOR,
              Figure.EXPECTANCY,
              Figure.AVERAGE_WIN,
              Figure.AVERAGE_LOSS));

  private final BacktestResult result;
  private final Metrics metrics;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  private ResultText(BacktestResult result, Ink ink) {
    this.result = result;
    this.metrics = Metrics.of(result);
    this.ink = ink;
  }

  /** The lines. */
  public static List<String> lines(BacktestResult result, Ink ink) {
    ResultText text = new ResultText(result, ink);
    text.addHeadline();
    text.lines.add("");
    text.addFigures();
    text.lines.add("");
    if (result.strategies().size() > 1) {
      text.lines.addAll(StrategyText.table(result, ink));
      text.lines.add("");
    }
    if (!result.rivals().isEmpty()) {
      text.lines.addAll(StrategyText.rivals(result, ink));
      text.lines.add("");
    }
    text.addDetails();
    return text.lines;
  }

  private void addHeadline() {
    RunDescription run = result.run();
    String symbols =
        String.join(
            ", ", run.symbols().stream().map(name -> name.replaceFirst("^[^:]*:", "")).toList());
    lines.add(
        ink.bold(run.strategy() + " on " + symbols + ", " + run.interval())
            + ink.faint(
                "  " + RunTimes.minute(run.fromNs()) + " to " + RunTimes.minute(run.toNs())));
    double total = metrics.number(Figure.TOTAL_RETURN).orElse(0);
    String end = Figures.text(metrics, Figure.FINAL_EQUITY);
    lines.add(
        Figures.money(Double.parseDouble(run.capital()))
            + " "
            + run.currency()
            + " became "
            + ink.bold(end)
            + " ("
            + ink.signed(total, Figures.signedPercent(total))
            + ")");
  }

  private void addFigures() {
    for (int row = 0; row < BLOCKS.getFirst().size(); row++) {
      StringBuilder line = new StringBuilder();
      for (List<Figure> block : BLOCKS) {
        Figure figure = block.get(row);
        String value = Figures.text(metrics, figure);
        line.append(line.isEmpty() ? "" : GAP);
        line.append(ink.faint(Text.of("%-" + LABEL + "s", shortLabel(figure))));
        line.append(" ".repeat(Math.max(0, VALUE - value.length())));
        line.append(Figures.painted(ink, metrics, figure, value));
      }
      lines.add(line.toString());
    }
  }

  private static String shortLabel(Figure figure) {
    return figure == Figure.LONGEST_DRAWDOWN_DAYS ? "Longest drawd." : figure.label();
  }

  private void addDetails() {
    String currency = result.run().currency();
    detail("costs", costs(currency));
    if (!result.trades().isEmpty()) {
      detail("exits", exits());
    }
    detail("signals", signals(result));
    WaysText.execution(result.executions()).ifPresent(said -> detail("execution", said));
    WaysText.capital(result).forEach(said -> detail("allocation", said));
    for (RivalResult rival : result.rivals()) {
      detail("rival", rival.name() + ": " + rival.rivalry().text());
      detail("signals", rival.name() + ": " + signals(rival.result()));
    }
    boolean named = result.strategies().size() > 1;
    for (StrategyResult strategy : result.strategies()) {
      StrategyText.quality(strategy, named).ifPresent(said -> detail("quality", said));
      StrategyText.later(strategy, named).ifPresent(said -> detail("later", said));
    }
    result.run().notices().forEach(notice -> lines.add(ink.yellow("note        ") + notice));
    for (RivalResult rival : result.rivals()) {
      rival
          .result()
          .run()
          .notices()
          .forEach(notice -> lines.add(ink.yellow("note        ") + rival.name() + ": " + notice));
    }
    detail("fingerprint", result.fingerprint());
    double seconds = result.elapsedNs() / 1e9;
    if (result.run().onTicks()) {
      detail("latency", latencies(result.run().settings()));
      detail("ticks", Text.of("%s in %.2f s", ticks(result.run()), seconds));
    } else {
      detail("candles", Text.of("%,d in %.2f s", result.candles(), seconds));
    }
  }

  private static String ticks(RunDescription run) {
    return Text.count(run.trades(), "trade")
        + " and "
        + Text.count(run.bookChanges(), "change")
        + " of the book";
  }

  private static String latencies(Map<String, String> settings) {
    return "market data "
        + settings.getOrDefault("ticks.feed-latency", "as recorded")
        + ", orders "
        + latency(settings, "order")
        + ", answers "
        + latency(settings, "answer")
        + "; queue "
        + settings.getOrDefault("ticks.queue", "");
  }

  private static String latency(Map<String, String> settings, String message) {
    String jitter = settings.getOrDefault("ticks." + message + "-jitter", "0");
    return settings.getOrDefault("ticks." + message + "-latency", "")
        + (jitter.equals("0") ? "" : " and " + jitter + " on average by lot");
  }

  private String costs(String currency) {
    return Text.of(
        "fees %s, %s, funding %s %s; %s times equity traded",
        Figures.text(metrics, Figure.FEES),
        StrategyText.slippage(result)
            .orElseGet(() -> "slippage " + Figures.text(metrics, Figure.SLIPPAGE)),
        Figures.text(metrics, Figure.FUNDING),
        currency,
        Figures.text(metrics, Figure.TURNOVER));
  }

  private void detail(String name, String text) {
    lines.add(ink.faint(Text.of("%-12s", name)) + text);
  }

  private String exits() {
    Map<ExitReason, Integer> counts = new EnumMap<>(ExitReason.class);
    for (ClosedTrade trade : result.trades()) {
      counts.merge(trade.reason(), 1, Integer::sum);
    }
    List<String> texts = new ArrayList<>();
    counts.forEach((reason, count) -> texts.add(reason.label() + " " + count));
    return String.join(", ", texts);
  }

  private static String signals(BacktestResult result) {
    Map<String, Integer> refused = new TreeMap<>();
    int count = 0;
    for (SignalRecord signal : result.signals()) {
      if (signal.refusal().isPresent()) {
        refused.merge(signal.refusal().orElseThrow().text(), 1, Integer::sum);
        count++;
      }
    }
    StringBuilder text = new StringBuilder();
    text.append(Text.of("%,d, of which %,d were refused", result.signals().size(), count));
    refused.forEach((reason, times) -> text.append(Text.of("; %,d x %s", times, reason)));
    return text.toString();
  }
}
