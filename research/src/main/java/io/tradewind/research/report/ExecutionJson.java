package io.tradewind.research.report;

import io.tradewind.core.execution.Progress;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.ExecutionReport;
import io.tradewind.research.backtest.WorkedEntry;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/** The part of the JSON that tells how entries were worked; the report reads the same. */
final class ExecutionJson {
  private final JsonGenerator json;

  ExecutionJson(JsonGenerator json) {
    this.json = json;
  }

  void write(ExecutionReport report) {
    json.writeName("executions").writeStartObject();
    writeFigures(report);
    json.writeName("worked").writeStartArray();
    report.entries().forEach(this::write);
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Without the single entries. */
  void writeSummary(String name, ExecutionReport report) {
    json.writeName(name).writeStartObject();
    writeFigures(report);
    json.writeEndObject();
  }

  private void writeFigures(ExecutionReport report) {
    json.writeNumberProperty("entries", report.entries().size());
    writeNumber("filledShare", report.filledShare());
    writeNumber("slippageBps", report.arrivalSlippageBps());
    writeNumber("benchmarkSlippageBps", report.benchmarkSlippageBps());
  }

  private void write(WorkedEntry entry) {
    Instrument instrument = entry.instrument();
    Progress progress = entry.progress();
    json.writeStartObject();
    json.writeStringProperty("strategy", entry.strategy());
    json.writeStringProperty("symbol", instrument.id().symbol());
    json.writeStringProperty("begin", Utc.format(entry.beginNs()));
    json.writeStringProperty("end", Utc.format(entry.endNs()));
    json.writeNumberProperty("asked", Decimals.of(progress.askedScaled(), instrument.qtyScale()));
    json.writeNumberProperty("filled", Decimals.of(progress.filledScaled(), instrument.qtyScale()));
    json.writeNumberProperty("slices", progress.slicesDone());
    writeNumber("arrivalPrice", progress.arrivalPrice());
    writeNumber("averagePrice", progress.averagePrice());
    writeNumber("slippageBps", progress.arrivalSlippageBps());
    writeNumber("benchmark", progress.benchmark());
    writeNumber("benchmarkSlippageBps", progress.benchmarkSlippageBps());
    json.writeStringProperty("outcome", entry.outcome().orElse("still at work"));
    json.writeEndObject();
  }

  private void writeNumber(String name, OptionalDouble value) {
    json.writeName(name);
    Optional.of(value)
        .filter(OptionalDouble::isPresent)
        .flatMap(number -> Decimals.finite(number.getAsDouble()))
        .ifPresentOrElse(json::writeNumber, json::writeNull);
  }
}
