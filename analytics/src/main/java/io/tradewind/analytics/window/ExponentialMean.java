package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Exponential smoothing: the mean of the first {@code length} values, then {@code mean += k (x -
 * mean)}. NaN until {@code length} values have been seen.
 *
 * <p>Kept is not the mean but its gap to the latest value, {@code gap = (1 - k) (gap + x - x')}, so
 * that roundings are as small as the gap, equal values have exactly their own mean, and a value
 * waits for no more than one fused multiplication of the one before.
 */
public final class ExponentialMean implements Resettable {
  private final int length;
  private final double kept;
  private int seen;
  private double anchor;
  private double sum;
  private double latest;
  private double gap = Double.NaN;

  private ExponentialMean(int length, double kept) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.kept = kept;
  }

  /**
   * With a weight of the newest value.
   *
   * @param length values in the seed, at least 1
   * @param factor above 0, at most 1
   */
  public static ExponentialMean of(int length, double factor) {
    Check.argument(factor > 0 && factor <= 1, "factor must be above 0 and <= 1, was %s", factor);
    return new ExponentialMean(length, 1.0 - factor);
  }

  /**
   * Wilder's smoothing, {@code k = 1 / length}. Source: J. W. Wilder (1978), "New Concepts in
   * Technical Trading Systems".
   *
   * @param length at least 1
   */
  public static ExponentialMean wilder(int length) {
    return of(length, 1.0 / length);
  }

  /** Takes a value and returns the new mean, NaN until there are {@code length}. */
  public double update(double value) {
    return seen >= length ? follow(value) : seed(value);
  }

  private double seed(double value) {
    if (seen == 0) {
      anchor = value;
    }
    seen++;
    sum += value - anchor;
    latest = value;
    if (seen == length) {
      gap = value - anchor - sum / length;
    }
    return value();
  }

  /** As {@link #update}, to be used only when ready: without a branch, for loops over arrays. */
  public double follow(double value) {
    gap = Math.fma(kept, gap, kept * (value - latest));
    latest = value;
    return value - gap;
  }

  /**
   * Takes the rest of a series, when ready, and gives the mean after each value, as by {@link
   * #update}.
   *
   * @param values {@code [bars]}
   * @param from the first to take
   * @param means {@code [bars]}
   */
  public void means(double[] values, int from, double[] means) {
    ExponentialMean local = copy();
    for (int i = from; i < values.length; i++) {
      means[i] = local.follow(values[i]);
    }
    become(local);
  }

  /** The latest mean, NaN until there is one. */
  public double value() {
    return latest - gap;
  }

  /** How far the latest value is above the mean; closer than the difference of the two. */
  public double gap() {
    return gap;
  }

  /** Whether there were {@code length} values. */
  public boolean isReady() {
    return seen >= length;
  }

  /** One that stands where this stands, for a loop that is to keep it in registers. */
  public ExponentialMean copy() {
    ExponentialMean copy = new ExponentialMean(length, kept);
    copy.become(this);
    return copy;
  }

  /** Goes on where another of the same length and factor stands. */
  public void become(ExponentialMean other) {
    seen = other.seen;
    anchor = other.anchor;
    sum = other.sum;
    latest = other.latest;
    gap = other.gap;
  }

  @Override
  public void reset() {
    seen = 0;
    anchor = 0;
    sum = 0;
    latest = 0;
    gap = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(seen).writeDouble(anchor).writeDouble(sum).writeDouble(latest).writeDouble(gap);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readCount(length);
    anchor = in.readDouble();
    sum = in.readDouble();
    latest = in.readDouble();
    gap = in.readDouble();
  }
}
