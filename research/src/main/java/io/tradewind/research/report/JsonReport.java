package io.tradewind.research.report;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.EquityCurve;
import io.tradewind.research.backtest.RunDescription;
import io.tradewind.research.backtest.SignalRecord;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * A run as one JSON object, described by {@value #SCHEMA} beside this class and in {@code
 * docs/json-output.md}. Decimals are exact, times are ISO 8601 in UTC, what is undefined is null.
 */
public final class JsonReport {
  /** The JSON schema (draft 2020-12), a resource beside this class. */
  public static final String SCHEMA = "backtest.schema.json";

  private static final long NANOS_PER_MILLI = 1_000_000;

  private JsonReport() {}

  /**
   * Writes the object and flushes; the writer stays open.
   *
   * @throws IllegalArgumentException if equity per candle is asked for and the run kept none
   * @throws tools.jackson.core.exc.JacksonIOException if the writer fails
   */
  public static void write(BacktestResult result, EquityMode equity, Writer out) {
    try (JsonGenerator json = JsonText.generator(out)) {
      write(result, equity, json);
    }
  }

  /** As the other, in UTF-8. */
  public static void write(BacktestResult result, EquityMode equity, OutputStream out) {
    try (JsonGenerator json = JsonText.generator(out)) {
      write(result, equity, json);
    }
  }

  /** The object without trades and equity, in UTF-8: what made the result, and its figures. */
  static void writeSummary(BacktestResult result, OutputStream out) {
    try (JsonGenerator json = JsonText.generator(out)) {
      json.writeStartObject();
      writeRun(result.run(), json);
      writeFigures(result, json);
      StrategyJson strategies = new StrategyJson(result, json);
      strategies.writeStrategies();
      writeWays(result, strategies, json);
      strategies.writeDays();
      writeOutcome(result, json);
      json.writeEndObject();
    }
  }

  private static void write(BacktestResult result, EquityMode mode, JsonGenerator json) {
    EquityCurve equity = curve(result, mode);
    json.writeStartObject();
    writeRun(result.run(), json);
    writeFigures(result, json);
    StrategyJson strategies = new StrategyJson(result, json);
    strategies.writeStrategies();
    writeWays(result, strategies, json);
    writeTrades(result, strategies, json);
    strategies.writeDays();
    writeEquity(equity, json);
    writeOutcome(result, json);
    json.writeEndObject();
  }

  private static void writeWays(
      BacktestResult result, StrategyJson strategies, JsonGenerator json) {
    new ExecutionJson(json).write(result.executions());
    new CapitalJson(json, result.daily().cashScale()).write(result.capital());
    strategies.writeRivals();
  }

  private static void writeOutcome(BacktestResult result, JsonGenerator json) {
    writeSignals(result.signals(), json);
    json.writeStringProperty("fingerprint", result.fingerprint());
    json.writeStringProperty("stateHash", result.stateHash());
    json.writeNumberProperty("candles", result.candles());
    json.writeNumberProperty("elapsedMs", result.elapsedNs() / NANOS_PER_MILLI);
  }

  /** The points that a mode asks for. */
  static EquityCurve curve(BacktestResult result, EquityMode mode) {
    return switch (mode) {
      case DAILY -> result.daily();
      case CANDLE -> {
        Check.argument(
            result.candle().isPresent(), "equity per candle must have been kept, was %s", mode);
        yield result.candle().orElseThrow();
      }
    };
  }

  private static void writeRun(RunDescription run, JsonGenerator json) {
    json.writeName("run").writeStartObject();
    json.writeStringProperty("strategy", run.strategy());
    writeTexts("parameters", run.parameters(), json);
    JsonText.writeTexts(json, "symbols", run.symbols());
    json.writeStringProperty("interval", run.interval());
    json.writeStringProperty("from", Utc.format(run.fromNs()));
    json.writeStringProperty("to", Utc.format(run.toNs()));
    json.writeNumberProperty("capital", Decimals.canonical(new BigDecimal(run.capital())));
    json.writeStringProperty("currency", run.currency());
    json.writeName("data").writeStartArray();
    for (RunDescription.DataSpan span : run.data()) {
      writeSpan(span, json);
    }
    json.writeEndArray();
    writeTexts("settings", run.settings(), json);
    json.writeName("versions").writeStartObject();
    json.writeStringProperty("tradewind", run.version());
    json.writeStringProperty("java", run.javaVersion());
    json.writeEndObject();
    JsonText.writeTexts(json, "notices", run.notices());
    json.writeEndObject();
  }

  private static void writeSpan(RunDescription.DataSpan span, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("symbol", span.symbol());
    JsonText.writeTexts(json, "intervals", span.intervals());
    json.writeStringProperty("first", Utc.format(span.firstNs()));
    json.writeStringProperty("last", Utc.format(span.lastNs()));
    json.writeNumberProperty("candles", span.candles());
    json.writeNumberProperty("trades", span.trades());
    json.writeNumberProperty("bookChanges", span.bookChanges());
    json.writeEndObject();
  }

  private static void writeFigures(BacktestResult result, JsonGenerator json) {
    Metrics metrics = Metrics.of(result);
    writeMetrics(metrics, json);
    writeRolling(metrics, result.daily(), json);
  }

  private static void writeMetrics(Metrics metrics, JsonGenerator json) {
    json.writeName("metrics").writeStartObject();
    for (Figure figure : Figure.values()) {
      JsonText.writeNumber(json, figure.key(), metrics.value(figure));
    }
    json.writeEndObject();
  }

  private static void writeRolling(Metrics metrics, EquityCurve daily, JsonGenerator json) {
    json.writeName("rolling").writeStartArray();
    for (int day = Rolling.DAYS - 1; day < daily.size() - 1; day++) {
      json.writeStartObject();
      json.writeStringProperty("time", Utc.format(daily.timeNs(day + 1)));
      for (Rolling figure : Rolling.values()) {
        JsonText.writeNumber(json, figure.key(), metrics.rolling(figure, day));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTrades(
      BacktestResult result, StrategyJson strategies, JsonGenerator json) {
    json.writeName("trades").writeStartArray();
    for (int i = 0; i < result.trades().size(); i++) {
      ClosedTrade trade = result.trades().get(i);
      json.writeStartObject();
      json.writeStringProperty("strategy", trade.strategy());
      json.writeStringProperty("symbol", trade.instrument().id().symbol());
      json.writeStringProperty("side", trade.direction().label());
      json.writeNumberProperty("quantity", Decimals.canonical(trade.qty()));
      json.writeStringProperty("entryTime", Utc.format(trade.entryTimeNs()));
      json.writeNumberProperty("entryPrice", Decimals.canonical(trade.entryPrice()));
      json.writeStringProperty("exitTime", Utc.format(trade.exitTimeNs()));
      json.writeNumberProperty("exitPrice", Decimals.canonical(trade.exitPrice()));
      json.writeStringProperty("exitReason", trade.reason().label());
      json.writeNumberProperty("fees", Decimals.money(trade, trade.feesScaled()));
      json.writeNumberProperty("slippage", Decimals.money(trade, trade.slippageScaled()));
      json.writeNumberProperty("funding", Decimals.money(trade, trade.fundingScaled()));
      json.writeNumberProperty("profit", Decimals.money(trade, trade.profitScaled()));
      JsonText.writeNumber(json, "profitPercent", Decimals.profitPercent(trade));
      JsonText.writeNumber(json, "r", Decimals.r(trade));
      json.writeStringProperty("entryReason", trade.entryReason());
      json.writeName("costs");
      strategies.write(result.costs().of(i, trade), trade.instrument().cashScale());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeEquity(EquityCurve curve, JsonGenerator json) {
    json.writeName("equity").writeStartArray();
    for (int i = 0; i < curve.size(); i++) {
      json.writeStartObject();
      json.writeStringProperty("time", Utc.format(curve.timeNs(i)));
      json.writeNumberProperty("equity", Decimals.of(curve.equityScaled(i), curve.cashScale()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeSignals(List<SignalRecord> signals, JsonGenerator json) {
    SignalCounts counts = SignalCounts.of(signals);
    json.writeName("signals").writeStartObject();
    json.writeNumberProperty("raised", counts.raised());
    json.writeNumberProperty("followed", counts.followed());
    json.writeName("refused").writeStartObject();
    counts
        .refused()
        .forEach((refusal, count) -> json.writeNumberProperty(JsonText.key(refusal), count));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeTexts(String name, Map<String, String> texts, JsonGenerator json) {
    json.writeName(name).writeStartObject();
    texts.forEach(json::writeStringProperty);
    json.writeEndObject();
  }
}
