package io.tradewind.analytics.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A file of src/test/resources/golden: a header, then rows, cells parted by semicolons. */
public record GoldenFile(String name, List<String> header, List<String[]> rows) {

  /** Reads it whole. */
  public static GoldenFile read(String name) {
    try (InputStream in =
            Objects.requireNonNull(GoldenFile.class.getResourceAsStream("/golden/" + name));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String[]> all = lines.lines().map(line -> line.split(";", -1)).toList();
      return new GoldenFile(name, Arrays.asList(all.getFirst()), all.subList(1, all.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A column without its empty cells. */
  public double[] column(String title) {
    int at = header.indexOf(title);
    return rows.stream()
        .map(row -> row[at])
        .filter(text -> !text.isEmpty())
        .mapToDouble(GoldenFile::number)
        .toArray();
  }

  /** Python's spelling. */
  public static double number(String text) {
    return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
  }

  /** Both NaN, or {@code |a - b| <= tolerance max(|b|, scale)}. */
  public static void assertClose(
      String what, double actual, double expected, double tolerance, double scale) {
    boolean bothUndefined = Double.isNaN(actual) && Double.isNaN(expected);
    double bound = tolerance * Math.max(Math.abs(expected), scale);
    assertThat(bothUndefined || Math.abs(actual - expected) <= bound)
        .as("%s: was %s, expected %s", what, actual, expected)
        .isTrue();
  }
}
