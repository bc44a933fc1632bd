package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.indicator.structure.ChartPatterns;
import io.tradewind.analytics.indicator.structure.HarmonicPatterns;
import io.tradewind.analytics.pattern.PatternMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Patterns of real candles: each kind is found, told by the outputs as by the matches, and known on
 * a truncated history at the same bar with the same points. It says so where there are no candles.
 */
class StructureOnRealCandlesTest {
  private static final int CUTS = 15;

  @ParameterizedTest
  @CsvSource({"atr, 2, 5m, 18", "percent, 0.5, 5m, 18", "fractal, 2, 5m, 18", "atr, 2, 1h, 15"})
  void chartPatternsAreKnownWhenTheySay(String kind, double size, String interval, int least)
      throws IOException {
    Candles candles = read(interval);
    List<PatternMatch> all = matches(candles, new ChartPatterns(kind, size));
    report("chart-" + kind + "-" + interval, all);
    assertThat(names(all)).hasSizeGreaterThanOrEqualTo(least);
    assertKnown(candles, all, () -> new ChartPatterns(kind, size));
  }

  @ParameterizedTest
  @CsvSource({"atr, 2, 5m, 7", "percent, 0.5, 5m, 7", "fractal, 2, 5m, 7", "atr, 1, 1h, 5"})
  void harmonicPatternsAreKnownWhenTheySay(String kind, double size, String interval, int least)
      throws IOException {
    Candles candles = read(interval);
    List<PatternMatch> all = matches(candles, new HarmonicPatterns(kind, size, 0.05));
    report("harmonic-" + kind + "-" + interval, all);
    assertThat(names(all)).hasSizeGreaterThanOrEqualTo(least);
    assertKnown(candles, all, () -> new HarmonicPatterns(kind, size, 0.05));
  }

  private static Candles read(String interval) throws IOException {
    Optional<Path> folder = RealCandles.folder();
    if (folder.isEmpty()) {
      System.out.println("skipped: no real candles in ../shared/data");
    }
    Assumptions.assumeTrue(folder.isPresent());
    return RealCandles.read(folder.orElseThrow().resolve("spot/BTC_USDT-" + interval + ".csv.gz"));
  }

  private static void report(String title, List<PatternMatch> all) throws IOException {
    Map<String, Long> counts =
        all.stream()
            .collect(
                Collectors.groupingBy(PatternMatch::name, TreeMap::new, Collectors.counting()));
    System.out.println(title + ": " + counts);
    write(title, all);
  }

  /** For src/test/golden/draw_patterns.py: name, known bar, confidence, points, levels. */
  private static void write(String name, List<PatternMatch> all) throws IOException {
    List<String> lines = new ArrayList<>();
    for (PatternMatch match : all) {
      String points =
          match.points().stream()
              .map(point -> point.bar() + "@" + point.price())
              .collect(Collectors.joining(" "));
      String levels =
          match.levels().stream()
              .map(level -> level.name() + "@" + level.price())
              .collect(Collectors.joining(" "));
      lines.add(
          String.join(
              ";",
              match.name(),
              String.valueOf(match.knownBar()),
              String.valueOf(match.confidence()),
              points,
              levels));
    }
    Path folder = Files.createDirectories(Path.of("target", "patterns"));
    Files.write(folder.resolve(name + ".csv"), lines);
  }

  private static Set<String> names(List<PatternMatch> all) {
    return all.stream().map(PatternMatch::name).collect(Collectors.toCollection(HashSet::new));
  }

  private static void assertKnown(
      Candles candles, List<PatternMatch> all, Supplier<Indicator> maker) {
    for (int cut : new SplittableRandom(3).ints(CUTS, 100, candles.bars()).toArray()) {
      List<PatternMatch> known = all.stream().filter(match -> match.knownBar() < cut).toList();
      assertThat(matches(candles.first(cut), maker.get())).as("cut at %d", cut).isEqualTo(known);
    }
  }

  private static List<PatternMatch> matches(Candles candles, Indicator indicator) {
    List<PatternMatch> all = new ArrayList<>();
    for (int bar = 0; bar < candles.bars(); bar++) {
      double strongest = candles.feed(indicator, bar);
      List<PatternMatch> now = ask(indicator);
      assertThat(now.isEmpty()).isEqualTo(!(Math.abs(strongest) > 0));
      for (PatternMatch match : now) {
        assertThat(match.knownBar()).isEqualTo(bar);
        assertThat(match.points().getLast().bar()).isLessThan(bar);
        assertThat(match.confidence()).isLessThanOrEqualTo(Math.abs(strongest) + 1e-9);
      }
      all.addAll(now);
    }
    return all;
  }

  private static List<PatternMatch> ask(Indicator indicator) {
    return indicator instanceof ChartPatterns chart
        ? chart.matches()
        : ((HarmonicPatterns) indicator).matches();
  }
}
