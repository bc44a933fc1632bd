package io.tradewind.app.run;

import io.tradewind.app.config.Configuration.Trading;
import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Table;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.feature.FeatureSet;
import io.tradewind.core.feature.FeatureTable;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The values of indicators on candles, as a table, as CSV and for JSON. */
public final class IndicatorValues {
  private static final MathContext SHORT = new MathContext(8);
  private static final int WIDEST = 120;

  private final FeatureSet set;
  private final List<String> headings;
  private final Trading trading;

  /**
   * Of indicators as {@link FeatureSet.Column#parse} reads them; all outputs of those that name
   * none.
   *
   * @throws UserMistake saying what is wrong
   */
  public IndicatorValues(List<String> columns, Trading trading) {
    this.trading = trading;
    this.set =
        mistakes(() ->
            new FeatureSet(
                "indicators", 1, columns.stream().flatMap(IndicatorValues::outputs).toList()));
    this.headings = set.columns().stream().map(IndicatorValues::heading).toList();
  }

  /** The column's name, with its output wherever there are several. */
  private static String heading(FeatureSet.Column column) {
    String name = column.name();
    List<String> outputs = column.spec().outputs();
    if (outputs.size() > 1 && column.output().equals(outputs.getFirst())) {
      int end = name.indexOf(')') + 1;
      name = name.substring(0, end) + "." + column.output() + name.substring(end);
    }
    return name.replace("()", "");
  }

  private static Stream<FeatureSet.Column> outputs(String text) {
    FeatureSet.Column column = FeatureSet.Column.parse(text);
    int bracket = text.indexOf(')');
    String indicator = text.split(" ", 2)[0];
    boolean named = indicator.indexOf('.', bracket + 1) >= 0;
    return named
        ? Stream.of(column)
        : column.spec().outputs().stream().map(output -> column.output(output));
  }

  /** What a user wrote that cannot be. */
  public static <T> T mistakes(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Computes them.
   *
   * @throws UserMistake if one can't have a value on these candles, or none closes in the span
   */
  public FeatureTable of(CandleColumns candles) {
    set.columns().forEach(column -> check(column, candles));
    FeatureTable table = mistakes(() -> FeatureTable.of(set, trading.interval(), candles));
    if (first(table) == table.size()) {
      throw new UserMistake(
          "no candle of "
              + trading.interval()
              + " closes in the span asked for; give an earlier --from, a later --to or a shorter"
              + " --interval");
    }
    return table;
  }

  private void check(FeatureSet.Column column, CandleColumns candles) {
    Interval length = column.interval().orElse(trading.interval());
    if (!length.isMultipleOf(trading.interval())) {
      throw new UserMistake(
          column.name()
              + ": its candles can't be made of those of --interval "
              + trading.interval()
              + "; give a shorter one of those, or a multiple behind 'on'");
    }
    int needed = column.spec().warmup();
    int there = Needs.count(length, candles, Long.MAX_VALUE);
    if (there < needed) {
      throw new UserMistake(
          Text.of(
              "%s has no value yet: it needs %s of %s, and there are %,d"
                  + "\ngive other arguments, a shorter --interval or a later --to, or import more:"
                  + " tradewind data import FILE",
              column.name(), Text.count(needed, "candle"), length, there));
    }
  }

  private int first(FeatureTable table) {
    long fromNs = trading.fromNs().orElse(Long.MIN_VALUE);
    int row = 0;
    while (row < table.size() && table.closeTimeNs(row) <= fromNs) {
      row++;
    }
    return row;
  }

  /** The last rows; of the last one a value a line, if a row of all is too long for a line. */
  public List<String> lines(FeatureTable table, int rows, Ink ink) {
    List<String> lines = new ArrayList<>(table(table, rows).lines(ink));
    int all = table.size() - first(table);
    if (lines.getFirst().length() <= WIDEST) {
      if (all > rows) {
        String text = "the last %d of %,d rows; all with --csv or --json";
        lines.add(ink.faint(Text.of(text, rows, all)));
      }
      return lines;
    }
    int last = table.size() - 1;
    Table values = new Table("close time", ">" + Utc.format(table.closeTimeNs(last)));
    for (int column = 0; column < headings.size(); column++) {
      values.row(headings.get(column), rounded(table.value(last, column)));
    }
    List<String> told = new ArrayList<>(values.lines(ink));
    told.add(ink.faint("too wide for a table: every candle with --csv or --json"));
    return told;
  }

  private Table table(FeatureTable table, int rows) {
    String[] heading =
        Stream.concat(Stream.of("close time"), headings.stream().map(name -> ">" + name))
            .toArray(String[]::new);
    Table out = new Table(heading);
    for (int row = Math.max(first(table), table.size() - rows); row < table.size(); row++) {
      String[] cells = new String[heading.length];
      cells[0] = Utc.format(table.closeTimeNs(row));
      for (int column = 1; column < cells.length; column++) {
        cells[column] = rounded(table.value(row, column - 1));
      }
      out.row(cells);
    }
    return out;
  }

  private static String rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(SHORT).stripTrailingZeros().toPlainString()
        : "-";
  }

  /** A heading and every row, with every digit; nothing where there is no value yet. */
  public Stream<String> csv(FeatureTable table) {
    String heading =
        "close_time," + String.join(",", headings.stream().map(IndicatorValues::quoted).toList());
    Stream<String> rows =
        Stream.iterate(first(table), row -> row < table.size(), row -> row + 1)
            .map(row -> line(table, row));
    return Stream.concat(Stream.of(heading), rows);
  }

  private static String quoted(String name) {
    return name.contains(",") ? '"' + name + '"' : name;
  }

  private static String line(FeatureTable table, int row) {
    StringBuilder line = new StringBuilder(Utc.format(table.closeTimeNs(row)));
    for (double value : table.row(row)) {
      line.append(',').append(Double.isFinite(value) ? String.valueOf(value) : "");
    }
    return line.toString();
  }

  /** An object for each row; what has no value yet is null. */
  public List<Map<String, Object>> json(FeatureTable table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int row = first(table); row < table.size(); row++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("closeTime", Utc.format(table.closeTimeNs(row)));
      for (int column = 0; column < headings.size(); column++) {
        double value = table.value(row, column);
        fields.put(
            headings.get(column), Double.isFinite(value) ? Optional.of(value) : Optional.empty());
      }
      rows.add(fields);
    }
    return rows;
  }
}
