package io.tradewind.store.catalog;

import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.FundingRows;
import io.tradewind.store.series.TradeRows;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A series as text that the importer reads back to the same rows. */
final class TextExport {
  private static final long MILLI_NS = 1_000_000;

  private TextExport() {}

  static void candles(
      List<Path> files, ParquetFiles parquet, Interval interval, ExportFormat format, Path target)
      throws IOException {
    boolean csv = format == ExportFormat.CSV;
    try (Writer out = Files.newBufferedWriter(target)) {
      out.write(csv ? "open_time,open,high,low,close,volume\n" : "[");
      String between = "\n";
      for (Path file : files) {
        CandleRows rows = parquet.readCandles(file);
        for (int i = 0; i < rows.size(); i++) {
          if (csv) {
            out.write(Utc.format(rows.openTimeNs(i)) + "," + values(rows, i, "", ",") + "\n");
          } else {
            long openMs = rows.openTimeNs(i) / MILLI_NS;
            long closeMs = openMs + interval.durationNs() / MILLI_NS - 1;
            out.write(
                between + "[" + openMs + "," + values(rows, i, "\"", ",") + "," + closeMs + "]");
            between = ",\n";
          }
        }
      }
      out.write(csv ? "" : "\n]\n");
    }
  }

  static void trades(List<Path> files, ParquetFiles parquet, ExportFormat format, Path target)
      throws IOException {
    boolean csv = format == ExportFormat.CSV;
    try (Writer out = Files.newBufferedWriter(target)) {
      out.write(csv ? "time,price,qty,id,side\n" : "[");
      String between = "\n";
      for (Path file : files) {
        TradeRows rows = parquet.readTrades(file);
        for (int i = 0; i < rows.size(); i++) {
          out.write(csv ? csvTrade(rows, i) : between + jsonTrade(rows, i));
          between = ",\n";
        }
      }
      out.write(csv ? "" : "\n]\n");
    }
  }

  static void fundings(List<Path> files, ParquetFiles parquet, ExportFormat format, Path target)
      throws IOException {
    boolean csv = format == ExportFormat.CSV;
    try (Writer out = Files.newBufferedWriter(target)) {
      out.write(csv ? "time,rate\n" : "[");
      String between = "\n";
      for (Path file : files) {
        FundingRows rows = parquet.readFunding(file);
        for (int i = 0; i < rows.size(); i++) {
          out.write(csv ? csvFunding(rows, i) : between + jsonFunding(rows, i));
          between = ",\n";
        }
      }
      out.write(csv ? "" : "\n]\n");
    }
  }

  private static String csvFunding(FundingRows rows, int row) {
    return Utc.format(rows.timeNs(row)) + "," + plain(rows.rateValue(row)) + "\n";
  }

  private static String jsonFunding(FundingRows rows, int row) {
    return String.format(
        Locale.ROOT,
        "{\"fundingTime\":%d,\"fundingRate\":\"%s\"}",
        rows.timeNs(row) / MILLI_NS,
        plain(rows.rateValue(row)));
  }

  private static String csvTrade(TradeRows rows, int row) {
    TradeRows.Tag tag = rows.tag(row);
    String id = tag.id().isPresent() ? Long.toString(tag.id().getAsLong()) : "";
    String side =
        switch (tag.aggressor()) {
          case BUYER -> "buy";
          case SELLER -> "sell";
          case UNKNOWN -> "";
        };
    return String.join(
            ",",
            Utc.format(rows.timeNs(row)),
            plain(rows.priceValue(row)),
            plain(rows.qtyValue(row)),
            id,
            side)
        + "\n";
  }

  private static String jsonTrade(TradeRows rows, int row) {
    return String.format(
        Locale.ROOT,
        "[%d,\"%s\",\"%s\"]",
        rows.timeNs(row),
        plain(rows.priceValue(row)),
        plain(rows.qtyValue(row)));
  }

  private static String values(CandleRows rows, int row, String quote, String between) {
    return quote
        + String.join(
            quote + between + quote,
            plain(rows.open(row)),
            plain(rows.high(row)),
            plain(rows.low(row)),
            plain(rows.close(row)),
            plain(rows.volume(row)))
        + quote;
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }
}
