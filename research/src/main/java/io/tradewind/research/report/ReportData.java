package io.tradewind.research.report;

import io.tradewind.core.execution.cost.NetResult;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.CostReport;
import io.tradewind.research.backtest.EquityCurve;
import io.tradewind.research.backtest.RivalResult;
import io.tradewind.research.backtest.RunDescription;
import io.tradewind.research.backtest.StrategyResult;
import io.tradewind.research.backtest.SymbolChart;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * What the script of the HTML report reads: a private, compact JSON (times in seconds, rows as
 * arrays, prices as differences), not the one of {@link JsonReport}. Sizes are bounded, so that a
 * long run still gives a file that can be sent to someone.
 */
final class ReportData {
  /** A symbol's candles beyond this are joined to longer ones. */
  static final int MAX_CANDLES = 20_000;

  /** Trades beyond this are left out, and the report says so. */
  static final int MAX_TRADES = 100_000;

  /** Days beyond these are in the JSON alone. */
  static final int MAX_COST_DAYS = 10;

  /** Shifts of capital before these are in the JSON alone. */
  static final int MAX_SHIFTS = 200;

  /** Points of a curve beyond about this are thinned to the extremes of each stretch. */
  static final int MAX_POINTS = 6_000;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final BacktestResult result;
  private final JsonGenerator json;

  private ReportData(BacktestResult result, JsonGenerator json) {
    this.result = result;
    this.json = json;
  }

  /** JSON that is safe inside of a script element: it holds no {@code <}. */
  static String of(BacktestResult result) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonText.generator(text)) {
      new ReportData(result, json).write();
    }
    return text.toString().replace("<", "\\u003c");
  }

  private void write() {
    json.writeStartObject();
    writeRun();
    Metrics metrics = Metrics.of(result);
    writeFigures(metrics);
    writeCurve("equity", result.candle().orElse(result.daily()));
    writeCurve("hold", result.buyAndHold());
    writeRolling(metrics);
    writeMonths();
    writeStrategies();
    writeRivals();
    new ExecutionJson(json).writeSummary("execution", result.executions());
    new CapitalJson(json, result.daily().cashScale()).writeRows(result.capital(), MAX_SHIFTS);
    writeCostDays();
    writeCharts();
    writeTrades();
    writeSignals();
    json.writeStringProperty("fingerprint", result.fingerprint());
    json.writeStringProperty("stateHash", result.stateHash());
    json.writeNumberProperty("candles", result.candles());
    json.writeNumberProperty("elapsedNs", result.elapsedNs());
    json.writeEndObject();
  }

  private void writeRun() {
    RunDescription run = result.run();
    json.writeName("run").writeStartObject();
    json.writeStringProperty("strategy", run.strategy());
    writePairs("parameters", run.parameters());
    writeTexts("symbols", run.symbols());
    json.writeStringProperty("interval", run.interval());
    json.writeNumberProperty("from", seconds(run.fromNs()));
    json.writeNumberProperty("to", seconds(run.toNs()));
    json.writeStringProperty("capital", run.capital());
    json.writeStringProperty("currency", run.currency());
    json.writeName("data").writeStartArray();
    for (RunDescription.DataSpan span : run.data()) {
      json.writeStartArray();
      json.writeString(span.symbol());
      json.writeString(String.join(", ", span.intervals()));
      json.writeNumber(seconds(span.firstNs()));
      json.writeNumber(seconds(span.lastNs()));
      json.writeNumber(span.candles());
      json.writeNumber(span.trades());
      json.writeNumber(span.bookChanges());
      json.writeEndArray();
    }
    json.writeEndArray();
    writePairs("settings", run.settings());
    json.writeStringProperty("version", run.version());
    json.writeStringProperty("java", run.javaVersion());
    writeTexts("notices", run.notices());
    json.writeEndObject();
  }

  private void writeFigures(Metrics metrics) {
    json.writeName("figures").writeStartArray();
    for (Figure figure : Figure.values()) {
      json.writeStartObject();
      json.writeStringProperty("key", figure.key());
      json.writeStringProperty("group", figure.group().title());
      json.writeStringProperty("unit", figure.unit().name());
      json.writeStringProperty("label", figure.label());
      json.writeStringProperty("explanation", figure.explanation());
      json.writeName("value");
      writeNumber(metrics.value(figure));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeCurve(String name, EquityCurve curve) {
    List<Integer> points = CurveThinning.points(curve, MAX_POINTS);
    json.writeName(name).writeStartObject();
    json.writeName("t").writeStartArray();
    points.forEach(i -> json.writeNumber(seconds(curve.timeNs(i))));
    json.writeEndArray();
    json.writeName("v").writeStartArray();
    points.forEach(i -> json.writeNumber(Decimals.of(curve.equityScaled(i), curve.cashScale())));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeRolling(Metrics metrics) {
    int days = Math.max(0, result.daily().size() - 1);
    json.writeName("rolling").writeStartObject();
    json.writeNumberProperty("days", Rolling.DAYS);
    json.writeName("t").writeStartArray();
    for (int i = 0; i < days; i++) {
      json.writeNumber(seconds(result.daily().timeNs(i + 1)));
    }
    json.writeEndArray();
    for (Rolling figure : Rolling.values()) {
      json.writeName(figure.key()).writeStartArray();
      for (int day = 0; day < days; day++) {
        writeFinite(metrics.rolling(figure, day));
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void writeMonths() {
    json.writeName("years").writeStartArray();
    for (MonthlyReturns year : MonthlyReturns.of(result.daily())) {
      json.writeStartObject();
      json.writeNumberProperty("year", year.year());
      json.writeName("months").writeStartArray();
      year.months().forEach(month -> writeFinite(month.orElse(Double.NaN)));
      json.writeEndArray();
      json.writeName("total");
      writeFinite(year.total().orElse(Double.NaN));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeStrategies() {
    StrategyJson parts = new StrategyJson(result, json);
    json.writeName("strategies").writeStartArray();
    for (StrategyResult strategy : result.strategies()) {
      EquityCurve daily = strategy.daily();
      Metrics metrics = Metrics.of(result.of(strategy));
      json.writeStartObject();
      json.writeStringProperty("name", strategy.name());
      json.writeNumberProperty("capital", Decimals.of(daily.equityScaled(0), daily.cashScale()));
      writeFiguresOf(metrics);
      json.writeName("costs");
      parts.write(strategy.result(), daily.cashScale());
      parts.writeQuality(strategy.quality());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeFiguresOf(Metrics metrics) {
    json.writeName("figures").writeStartObject();
    for (Figure figure : Figure.values()) {
      json.writeName(figure.key());
      writeNumber(metrics.value(figure));
    }
    json.writeEndObject();
  }

  private void writeRivals() {
    json.writeName("rivals").writeStartArray();
    for (RivalResult rival : result.rivals()) {
      json.writeStartObject();
      json.writeStringProperty("name", rival.name());
      json.writeStringProperty("words", rival.rivalry().text());
      writeFiguresOf(Metrics.of(rival.result()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The dearest days of all strategies together, the dearest first. */
  private void writeCostDays() {
    Map<String, NetResult> days = new LinkedHashMap<>();
    for (CostReport.Day day : result.costs().days()) {
      days.merge(StrategyJson.date(day), day.result(), NetResult::plus);
    }
    json.writeName("costDays").writeStartArray();
    days.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                (Map.Entry<String, NetResult> day) -> -day.getValue().costs().totalScaled()))
        .limit(MAX_COST_DAYS)
        .forEach(day -> {
          json.writeStartArray();
          json.writeString(day.getKey());
          json.writeNumber(
              Decimals.of(day.getValue().costs().totalScaled(), result.daily().cashScale()));
          json.writeEndArray();
        });
    json.writeEndArray();
  }

  private void writeCharts() {
    Interval interval = Interval.parse(result.run().interval());
    json.writeName("charts").writeStartArray();
    for (SymbolChart chart : result.charts()) {
      ReportCandles candles = ReportCandles.of(chart.candles(), interval, MAX_CANDLES);
      json.writeStartObject();
      json.writeStringProperty("symbol", chart.instrument().id().symbol());
      json.writeStringProperty("interval", candles.interval().toString());
      json.writeBooleanProperty("joined", !candles.interval().equals(interval));
      json.writeNumberProperty("step", seconds(candles.interval().durationNs()));
      writeCandles(candles);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Times as differences in steps; open against the close before, then close, high and low against
   * the open, all in units of the coarsest step of prices.
   */
  private void writeCandles(ReportCandles report) {
    CandleColumns candles = report.candles();
    long unit = report.unit();
    long stepNs = report.interval().durationNs();
    BigDecimal price = Decimals.of(unit, candles.priceScale());
    json.writeNumberProperty("unit", price);
    json.writeNumberProperty("digits", price.scale());
    json.writeNumberProperty("start", candles.size() == 0 ? 0 : seconds(candles.openTimeNs(0)));
    json.writeName("rows").writeStartArray();
    for (int i = 0; i < candles.size(); i++) {
      long before = i == 0 ? 0 : candles.close(i - 1);
      long steps = i == 0 ? 0 : (candles.openTimeNs(i) - candles.openTimeNs(i - 1)) / stepNs;
      json.writeNumber(steps);
      json.writeNumber((candles.open(i) - before) / unit);
      json.writeNumber((candles.close(i) - candles.open(i)) / unit);
      json.writeNumber((candles.high(i) - candles.open(i)) / unit);
      json.writeNumber((candles.open(i) - candles.low(i)) / unit);
    }
    json.writeEndArray();
  }

  private void writeTrades() {
    List<ClosedTrade> trades = result.trades();
    Map<String, Integer> words = new LinkedHashMap<>();
    json.writeNumberProperty("tradeTotal", trades.size());
    json.writeName("trades").writeStartArray();
    for (ClosedTrade trade : trades.subList(0, Math.min(MAX_TRADES, trades.size()))) {
      writeTrade(trade, words);
    }
    json.writeEndArray();
    writeTexts("words", new ArrayList<>(words.keySet()));
  }

  private void writeTrade(ClosedTrade trade, Map<String, Integer> words) {
    json.writeStartArray();
    json.writeNumber(index(words, trade.instrument().id().symbol()));
    json.writeNumber(trade.direction().sign());
    json.writeNumber(Decimals.canonical(trade.qty()));
    json.writeNumber(exactSeconds(trade.entryTimeNs()));
    json.writeNumber(Decimals.canonical(trade.entryPrice()));
    json.writeNumber(exactSeconds(trade.exitTimeNs()));
    json.writeNumber(Decimals.canonical(trade.exitPrice()));
    json.writeNumber(index(words, trade.reason().label()));
    json.writeNumber(Decimals.money(trade, trade.feesScaled()));
    json.writeNumber(Decimals.money(trade, trade.slippageScaled()));
    json.writeNumber(Decimals.money(trade, trade.fundingScaled()));
    json.writeNumber(Decimals.money(trade, trade.profitScaled()));
    writeNumber(Decimals.profitPercent(trade));
    writeNumber(Decimals.r(trade));
    json.writeNumber(index(words, trade.entryReason()));
    json.writeNumber(index(words, trade.strategy()));
    json.writeEndArray();
  }

  private static int index(Map<String, Integer> words, String word) {
    return words.computeIfAbsent(word, w -> words.size());
  }

  private void writeSignals() {
    SignalCounts counts = SignalCounts.of(result.signals());
    json.writeName("signals").writeStartObject();
    json.writeNumberProperty("raised", counts.raised());
    json.writeNumberProperty("followed", counts.followed());
    json.writeName("refused").writeStartArray();
    counts
        .refused()
        .forEach((refusal, count) -> {
          json.writeStartArray();
          json.writeString(refusal.text());
          json.writeString(refusal.by());
          json.writeNumber(count);
          json.writeEndArray();
        });
    json.writeEndArray();
    json.writeEndObject();
  }

  /** To the millisecond below, so that a fill just before a close stays in its candle. */
  private static BigDecimal exactSeconds(long ns) {
    return Decimals.canonical(BigDecimal.valueOf(Math.floorDiv(ns, NANOS_PER_MILLI), 3));
  }

  /** To the nearest second. */
  private static long seconds(long ns) {
    return Math.floorDiv(ns + Utc.SECOND_NS / 2, Utc.SECOND_NS);
  }

  private void writeNumber(Optional<BigDecimal> value) {
    value.ifPresentOrElse(json::writeNumber, json::writeNull);
  }

  private void writeFinite(double value) {
    if (Double.isFinite(value)) {
      json.writeNumber((float) value);
    } else {
      json.writeNull();
    }
  }

  private void writePairs(String name, Map<String, String> pairs) {
    json.writeName(name).writeStartArray();
    pairs.forEach((key, value) -> {
      json.writeStartArray();
      json.writeString(key);
      json.writeString(value);
      json.writeEndArray();
    });
    json.writeEndArray();
  }

  private void writeTexts(String name, List<String> texts) {
    json.writeName(name).writeStartArray();
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
