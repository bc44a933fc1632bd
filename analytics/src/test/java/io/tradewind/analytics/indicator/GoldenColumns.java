package io.tradewind.analytics.indicator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The numbers that src/test/golden/indicator/*.py wrote from made candles. */
final class GoldenColumns {
  /** Files beside those that are named as a family. */
  private static final List<String> OTHER_FILES = List.of("levels", "parity");

  /** The candles of each column. */
  private static final Map<String, Candles> CANDLES = new LinkedHashMap<>();

  private static final Map<String, double[]> ALL = readAll();

  private GoldenColumns() {}

  private static Map<String, double[]> readAll() {
    Map<String, double[]> all = new LinkedHashMap<>();
    Stream.concat(Stream.of(Family.values()).map(Family::label), OTHER_FILES.stream())
        .map(GoldenColumns::read)
        .filter(columns -> !columns.isEmpty())
        .forEach(columns -> putAll(columns, candles(columns), all));
    return all;
  }

  private static void putAll(
      Map<String, double[]> columns, Candles candles, Map<String, double[]> all) {
    columns.forEach((name, values) -> {
      if (name.contains("(")) {
        all.put(name, values);
        CANDLES.put(name, candles);
      }
    });
  }

  /** The candles that a column was made from. */
  static Candles candles(String column) {
    return Objects.requireNonNull(CANDLES.get(column), column);
  }

  /** By name, such as {@code macd(12,26,9).1}. */
  static Map<String, double[]> all() {
    return ALL;
  }

  /** The indicators with their arguments, as the files spell them. */
  static Set<String> ids() {
    return ALL.keySet().stream()
        .map(GoldenColumns::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The indicator that a column is of. */
  static String id(String column) {
    return column.substring(0, column.lastIndexOf('.'));
  }

  /** The output that a column is of. */
  static int output(String column) {
    return Integer.parseInt(column.substring(column.lastIndexOf('.') + 1));
  }

  /** A column by name. */
  static double[] get(String column) {
    return Objects.requireNonNull(ALL.get(column), column);
  }

  private static Candles candles(Map<String, double[]> columns) {
    double[][] c =
        Stream.of("time", "open", "high", "low", "close", "volume")
            .map(name -> Objects.requireNonNull(columns.get(name), name))
            .toArray(double[][]::new);
    long[] times = Arrays.stream(c[0]).mapToLong(time -> (long) time).toArray();
    return new Candles(times, c[1], c[2], c[3], c[4], c[5]);
  }

  private static Map<String, double[]> read(String file) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    try (InputStream in =
        GoldenColumns.class.getResourceAsStream("/golden/indicator/" + file + ".csv")) {
      if (in == null) {
        return columns;
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String[]> rows = lines.lines().map(line -> line.split(";", -1)).toList();
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
