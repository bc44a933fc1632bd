package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Equal to TA-Lib, warm-up included, on the synthetic candles of src/test/golden/indicators.py. */
class IndicatorGoldenTest {
  private static final Map<String, double[]> GOLDEN = read("/golden/indicators.csv");
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @MethodSource("io.tradewind.analytics.indicator.Specimen#all")
  void equalsTaLib(Specimen specimen) {
    Candles candles =
        new Candles(
            column("open"), column("high"), column("low"), column("close"), column("volume"));
    double[][] actual = candles.run(specimen.make());
    for (int output = 0; output < actual.length; output++) {
      String name = specimen.name() + "." + output;
      Comparison.assertClose(name, actual[output], column(name), TOLERANCE, 1.0);
    }
  }

  @Test
  void everyGoldenColumnIsCompared() {
    List<String> unknown =
        GOLDEN.keySet().stream()
            .filter(name -> name.contains("("))
            .filter(name -> Specimen.ALL.stream().noneMatch(s -> covers(s, name)))
            .toList();
    assertThat(unknown).isEmpty();
  }

  private static boolean covers(Specimen specimen, String column) {
    int dot = column.lastIndexOf('.');
    return column.substring(0, dot).equals(specimen.name())
        && Integer.parseInt(column.substring(dot + 1)) < specimen.make().outputs();
  }

  private static double[] column(String name) {
    double[] values = GOLDEN.get(name);
    assertThat(values).as("golden column %s", name).isNotNull();
    return Objects.requireNonNull(values);
  }

  private static Map<String, double[]> read(String resource) {
    try (InputStream in =
            Objects.requireNonNull(IndicatorGoldenTest.class.getResourceAsStream(resource));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String[]> rows = lines.lines().map(line -> line.split(";", -1)).toList();
      Map<String, double[]> columns = new LinkedHashMap<>();
      String[] header = rows.getFirst();
      for (int c = 0; c < header.length; c++) {
        int at = c;
        columns.put(header[c], rows.stream().skip(1).mapToDouble(row -> number(row[at])).toArray());
      }
      return columns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(String text) {
    return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
  }
}
