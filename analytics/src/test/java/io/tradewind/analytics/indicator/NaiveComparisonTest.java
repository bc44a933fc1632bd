package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The streaming indicators against the {@link NaiveIndicators}, on made and on real candles. */
class NaiveComparisonTest {
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void equalOnRandomWalks(long seed) {
    assertEqualToNaive("seed " + seed, Candles.random(seed, 500));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 1.0 / 3, 64123.45, 8.6e-7})
  void equalOnFlatBars(double price) {
    assertEqualToNaive("flat at " + price, Candles.flat(price, 200));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 10})
  void equalOnFewBars(int bars) {
    assertEqualToNaive(bars + " bars", Candles.random(9, bars));
  }

  @Test
  void equalOnRealCandles() throws IOException {
    Optional<Path> folder = sharedData().map(data -> data.resolve("spot"));
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      System.out.println("skipped: no real candles in ../shared/data/spot");
    }
    Assumptions.assumeTrue(folder.isPresent() && Files.isDirectory(folder.get()));
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.get())) {
      files = all.filter(file -> file.toString().endsWith("-1h.csv.gz")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      assertEqualToNaive(String.valueOf(file.getFileName()), read(file));
    }
  }

  private static void assertEqualToNaive(String label, Candles candles) {
    NaiveIndicators naive = new NaiveIndicators(candles);
    double scale = Arrays.stream(candles.close()).max().orElse(0);
    for (Specimen specimen : Specimen.ALL) {
      double[][] expected = naive.of(specimen);
      double[][] actual = candles.run(specimen.make());
      assertThat(actual).hasDimensions(expected.length, candles.bars());
      for (int output = 0; output < expected.length; output++) {
        String name = label + ": " + specimen + "." + output;
        Comparison.assertClose(name, actual[output], expected[output], TOLERANCE, scale);
      }
    }
  }

  /** The folder shared/data beside the repository, looked for upward from the module. */
  private static Optional<Path> sharedData() {
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

  private static Candles read(Path file) throws IOException {
    List<double[]> rows;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      rows = lines.lines().skip(1).map(NaiveComparisonTest::numbers).toList();
    }
    Candles candles = Candles.empty(rows.size());
    for (int i = 0; i < rows.size(); i++) {
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
