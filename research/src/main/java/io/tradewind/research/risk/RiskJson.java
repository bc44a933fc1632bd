package io.tradewind.research.risk;

import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.sizing.SizeRule;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.RunDescription;
import io.tradewind.research.report.Decimals;
import io.tradewind.research.report.JsonText;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * The risk of a run as one JSON object, described by {@value #SCHEMA} beside this class and in
 * {@code docs/json-output.md}. Times are ISO 8601 in UTC, what is undefined is null.
 */
public final class RiskJson {
  /** The JSON schema (draft 2020-12), a resource beside this class. */
  public static final String SCHEMA = "risk.schema.json";

  private final RiskReport report;
  private final JsonGenerator json;

  private RiskJson(RiskReport report, JsonGenerator json) {
    this.report = report;
    this.json = json;
  }

  /** Writes the object and flushes; the writer stays open. */
  public static void write(RiskReport report, Writer out) {
    try (JsonGenerator json = JsonText.generator(out)) {
      new RiskJson(report, json).write();
    }
  }

  /** The object as text. */
  public static String text(RiskReport report) {
    StringWriter text = new StringWriter();
    write(report, text);
    return text.toString();
  }

  private void write() {
    json.writeStartObject();
    writeRun(report.run());
    writeUse("heat", report.heat());
    writeUse("leverage", report.leverage());
    writeSymbols();
    writeFall();
    writeLosses();
    writeCorrelations();
    writeEvents();
    writeSizes();
    writeSignals();
    writeFunding();
    writeLiquidations();
    writeWorst();
    writeDays();
    json.writeEndObject();
  }

  private void writeRun(RunDescription run) {
    json.writeName("run").writeStartObject();
    json.writeStringProperty("strategy", run.strategy());
    JsonText.writeTexts(json, "symbols", run.symbols());
    json.writeStringProperty("interval", run.interval());
    json.writeStringProperty("from", Utc.format(run.fromNs()));
    json.writeStringProperty("to", Utc.format(run.toNs()));
    json.writeNumberProperty("capital", Decimals.canonical(new BigDecimal(run.capital())));
    json.writeStringProperty("currency", run.currency());
    json.writeName("settings").writeStartObject();
    run.settings().forEach(json::writeStringProperty);
    json.writeEndObject();
    JsonText.writeTexts(json, "notices", run.notices());
    json.writeEndObject();
  }

  private void writeUse(String name, RiskReport.Use use) {
    json.writeName(name).writeStartObject();
    writeNumber("max", use.max());
    json.writeStringProperty("maxTime", Utc.format(use.maxTimeNs()));
    writeNumber("mean", use.mean());
    writeNumber("limit", use.limit().orElse(Double.NaN));
    json.writeNumberProperty("daysOver", use.daysOver());
    json.writeNumberProperty("days", use.days());
    json.writeEndObject();
  }

  private void writeSymbols() {
    json.writeName("symbols").writeStartArray();
    for (RiskReport.SymbolUse symbol : report.symbols()) {
      json.writeStartObject();
      json.writeStringProperty("symbol", symbol.symbol());
      writeNumber("maxExposure", symbol.maxExposure());
      json.writeNumberProperty("daysHeld", symbol.daysHeld());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeFall() {
    json.writeName("drawdown").writeStartObject();
    writeNumber("max", report.drawdown().max());
    writeNumber("last", report.drawdown().last());
    json.writeNumberProperty("longestDays", report.drawdown().longestDays());
    json.writeEndObject();
  }

  private void writeLosses() {
    RiskReport.DailyLoss losses = report.valueAtRisk();
    json.writeName("valueAtRisk").writeStartObject();
    writeNumber("confidence", losses.confidence());
    json.writeNumberProperty("window", losses.window());
    json.writeName("methods").writeStartArray();
    for (RiskReport.Method method : losses.methods()) {
      json.writeStartObject();
      json.writeStringProperty("method", method.model().label());
      writeNumber("loss", method.loss());
      writeNumber("expectedShortfall", method.shortfall());
      json.writeNumberProperty("daysJudged", method.judged().days());
      json.writeNumberProperty("exceedances", method.judged().exceedances());
      writeNumber("expected", method.judged().expected());
      writeNumber("kupiecP", method.judged().proportionPValue());
      writeNumber("independenceP", method.judged().independencePValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeCorrelations() {
    RiskReport.Correlations correlations = report.correlations();
    json.writeName("correlations").writeStartObject();
    writeNumber("limit", correlations.limit());
    json.writeBooleanProperty("isLimited", correlations.isLimited());
    json.writeName("pairs").writeStartArray();
    for (RiskReport.Pair pair : correlations.pairs()) {
      json.writeStartObject();
      json.writeStringProperty("first", pair.first());
      json.writeStringProperty("second", pair.second());
      writeNumber("correlation", pair.correlation());
      json.writeNumberProperty("commonDays", pair.days());
      json.writeBooleanProperty("isOver", pair.correlation() > correlations.limit());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeEvents() {
    json.writeName("events").writeStartArray();
    for (RiskEvent event : report.heard().events()) {
      json.writeStartObject();
      json.writeStringProperty("time", Utc.format(event.timeNs()));
      json.writeStringProperty("kind", event.kind().label());
      json.writeStringProperty("name", event.name());
      json.writeStringProperty("detail", event.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeSizes() {
    json.writeName("sizes").writeStartArray();
    for (Map.Entry<SizeRule, Integer> size : report.heard().sizes().entrySet()) {
      json.writeStartObject();
      json.writeStringProperty("rule", JsonText.key(size.getKey()));
      json.writeStringProperty("words", size.getKey().text());
      json.writeBooleanProperty("isLimit", size.getKey().isLimit());
      json.writeNumberProperty("entries", size.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeSignals() {
    json.writeName("signals").writeStartObject();
    json.writeNumberProperty("raised", report.signals().raised());
    json.writeNumberProperty("followed", report.signals().followed());
    json.writeName("refused").writeStartArray();
    for (Map.Entry<Refusal, Integer> refused : report.signals().refused().entrySet()) {
      json.writeStartObject();
      json.writeStringProperty("reason", JsonText.key(refused.getKey()));
      json.writeStringProperty("by", refused.getKey().by());
      json.writeStringProperty("words", refused.getKey().text());
      json.writeNumberProperty("times", refused.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeFunding() {
    json.writeName("funding").writeStartObject();
    json.writeNumberProperty("paid", Decimals.canonical(report.heard().fundingPaid()));
    json.writeNumberProperty("received", Decimals.canonical(report.heard().fundingReceived()));
    json.writeEndObject();
  }

  private void writeLiquidations() {
    json.writeName("liquidations").writeStartArray();
    for (RiskRecord.Liquidation liquidation : report.heard().liquidations()) {
      json.writeStartObject();
      json.writeStringProperty("time", Utc.format(liquidation.timeNs()));
      json.writeStringProperty("symbol", liquidation.symbol());
      json.writeNumberProperty("quantity", Decimals.canonical(liquidation.quantity()));
      json.writeNumberProperty("price", Decimals.canonical(liquidation.price()));
      json.writeNumberProperty("fee", Decimals.canonical(liquidation.fee()));
      json.writeNumberProperty("covered", Decimals.canonical(liquidation.covered()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeWorst() {
    json.writeName("worstTrades").writeStartArray();
    for (ClosedTrade trade : report.worst()) {
      json.writeStartObject();
      json.writeStringProperty("symbol", trade.instrument().id().symbol());
      json.writeStringProperty("side", trade.direction().label());
      json.writeStringProperty("entryTime", Utc.format(trade.entryTimeNs()));
      json.writeStringProperty("exitTime", Utc.format(trade.exitTimeNs()));
      json.writeStringProperty("exitReason", trade.reason().label());
      json.writeNumberProperty("profit", Decimals.canonical(trade.profit()));
      writeNumber("profitRatio", trade.profitRatio());
      writeNumber("r", trade.r().orElse(Double.NaN));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeDays() {
    List<RiskReport.Method> methods = report.valueAtRisk().methods();
    json.writeName("days").writeStartArray();
    for (int i = 0; i < report.days().size(); i++) {
      RiskReport.Day day = report.days().get(i);
      json.writeStartObject();
      json.writeStringProperty("time", Utc.format(day.endNs()));
      writeNumber("equity", day.equity());
      writeNumber("return", day.change());
      writeNumber("drawdown", day.drawdown());
      writeNumber("heat", day.held().map(HeldDay::heat).orElse(Double.NaN));
      writeNumber("maxHeat", day.held().map(HeldDay::maxHeat).orElse(Double.NaN));
      writeNumber("leverage", day.held().map(HeldDay::leverage).orElse(Double.NaN));
      writeNumber("maxLeverage", day.held().map(HeldDay::maxLeverage).orElse(Double.NaN));
      writeNumber("net", day.held().map(HeldDay::net).orElse(Double.NaN));
      json.writeNumberProperty("positions", day.held().map(HeldDay::maxPositions).orElse(0));
      for (RiskReport.Model model : RiskReport.Model.values()) {
        writeNumber(model.label(), loss(methods, model, i));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static double loss(List<RiskReport.Method> methods, RiskReport.Model model, int day) {
    for (RiskReport.Method method : methods) {
      if (method.model() == model) {
        return method.losses().get(day);
      }
    }
    return Double.NaN;
  }

  private void writeNumber(String name, double value) {
    JsonText.writeNumber(json, name, value);
  }
}
