package io.tradewind.app.run;

import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.execution.cost.CostBreakdown;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.quality.QualityReport;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.StrategyResult;
import io.tradewind.research.report.Figure;
import io.tradewind.research.report.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each strategy of a run came to, as it is read at the terminal. */
final class StrategyText {
  private static final List<Figure> FIGURES =
      List.of(
          Figure.FINAL_EQUITY,
          Figure.TOTAL_RETURN,
          Figure.MAX_DRAWDOWN,
          Figure.SHARPE,
          Figure.TRADES,
          Figure.WIN_RATE,
          Figure.PROFIT_FACTOR);

  private static final int WIDTH = 14;

  private StrategyText() {}

  /** A line for each strategy under a headline. */
  static List<String> table(BacktestResult result, Ink ink) {
    Map<String, BacktestResult> rows = new LinkedHashMap<>();
    result.strategies().forEach(strategy -> rows.put(strategy.name(), result.of(strategy)));
    return table(rows, ink);
  }

  /** A line for the run, and one for each challenger, under a headline. */
  static List<String> rivals(BacktestResult result, Ink ink) {
    Map<String, BacktestResult> rows = new LinkedHashMap<>();
    rows.put(result.run().strategy(), result);
    result.rivals().forEach(rival -> rows.put("rival " + rival.name(), rival.result()));
    return table(rows, ink);
  }

  private static List<String> table(Map<String, BacktestResult> rows, Ink ink) {
    int name = rows.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(Text.of("%-" + name + "s", ""));
    head.append(Text.of("%" + WIDTH + "s", "Capital"));
    FIGURES.forEach(figure -> head.append(Text.of("%" + WIDTH + "s", figure.label())));
    lines.add(ink.faint(head.toString()));
    rows.forEach((title, result) -> {
      Metrics metrics = Metrics.of(result);
      StringBuilder line = new StringBuilder(Text.of("%-" + name + "s", title));
      line.append(Text.of("%" + WIDTH + "s", Figures.money(result.daily().equity(0))));
      for (Figure figure : FIGURES) {
        String text = Figures.text(metrics, figure);
        line.append(" ".repeat(Math.max(1, WIDTH - text.length())));
        line.append(Figures.painted(ink, metrics, figure, text));
      }
      lines.add(line.toString());
    });
    return lines;
  }

  /** How good its signals were, in a line; empty where there was no trade. */
  static Optional<String> quality(StrategyResult strategy, boolean named) {
    QualityReport quality = strategy.quality();
    if (quality.trades() == 0) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(named ? strategy.name() + ": " : "");
    text.append(
        Text.of(
            "%.0f %% of the last %s earned, %+.2f %% a trade",
            quality.hitRate() * 100,
            Text.count(quality.trades(), "trade"),
            quality.expectancy() * 100));
    if (!isSure(quality)) {
      text.append(Text.of(", confidence off by %.2f", quality.calibrationError()));
    }
    return Optional.of(text.toString());
  }

  /** Where the price stood after its signals, in a line; empty where too few candles followed. */
  static Optional<String> later(StrategyResult strategy, boolean named) {
    QualityReport.Horizon first = strategy.quality().horizons().getFirst();
    QualityReport.Horizon last = strategy.quality().horizons().getLast();
    return first.signals() == 0 || last.signals() == 0
        ? Optional.empty()
        : Optional.of(
            Text.of(
                "%sprice in the signal's direction %+.2f %% after %s, %+.2f %% after %s",
                named ? strategy.name() + ": " : "",
                first.meanReturn() * 100,
                Text.count(first.bars(), "candle"),
                last.meanReturn() * 100,
                Text.count(last.bars(), "candle")));
  }

  /** Whether it never said how sure it was. */
  private static boolean isSure(QualityReport quality) {
    QualityReport.Bucket last = quality.buckets().getLast();
    return last.trades() == quality.trades() && last.confidence() == 1;
  }

  /** Spread, slippage and impact by themselves; empty where there is but slippage. */
  static Optional<String> slippage(BacktestResult result) {
    CostBreakdown all = CostBreakdown.NONE;
    for (StrategyResult strategy : result.strategies()) {
      all = all.plus(strategy.result().costs());
    }
    if (all.spreadScaled() == 0 && all.impactScaled() == 0) {
      return Optional.empty();
    }
    int scale = result.daily().cashScale();
    return Optional.of(
        Text.of(
            "spread %s, slippage %s, impact %s",
            money(all.spreadScaled(), scale),
            money(all.slippageScaled(), scale),
            money(all.impactScaled(), scale)));
  }

  private static String money(long scaled, int scale) {
    return Figures.money(Crossing.toDouble(scaled, scale));
  }
}
