package io.tradewind.analytics.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Real candles, each row open time in ms, open, high, low, close, volume; oldest first. */
public record RealCandles(List<double[]> rows) {
  private static final long DAY_MS = 86_400_000;

  /**
   * Of a file in shared/data beside the repository; without it the test is skipped, and says so.
   */
  public static RealCandles orSkip(String file) throws IOException {
    Path found = null;
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared").resolve("data").resolve(file);
      if (found == null && Files.isRegularFile(data)) {
        found = data;
      }
    }
    if (found == null) {
      System.out.println("skipped: no real candles in ../shared/data/" + file);
      return Assumptions.abort("no " + file);
    }
    return read(found);
  }

  /** Of a gzipped file of comma-separated values with a header. */
  public static RealCandles read(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return new RealCandles(lines.lines().skip(1).map(RealCandles::numbers).toList());
    }
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  /** The last close of each UTC day that has a candle. */
  public double[] dailyCloses() {
    List<Double> closes = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      boolean isLast = i == rows.size() - 1 || day(i) != day(i + 1);
      if (isLast) {
        closes.add(close(i));
      }
    }
    return closes.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private long day(int row) {
    return (long) rows.get(row)[0] / DAY_MS;
  }

  /** When a candle opened, ms UTC. */
  public long openTimeMs(int row) {
    return (long) rows.get(row)[0];
  }

  /** A candle's close. */
  public double close(int row) {
    return rows.get(row)[4];
  }
}
