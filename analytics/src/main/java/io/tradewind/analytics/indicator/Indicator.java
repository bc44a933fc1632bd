package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A streaming indicator: fed one value or bar after the other, constant work each, no rescans and
 * nothing allocated after construction. Until {@link #isReady} its outputs are NaN. What it needs
 * (lengths, factors) is given to the constructor; what it remembers can be saved. Its class has a
 * constant {@code DEFINITION} that says the rest.
 *
 * <p>Here is what all have in common: the updates counted up to the warm-up, the latest outputs,
 * and the parts it is made of, which are reset, saved and loaded with it in the order of {@link
 * #part}. An indicator calls {@link #publish} exactly once in each update. Numbers of its own that
 * are no part are handled in {@link #resetOwn}, {@link #saveOwn} and {@link #loadOwn}.
 */
public abstract sealed class Indicator implements Resettable
    permits SeriesIndicator,
        PairIndicator,
        BarIndicator,
        TimedBarIndicator,
        TradeIndicator,
        QuoteIndicator,
        DepthIndicator {
  private static final int LAYOUT = 2;

  private final Definition definition;
  private final int warmup;
  private final int outputs;
  private final List<Resettable> parts = new ArrayList<>();

  /** Where the latest outputs are, from {@link #first} on: here, or in the row of others. */
  private double[] values;

  private int first;

  /** Updates until it is ready. */
  private int missing;

  /** Without updates. */
  Indicator(Definition definition, int warmup) {
    Check.argument(warmup >= 1, "warmup must be >= 1, was %s", warmup);
    this.definition = definition;
    this.warmup = warmup;
    this.missing = warmup;
    this.outputs = definition.outputs().size();
    this.values = new double[outputs];
    Arrays.fill(values, Double.NaN);
  }

  /** Adds a part. Call in the constructor, or where the field is declared. */
  protected final <P extends Resettable> P part(P part) {
    parts.add(part);
    return part;
  }

  /** Counts an update; whether there are enough of them. */
  private boolean counts() {
    return missing == 0 || --missing == 0;
  }

  /** Ends an update with its only or main output; returns it, NaN until ready. */
  protected final double publish(double main) {
    if (!counts()) {
      return Double.NaN;
    }
    values[first] = main;
    return main;
  }

  /** Ends an update with two outputs. */
  protected final double publish(double main, double second) {
    if (!counts()) {
      return Double.NaN;
    }
    values[first] = main;
    values[first + 1] = second;
    return main;
  }

  /** Ends an update with three outputs. */
  protected final double publish(double main, double second, double third) {
    if (!counts()) {
      return Double.NaN;
    }
    values[first] = main;
    values[first + 1] = second;
    values[first + 2] = third;
    return main;
  }

  /** Sets another than the main output, before the update ends. */
  protected final void set(int output, double value) {
    if (missing <= 1) {
      values[first + output] = value;
    }
  }

  /** Updates seen, counted no further than the warm-up. */
  protected final int seen() {
    return warmup - missing;
  }

  /** What this is. */
  public final Definition definition() {
    return definition;
  }

  /** How many outputs there are; most have one, MACD has three. */
  public final int outputs() {
    return outputs;
  }

  /** The latest value of an output, 0 being the main one; NaN until ready. */
  public final double value(int output) {
    return values[first + output];
  }

  /** The latest main value, NaN until ready. */
  public final double value() {
    return values[first];
  }

  /**
   * Keeps the outputs in a row that others read, as they stand and from now on. One row has room
   * for many indicators, each at its own place.
   *
   * @param row where the outputs are from {@code at} on
   */
  public final void keepIn(double[] row, int at) {
    System.arraycopy(values, first, row, at, outputs);
    values = row;
    first = at;
  }

  /** Arrays that go side by side must be of one length. */
  static void checkLengths(int... lengths) {
    for (int length : lengths) {
      Check.argument(
          length == lengths[0], "arrays must be of one length, were %s", Arrays.toString(lengths));
    }
  }

  /** Room for all outputs of so many updates, {@code [outputs][updates]}. */
  final double[][] columns(int updates) {
    return new double[outputs][updates];
  }

  /** Puts the latest values at their place in such columns. */
  final void record(double[][] columns, int update) {
    for (int output = 0; output < outputs; output++) {
      columns[output][update] = values[first + output];
    }
  }

  /** Takes what stands at a place in such columns as the latest values. */
  final void recall(double[][] columns, int update) {
    for (int output = 0; output < outputs; output++) {
      values[first + output] = columns[output][update];
    }
  }

  /** Updates after which the first value stands, at least 1: {@code isReady} after that many. */
  public final int warmup() {
    return warmup;
  }

  /** Whether {@link #warmup} updates have been seen. */
  public final boolean isReady() {
    return missing == 0;
  }

  @Override
  public final void reset() {
    missing = warmup;
    Arrays.fill(values, first, first + outputs, Double.NaN);
    parts.forEach(Resettable::reset);
    resetOwn();
  }

  @Override
  public final void save(StateWriter out) {
    out.section(definition.name(), LAYOUT).writeInt(warmup).writeInt(missing);
    for (int output = 0; output < outputs; output++) {
      out.writeDouble(value(output));
    }
    parts.forEach(part -> part.save(out));
    saveOwn(out);
  }

  @Override
  public final void load(StateReader in) {
    in.section(definition.name(), LAYOUT);
    int savedWarmup = in.readInt();
    if (savedWarmup != warmup) {
      throw new StateException(
          "expected %s with a warm-up of %s, found one of %s"
              .formatted(definition.name(), warmup, savedWarmup));
    }
    missing = in.readCount(warmup);
    for (int output = 0; output < outputs; output++) {
      values[first + output] = in.readDouble();
    }
    parts.forEach(part -> part.load(in));
    loadOwn(in);
  }

  /** Forgets numbers that are no part. */
  protected void resetOwn() {}

  /** Writes numbers that are no part. */
  protected void saveOwn(StateWriter out) {}

  /** Reads numbers that are no part, in the order of {@link #saveOwn}. */
  protected void loadOwn(StateReader in) {}

  @Override
  public final String toString() {
    return definition.name()
        + (isReady()
            ? " " + Arrays.toString(Arrays.copyOfRange(values, first, first + outputs))
            : " (warming up)");
  }
}
