package io.tradewind.research.backtest;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Interval;
import io.tradewind.testkit.TestInstruments;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real candles and fundings in the scales of {@link TestInstruments}, where they lie beside the
 * repository. Without the file the test is skipped, and says so.
 */
final class RealHours {
  private RealHours() {}

  /** Of a base against USDT, on spot. */
  static CandleColumns orSkip(String base, Interval interval) throws IOException {
    return candles(rows("spot/" + base + "_USDT-" + interval), interval);
  }

  /** Of the perpetual of a base against USDT. */
  static CandleColumns perpOrSkip(String base, Interval interval) throws IOException {
    return candles(rows("perp/" + base + "_USDT-" + interval), interval);
  }

  /** What its longs paid. */
  static FundingColumns fundingsOrSkip(String base) throws IOException {
    List<String[]> rows = rows("perp/" + base + "_USDT-8h-funding_rate");
    return new FundingColumns(
        rows.stream().mapToLong(row -> Long.parseLong(row[0]) * 1_000_000).toArray(),
        rows.stream()
            .mapToLong(row ->
                FixedPoint.fromDecimal(
                    new BigDecimal(row[1]), FundingColumns.RATE_SCALE, RoundingMode.UNNECESSARY))
            .toArray());
  }

  private static List<String[]> rows(String file) throws IOException {
    String name = "shared/data/" + file + ".csv.gz";
    Optional<Path> found =
        Stream.iterate(
                Optional.of(Path.of("").toAbsolutePath()),
                Optional::isPresent,
                folder -> folder.flatMap(f -> Optional.ofNullable(f.getParent())))
            .map(folder -> folder.orElseThrow().resolve(name))
            .filter(Files::isRegularFile)
            .findFirst();
    if (found.isEmpty()) {
      System.out.println("skipped: there is no " + name + " above this folder");
      return Assumptions.abort("no " + name);
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(found.get())), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
  }

  private static CandleColumns candles(List<String[]> rows, Interval interval) {
    long[][] columns = new long[7][rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      columns[0][row] = Long.parseLong(rows.get(row)[0]) * 1_000_000;
      columns[1][row] = columns[0][row] + interval.durationNs();
      for (int price = 1; price <= 4; price++) {
        columns[1 + price][row] = Math.round(Double.parseDouble(rows.get(row)[price]) * 1e4);
      }
      columns[6][row] = Math.round(Double.parseDouble(rows.get(row)[5]) * 1e8);
    }
    return CandleColumns.of(TestInstruments.PRICE_SCALE, TestInstruments.QTY_SCALE, columns);
  }
}
