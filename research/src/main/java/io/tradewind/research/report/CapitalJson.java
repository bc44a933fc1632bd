package io.tradewind.research.report;

import io.tradewind.core.allocation.Allocation;
import io.tradewind.core.allocation.Shift;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.CapitalReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * The part of the JSON that tells how capital was moved between strategies; the report reads the
 * same.
 */
final class CapitalJson {
  private static final int MILLIONTHS = 6;
  private static final int DATE = 10;

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

  /**
   * As the report has it, in rows.
   *
   * @param most how many of the latest shifts
   */
  void writeRows(CapitalReport report, int most) {
    json.writeName("capital").writeStartObject();
    json.writeName("shares").writeStartArray();
    report.last().stream()
        .flatMap(last -> last.shares().stream())
        .forEach(each -> row(each.name(), share(each.ppm()), each.reason()));
    json.writeEndArray();
    List<Runnable> rows = new ArrayList<>();
    for (Allocation decision : report.decisions()) {
      String date = Utc.format(decision.timeNs()).substring(0, DATE);
      for (Shift each : decision.shifts()) {
        rows.add(() -> row(date, each.from(), each.to(), share(each.ppm()), each.reason()));
      }
    }
    json.writeNumberProperty("shiftTotal", rows.size());
    json.writeName("shifts").writeStartArray();
    rows.subList(Math.max(0, rows.size() - most), rows.size()).forEach(Runnable::run);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void row(Object... cells) {
    json.writeStartArray();
    for (Object cell : cells) {
      if (cell instanceof BigDecimal number) {
        json.writeNumber(number);
      } else {
        json.writeString(cell.toString());
      }
    }
    json.writeEndArray();
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
