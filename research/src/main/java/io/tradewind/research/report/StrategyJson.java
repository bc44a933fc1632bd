package io.tradewind.research.report;

import io.tradewind.core.allocation.Rivalry;
import io.tradewind.core.execution.cost.CostBreakdown;
import io.tradewind.core.execution.cost.NetResult;
import io.tradewind.core.quality.QualityReport;
import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.CostReport;
import io.tradewind.research.backtest.EquityCurve;
import io.tradewind.research.backtest.RivalResult;
import io.tradewind.research.backtest.StrategyResult;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The parts of the JSON that tell of single strategies, and of costs. */
final class StrategyJson {
  private static final int DATE = 10;

  private final BacktestResult result;
  private final JsonGenerator json;

  StrategyJson(BacktestResult result, JsonGenerator json) {
    this.result = result;
    this.json = json;
  }

  /** One object for each strategy. */
  void writeStrategies() {
    json.writeName("strategies").writeStartArray();
    for (StrategyResult strategy : result.strategies()) {
      write(strategy);
    }
    json.writeEndArray();
  }

  private void write(StrategyResult strategy) {
    EquityCurve daily = strategy.daily();
    json.writeStartObject();
    json.writeStringProperty("name", strategy.name());
    writeParameters(strategy.parameters());
    json.writeStringProperty("interval", strategy.interval());
    json.writeNumberProperty("capital", Decimals.of(daily.equityScaled(0), daily.cashScale()));
    writeMetrics(Metrics.of(result.of(strategy)));
    json.writeName("costs");
    write(strategy.result(), daily.cashScale());
    writeQuality(strategy.quality());
    writeEquity(daily);
    json.writeEndObject();
  }

  /** One object for each challenger. */
  void writeRivals() {
    json.writeName("rivals").writeStartArray();
    for (RivalResult rival : result.rivals()) {
      write(rival);
    }
    json.writeEndArray();
  }

  private void write(RivalResult rival) {
    Rivalry rivalry = rival.rivalry();
    json.writeStartObject();
    json.writeStringProperty("name", rival.name());
    writeParameters(rival.result().run().parameters());
    writeMetrics(Metrics.of(rival.result()));
    json.writeStringProperty("verdict", rivalry.verdict().text());
    json.writeNumberProperty("days", rivalry.days());
    writeRatio("meanDifference", rivalry.meanDifference());
    writeRatio("low", rivalry.low());
    writeRatio("high", rivalry.high());
    json.writeStringProperty("words", rivalry.text());
    json.writeName("notices").writeStartArray();
    rival.result().run().notices().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("fingerprint", rival.result().fingerprint());
    writeEquity(rival.result().daily());
    json.writeEndObject();
  }

  private void writeParameters(Map<String, String> parameters) {
    json.writeName("parameters").writeStartObject();
    parameters.forEach(json::writeStringProperty);
    json.writeEndObject();
  }

  private void writeMetrics(Metrics metrics) {
    json.writeName("metrics").writeStartObject();
    for (Figure figure : Figure.values()) {
      JsonText.writeNumber(json, figure.key(), metrics.value(figure));
    }
    json.writeEndObject();
  }

  private void writeEquity(EquityCurve daily) {
    json.writeName("equity").writeStartArray();
    for (int i = 0; i < daily.size(); i++) {
      json.writeStartObject();
      json.writeStringProperty("time", Utc.format(daily.timeNs(i)));
      json.writeNumberProperty("equity", Decimals.of(daily.equityScaled(i), daily.cashScale()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Each UTC day of each strategy on which there was anything. */
  void writeDays() {
    int cashScale = result.daily().cashScale();
    json.writeName("costDays").writeStartArray();
    for (CostReport.Day day : result.costs().days()) {
      json.writeStartObject();
      json.writeStringProperty("date", date(day));
      json.writeStringProperty("strategy", day.strategy());
      json.writeName("costs");
      write(day.result(), cashScale);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Such as {@code 2024-02-01}. */
  static String date(CostReport.Day day) {
    return Utc.format(day.epochDay() * Utc.DAY_NS).substring(0, DATE);
  }

  /** What was gained before costs, each cost, and what is left. */
  void write(NetResult net, int cashScale) {
    json.writeStartObject();
    parts(net, cashScale).forEach(json::writeNumberProperty);
    json.writeEndObject();
  }

  /** Money by name, in the order in which it is told. */
  static Map<String, BigDecimal> parts(NetResult net, int cashScale) {
    CostBreakdown costs = net.costs();
    Map<String, BigDecimal> parts = new LinkedHashMap<>();
    parts.put("gross", Decimals.of(net.grossScaled(), cashScale));
    parts.put("fees", Decimals.of(costs.feesScaled(), cashScale));
    parts.put("spread", Decimals.of(costs.spreadScaled(), cashScale));
    parts.put("slippage", Decimals.of(costs.slippageScaled(), cashScale));
    parts.put("impact", Decimals.of(costs.impactScaled(), cashScale));
    parts.put("funding", Decimals.of(costs.fundingScaled(), cashScale));
    parts.put("net", Decimals.of(net.netScaled(), cashScale));
    return parts;
  }

  /** How good its signals were; the same object in JSON and in the report. */
  void writeQuality(QualityReport quality) {
    json.writeName("quality").writeStartObject();
    json.writeNumberProperty("trades", quality.trades());
    writeRatio("hitRate", quality.hitRate());
    writeRatio("expectancy", quality.expectancy());
    writeRatio("expectancyR", quality.expectancyR());
    writeRatio("averageWin", quality.averageWin());
    writeRatio("averageLoss", quality.averageLoss());
    writeRatio("brier", quality.brier());
    writeRatio("calibrationError", quality.calibrationError());
    json.writeName("calibration").writeStartArray();
    for (QualityReport.Bucket bucket : quality.buckets()) {
      json.writeStartObject();
      writeRatio("from", bucket.from());
      writeRatio("to", bucket.to());
      json.writeNumberProperty("trades", bucket.trades());
      writeRatio("confidence", bucket.confidence());
      writeRatio("hitRate", bucket.hitRate());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("decay").writeStartArray();
    for (QualityReport.Horizon horizon : quality.horizons()) {
      json.writeStartObject();
      json.writeNumberProperty("candles", horizon.bars());
      json.writeNumberProperty("signals", horizon.signals());
      writeRatio("meanReturn", horizon.meanReturn());
      writeRatio("hitRate", horizon.hitRate());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeRatio(String name, double value) {
    JsonText.writeNumber(json, name, value);
  }
}
