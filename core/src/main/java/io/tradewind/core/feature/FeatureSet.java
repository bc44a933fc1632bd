package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.time.Interval;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A named, versioned list of features, used unchanged in training, backtest and live: what a model
 * was trained on is what it is asked with. A list that changes gets another version.
 *
 * @param name lower case words with dashes
 * @param version from 1
 * @param columns in the order of the frame
 */
public record FeatureSet(String name, int version, List<Column> columns) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Keeps its own copy; no column may be there twice. */
  public FeatureSet {
    columns = List.copyOf(columns);
    Check.argument(
        NAME.matcher(name).matches(), "a name is lower case words with dashes, was '%s'", name);
    Check.argument(version >= 1, "version must be >= 1, was %s", version);
    Check.argument(!columns.isEmpty(), "%s has no columns", name);
    List<String> names = columns.stream().map(Column::name).toList();
    Check.argument(
        names.stream().distinct().count() == names.size(), "%s has a column twice", names);
  }

  /**
   * Reads columns as {@link Column#parse} does.
   *
   * @throws IllegalArgumentException saying what is wrong and what there is
   */
  public static FeatureSet of(String name, int version, String... columns) {
    return new FeatureSet(name, version, Stream.of(columns).map(Column::parse).toList());
  }

  /** This set and, on the run's interval, every output of a feature of a window. */
  public FeatureSet and(WindowSpec spec) {
    return and(spec, Optional.empty());
  }

  /** This set and every output of a feature of a window on an interval. */
  public FeatureSet and(Interval interval, WindowSpec spec) {
    return and(spec, Optional.of(interval));
  }

  private FeatureSet and(WindowSpec spec, Optional<Interval> interval) {
    Stream<Column> more = spec.outputs().stream().map(output -> Column.of(spec, output, interval));
    return new FeatureSet(name, version, Stream.concat(columns.stream(), more).toList());
  }

  /** Names of the columns. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * Tells this list from every other: SHA-256 of name, version and columns, each with what computes
   * it ({@link ColumnSpec#identity}). What a function of a window does is not seen: with another
   * function give another id, or the list another version.
   */
  public String fingerprint() {
    StateWriter out = new StateWriter();
    out.section(name, version);
    for (Column column : columns) {
      out.writeString(column.name)
          .writeString(column.spec.identity())
          .writeString(column.output)
          .writeString(column.interval.map(Interval::toString).orElse(""));
    }
    return out.sha256();
  }

  /**
   * Asks for all of them.
   *
   * @param interval the run's, which columns without one of their own are on
   * @param requests where they are asked for, such as the preparation of a strategy
   */
  public FeatureFrame on(Interval interval, FeatureRequests requests) {
    return new FeatureFrame(
        names(), columns.stream().map(column -> column.on(interval, requests)).toList());
  }

  /**
   * One number of a frame.
   *
   * @param name its text, in full
   * @param spec what is computed
   * @param output which of its outputs
   * @param interval of its candles, if not the run's
   */
  public record Column(String name, ColumnSpec spec, String output, Optional<Interval> interval) {
    private static final String ON = " on ";
    private static final String OF = " of ";

    /** Checks the output. */
    public Column {
      List<String> outputs = spec.outputs();
      Check.argument(
          outputs.contains(output),
          "%s has outputs %s, asked for '%s'",
          spec.id(),
          outputs,
          output);
    }

    /**
     * Reads {@code indicator(arguments).output of source on interval}, of which only the indicator
     * is needed: {@code rsi}, {@code macd(12,26,9).histogram}, {@code sma(20) of volume on 4h}.
     */
    public static Column parse(String text) {
      int on = text.lastIndexOf(ON);
      Optional<Interval> interval =
          on < 0 ? Optional.empty() : Optional.of(Interval.parse(text.substring(on + ON.length())));
      String feature = on < 0 ? text : text.substring(0, on);
      int of = feature.indexOf(OF);
      String indicator = of < 0 ? feature : feature.substring(0, of);
      String sources = of < 0 ? "" : feature.substring(of);
      int dot = indicator.indexOf('.', indicator.indexOf(')') + 1);
      String plain = dot < 0 ? indicator : indicator.substring(0, dot);
      FeatureSpec spec = FeatureSpec.parse(plain + sources);
      List<String> outputs = spec.outputs();
      String output = dot < 0 ? outputs.getFirst() : indicator.substring(dot + 1).strip();
      return of(spec, output, interval);
    }

    private static Column of(ColumnSpec spec, String output, Optional<Interval> interval) {
      return new Column(name(spec, output, interval), spec, output, interval);
    }

    private FeatureFrame.Part on(Interval runs, FeatureRequests requests) {
      Interval mine = interval.orElse(runs);
      return switch (spec) {
        case FeatureSpec streaming ->
            new FeatureFrame.Streaming(requests.feature(mine, streaming).output(output).slot(), 1);
        case WindowSpec window ->
            new FeatureFrame.OfWindow(
                requests.feature(mine, window), window.outputs().indexOf(output));
      };
    }

    /**
     * Another output of the same feature.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Column output(String other) {
      return of(spec, other, interval);
    }

    private static String name(ColumnSpec spec, String output, Optional<Interval> interval) {
      int of = spec.id().indexOf(OF);
      String indicator = of < 0 ? spec.id() : spec.id().substring(0, of);
      String chosen = spec.outputs().getFirst().equals(output) ? "" : "." + output;
      String sources = of < 0 ? "" : spec.id().substring(of);
      return indicator + chosen + sources + interval.map(i -> ON + i).orElse("");
    }
  }
}
