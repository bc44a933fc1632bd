package io.tradewind.analytics.indicator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Real candles, where they lie beside the repository. */
public final class RealCandles {
  private RealCandles() {}

  /** The folder shared/data, looked for upward from the module. */
  public static Optional<Path> folder() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path data = at.resolve("shared").resolve("data");
      if (Files.isDirectory(data)) {
        return Optional.of(data);
      }
      at = at.getParent();
    }
    return Optional.empty();
  }

  static Optional<Path> spotFolder() {
    return folder().map(data -> data.resolve("spot")).filter(Files::isDirectory);
  }

  /** A gzipped CSV with a header: open time in ms, open, high, low, close, volume. */
  public static Candles read(Path file) throws IOException {
    List<double[]> rows;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      rows = lines.lines().skip(1).map(RealCandles::numbers).toList();
    }
    Candles candles = Candles.empty(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      candles.timeNs()[i] = (long) (rows.get(i)[0] * 1e6);
      candles.open()[i] = rows.get(i)[1];
      candles.high()[i] = rows.get(i)[2];
      candles.low()[i] = rows.get(i)[3];
      candles.close()[i] = rows.get(i)[4];
      candles.volume()[i] = rows.get(i)[5];
    }
    return candles;
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
