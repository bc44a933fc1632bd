package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.catalog.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    Optional<Path> folder = RealCandles.spotFolder();
    if (folder.isEmpty()) {
      System.out.println("skipped: no real candles in ../shared/data/spot");
    }
    Assumptions.assumeTrue(folder.isPresent());
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.get())) {
      files = all.filter(file -> file.toString().endsWith("-1h.csv.gz")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      assertEqualToNaive(String.valueOf(file.getFileName()), RealCandles.read(file));
    }
  }

  private static void assertEqualToNaive(String label, Candles candles) {
    NaiveIndicators naive = new NaiveIndicators(candles);
    double scale = Arrays.stream(candles.close()).max().orElse(0);
    int compared = 0;
    for (Specification specimen : Specimen.all()) {
      Optional<double[][]> model = naive.of(specimen);
      if (model.isEmpty()) {
        continue;
      }
      double[][] expected = model.get();
      double[][] actual = candles.run(specimen.make());
      assertThat(actual).hasDimensions(expected.length, candles.bars());
      for (int output = 0; output < expected.length; output++) {
        String name = label + ": " + specimen + "." + output;
        Comparison.assertClose(name, actual[output], expected[output], TOLERANCE, scale);
      }
      compared++;
    }
    assertThat(compared).isGreaterThanOrEqualTo(18);
  }
}
