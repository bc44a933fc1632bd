package io.tradewind.bench;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Real candles of nine pairs, from a folder of files such as {@code BTC_USDT-5m.csv.gz}. */
final class SpotData {
  static final Interval INTERVAL = Interval.parse("5m");

  private static final List<String> BASES =
      List.of("BTC", "ETH", "SOL", "XRP", "DOGE", "AVAX", "LINK", "LTC", "TRX");
  private static final int PRICE_SCALE = 6;
  private static final int QTY_SCALE = 5;
  private static final int CASH_SCALE = 8;
  private static final long MILLISECOND_NS = 1_000_000;
  private static final long LEAST_NOTIONAL = 5_00000000L;

  private SpotData() {}

  /** All nine, in the order of {@link #instruments}. */
  static List<CandleColumns> read(Path folder) {
    return BASES.stream()
        .parallel()
        .map(base -> read(folder.resolve(base + "_USDT-5m.csv.gz"), base))
        .toList();
  }

  /** All nine on a market, with the fees that Binance has for everybody. */
  static List<Instrument> instruments(Market market) {
    TradingRules rules =
        market == Market.SPOT
            ? new TradingRules(0, 1, 1, 1, LEAST_NOTIONAL, 1000, 1000)
            : new TradingRules(0, 1, 1, 1, LEAST_NOTIONAL, 200, 500);
    return BASES.stream()
        .map(base ->
            new Instrument(
                InstrumentId.parse(base + "/USDT", "binance", market),
                PRICE_SCALE,
                QTY_SCALE,
                CASH_SCALE,
                List.of(rules)))
        .toList();
  }

  private static CandleColumns read(Path file, String base) {
    List<String[]> rows;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      rows = lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("candles of " + base, e);
    }
    long[][] columns = new long[7][rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      columns[0][row] = Long.parseLong(rows.get(row)[0]) * MILLISECOND_NS;
      columns[1][row] = columns[0][row] + INTERVAL.durationNs();
      for (int price = 1; price <= 4; price++) {
        columns[1 + price][row] = scaled(rows.get(row)[price], PRICE_SCALE);
      }
      columns[6][row] = scaled(rows.get(row)[5], QTY_SCALE);
    }
    return new CandleColumns(
        PRICE_SCALE,
        QTY_SCALE,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5],
        columns[6]);
  }

  private static long scaled(String number, int scale) {
    return Math.round(Double.parseDouble(number) * Math.pow(10, scale));
  }
}
