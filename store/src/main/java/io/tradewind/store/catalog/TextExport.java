package io.tradewind.store.catalog;

import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.FundingRows;
import io.tradewind.store.series.TradeRows;
import java.io.Closeable;
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
    try (Text out = new Text(format, "open_time,open,high,low,close,volume", target)) {
      for (Path file : files) {
        CandleRows rows = parquet.readCandles(file);
        for (int i = 0; i < rows.size(); i++) {
          out.add(out.csv ? csvCandle(rows, i) : jsonCandle(rows, i, interval));
        }
      }
    }
  }

  static void trades(List<Path> files, ParquetFiles parquet, ExportFormat format, Path target)
      throws IOException {
    try (Text out = new Text(format, "time,price,qty,id,side,receive_time", target)) {
      for (Path file : files) {
        TradeRows rows = parquet.readTrades(file);
        for (int i = 0; i < rows.size(); i++) {
          out.add(out.csv ? csvTrade(rows, i) : jsonTrade(rows, i));
        }
      }
    }
  }

  static void book(List<Path> files, ParquetFiles parquet, ExportFormat format, Path target)
      throws IOException {
    try (Text out = new Text(format, "time,receive_time,side,price,qty,begins,ends", target)) {
      for (Path file : files) {
        BookRows rows = parquet.readBook(file);
        for (int i = 0; i < rows.size(); i++) {
          out.add(out.csv ? csvBook(rows, i) : jsonBook(rows, i));
        }
      }
    }
  }

  static void fundings(List<Path> files, ParquetFiles parquet, ExportFormat format, Path target)
      throws IOException {
    try (Text out = new Text(format, "time,rate", target)) {
      for (Path file : files) {
        FundingRows rows = parquet.readFunding(file);
        for (int i = 0; i < rows.size(); i++) {
          out.add(out.csv ? csvFunding(rows, i) : jsonFunding(rows, i));
        }
      }
    }
  }

  /** Lines under a heading, or elements of one JSON array. */
  private static final class Text implements Closeable {
    private final Writer out;
    private final boolean csv;
    private String between = "\n";

    Text(ExportFormat format, String heading, Path target) throws IOException {
      out = Files.newBufferedWriter(target);
      csv = format == ExportFormat.CSV;
      out.write(csv ? heading + "\n" : "[");
    }

    void add(String row) throws IOException {
      out.write(csv ? row + "\n" : between + row);
      between = ",\n";
    }

    @Override
    public void close() throws IOException {
      try (out) {
        out.write(csv ? "" : "\n]\n");
      }
    }
  }

  private static String csvCandle(CandleRows rows, int row) {
    return Utc.format(rows.openTimeNs(row)) + "," + values(rows, row, "", ",");
  }

  private static String jsonCandle(CandleRows rows, int row, Interval interval) {
    long openMs = rows.openTimeNs(row) / MILLI_NS;
    long closeMs = openMs + interval.durationNs() / MILLI_NS - 1;
    return "[" + openMs + "," + values(rows, row, "\"", ",") + "," + closeMs + "]";
  }

  private static String csvFunding(FundingRows rows, int row) {
    return Utc.format(rows.timeNs(row)) + "," + plain(rows.rateValue(row));
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
        side,
        tag.receiveTimeNs().isPresent() ? Utc.format(tag.receiveTimeNs().getAsLong()) : "");
  }

  private static String csvBook(BookRows rows, int row) {
    return String.join(
        ",",
        Utc.format(rows.timeNs(row)),
        Utc.format(rows.receiveTimeNs(row)),
        rows.isBid(row) ? "bid" : "ask",
        plain(rows.priceValue(row)),
        plain(rows.qtyValue(row)),
        rows.begins(row) ? "1" : "0",
        rows.ends(row) ? "1" : "0");
  }

  private static String jsonBook(BookRows rows, int row) {
    return String.format(
        Locale.ROOT,
        "{\"time\":%d,\"receive_time\":%d,\"side\":\"%s\",\"price\":\"%s\",\"qty\":\"%s\","
            + "\"begins\":%d,\"ends\":%d}",
        rows.timeNs(row),
        rows.receiveTimeNs(row),
        rows.isBid(row) ? "bid" : "ask",
        plain(rows.priceValue(row)),
        plain(rows.qtyValue(row)),
        rows.begins(row) ? 1 : 0,
        rows.ends(row) ? 1 : 0);
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
