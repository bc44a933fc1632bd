package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.catalog.Indicators;
import io.tradewind.analytics.catalog.Specification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Equal to TA-Lib, or to what the scripts say where it has no such function, warm-up included, on
 * the made candles of src/test/golden/indicator/*.py.
 */
class IndicatorGoldenTest {
  private static final double TOLERANCE = 1e-9;

  static Stream<String> columns() {
    return GoldenColumns.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void equalsItsGoldenNumbers(String column) {
    Specification specification = Specification.parse(GoldenColumns.id(column));
    int output = GoldenColumns.output(column);
    double[] actual = GoldenColumns.candles(column).run(specification.make())[output];
    double[] expected = GoldenColumns.get(column);
    Comparison.assertClose(column, actual, expected, TOLERANCE, 1.0);
  }

  /** Trades, quotes and books have tests of their own. */
  @Test
  void everyIndicatorOfBarsHasGoldenNumbers() {
    Set<String> wanted =
        Indicators.all().stream()
            .filter(d -> d.family() != Family.ORDER_FLOW && d.family() != Family.REGIME)
            .flatMap(d ->
                Stream.iterate(0, o -> o < d.outputs().size(), o -> o + 1)
                    .map(o -> d.name() + "." + o))
            .collect(Collectors.toCollection(TreeSet::new));
    GoldenColumns.all().keySet().forEach(column -> wanted.remove(kind(column)));
    assertThat(wanted).as("outputs without golden numbers").isEmpty();
  }

  @Test
  void everyFunctionOfTaLibHasItsCounterpart() throws IOException {
    Set<String> named =
        Indicators.all().stream()
            .flatMap(definition -> definition.taLib().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/golden/indicator/functions.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(named).containsExactlyInAnyOrderElementsOf(text.lines().toList());
    }
  }

  private static String kind(String column) {
    return column.substring(0, column.indexOf('(')) + column.substring(column.lastIndexOf('.'));
  }
}
