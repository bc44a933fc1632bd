package io.tradewind.research.report;

import io.tradewind.core.allocation.Allocation;
import io.tradewind.core.allocation.Shift;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.CapitalReport;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;

/**
 * The part of the JSON that tells how capital was moved between strategies; the report reads the
 * same.
 */
final class CapitalJson {
  private static final int MILLIONTHS = 6;

  private final JsonGenerator json;
  private final int cashScale;

  CapitalJson(JsonGenerator json, int cashScale) {
    this.json = json;
    this.cashScale = cashScale;
  }

  void write(CapitalReport report) {
    json.writeName("allocation").writeStartObject();
    json.writeName("shares").writeStartArray();
    report.last().stream().flatMap(last -> last.shares().stream()).forEach(this::write);
    json.writeEndArray();
    json.writeNumberProperty(
        "reserve", share(report.last().map(Allocation::reservePpm).orElse(0L)));
    json.writeName("shifts").writeStartArray();
    for (Allocation decision : report.decisions()) {
      decision.shifts().forEach(shift -> write(decision.timeNs(), shift));
    }
    json.writeEndArray();
    json.writeName("transfers").writeStartArray();
    report.transfers().forEach(transfer -> write(report, transfer));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Allocation.Share share) {
    json.writeStartObject();
    json.writeStringProperty("strategy", share.name());
    json.writeNumberProperty("share", share(share.ppm()));
    json.writeNumberProperty("target", share(share.targetPpm()));
    json.writeStringProperty("standing", share.standing().text());
    json.writeStringProperty("reason", share.reason());
    json.writeEndObject();
  }

  private void write(long timeNs, Shift shift) {
    json.writeStartObject();
    json.writeStringProperty("time", Utc.format(timeNs));
    json.writeStringProperty("from", shift.from());
    json.writeStringProperty("to", shift.to());
    json.writeNumberProperty("share", share(shift.ppm()));
    json.writeStringProperty("reason", shift.reason());
    json.writeEndObject();
  }

  private void write(CapitalReport report, Transferred transfer) {
    json.writeStartObject();
    json.writeStringProperty("time", Utc.format(transfer.timeNs()));
    json.writeStringProperty("from", report.names().get(transfer.fromBook()));
    json.writeStringProperty("to", report.names().get(transfer.toBook()));
    json.writeNumberProperty("amount", Decimals.of(transfer.amountScaled(), cashScale));
    json.writeEndObject();
  }

  private static BigDecimal share(long ppm) {
    return Decimals.of(ppm, MILLIONTHS);
  }
}
