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
 * What all indicators have in common: the updates counted up to the warm-up, the latest outputs,
 * which are NaN until then, and the parts it is made of, which are reset, saved and loaded with it
 * in the order of {@link #part}.
 *
 * <p>An indicator calls {@link #publish} exactly once in each update. Numbers of its own that are
 * no part are handled in {@link #resetOwn}, {@link #saveOwn} and {@link #loadOwn}.
 */
public abstract class AbstractIndicator {
  private static final int LAYOUT = 1;

  private final Definition definition;
  private final int warmup;
  private final double[] values;
  private final List<Resettable> parts = new ArrayList<>();
  private int seen;

  /**
   * Without updates.
   *
   * @param warmup updates after which the first value stands, at least 1
   */
  protected AbstractIndicator(Definition definition, int warmup) {
    Check.argument(warmup >= 1, "warmup must be >= 1, was %s", warmup);
    this.definition = definition;
    this.warmup = warmup;
    this.values = new double[definition.outputs().size()];
    Arrays.fill(values, Double.NaN);
  }

  /** Adds a part. Call in the constructor, or where the field is declared. */
  protected final <P extends Resettable> P part(P part) {
    parts.add(part);
    return part;
  }

  /** Ends an update with its only or main output; returns it, NaN until ready. */
  protected final double publish(double main) {
    if (seen < warmup && ++seen < warmup) {
      return Double.NaN;
    }
    values[0] = main;
    return main;
  }

  /** Ends an update with two outputs. */
  protected final double publish(double main, double second) {
    set(1, second);
    return publish(main);
  }

  /** Ends an update with three outputs. */
  protected final double publish(double main, double second, double third) {
    set(1, second);
    set(2, third);
    return publish(main);
  }

  /** Sets another than the main output, before the update ends. */
  protected final void set(int output, double value) {
    if (seen >= warmup - 1) {
      values[output] = value;
    }
  }

  /** Updates seen, counted no further than the warm-up. */
  protected final int seen() {
    return seen;
  }

  /** What this is. */
  public final Definition definition() {
    return definition;
  }

  /** The latest value of an output; NaN until ready. */
  public final double value(int output) {
    return values[output];
  }

  /** Updates after which the first value stands. */
  public final int warmup() {
    return warmup;
  }

  /** Whether that many were seen. */
  public final boolean isReady() {
    return seen >= warmup;
  }

  /** Forgets everything. */
  public final void reset() {
    seen = 0;
    Arrays.fill(values, Double.NaN);
    parts.forEach(Resettable::reset);
    resetOwn();
  }

  /** Writes everything. */
  public final void save(StateWriter out) {
    out.section(definition.name(), LAYOUT).writeInt(seen).writeDoubles(values);
    parts.forEach(part -> part.save(out));
    saveOwn(out);
  }

  /** Reads everything. */
  public final void load(StateReader in) {
    in.section(definition.name(), LAYOUT);
    seen = in.readInt();
    if (seen < 0 || seen > warmup) {
      throw new StateException(seen + " updates do not fit a warm-up of " + warmup);
    }
    in.readDoubles(values);
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
    return definition.name() + (isReady() ? " " + Arrays.toString(values) : " (warming up)");
  }
}
