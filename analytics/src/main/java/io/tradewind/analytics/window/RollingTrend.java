package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * The linearly weighted mean and the least-squares line of the last {@code length} values, by
 * blocks as {@link RollingSum}. Of the block before, the slot {@code i} holds {@code 1 d(i) + 2
 * d(i+1) + ...} to its end; of this block the plain sum and the sum weighted 1, 2, ... are kept.
 * With {@code p} values in this block the whole is {@code before[p] + weighted + (n - p) plain}:
 * only additions.
 */
public final class RollingTrend implements Resettable {
  private final int length;
  private final double inverse;
  private final double inverseWeights;

  /** As in {@link RollingSum}. */
  private final double[] window;

  /** From {@link #head} on: weighted distances to the last block's end summed; a 0 beyond. */
  private final double[] weightedEnds;

  private double anchor;
  private double last;
  private double lastWeighted;
  private int head;

  /** Blocks begun, counted to 2. */
  private int blocks;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public RollingTrend(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.inverse = 1.0 / length;
    this.inverseWeights = 2.0 / (length * (length + 1.0));
    this.window = new double[length + 1];
    this.weightedEnds = new double[length + 1];
    this.head = length;
  }

  /** Takes a value. */
  public void add(double value) {
    if (head == length) {
      turn(value);
    }
    window[head] = value;
    head++;
    double distance = value - anchor;
    last += distance;
    lastWeighted += head * distance;
  }

  private void turn(double first) {
    double plain = 0;
    double weighted = 0;
    for (int i = length - 1; i >= 0; i--) {
      plain += window[i] - first;
      weighted += plain;
      window[i] = plain;
      weightedEnds[i] = weighted;
    }
    anchor = first;
    last = 0;
    lastWeighted = 0;
    head = 0;
    blocks = Math.min(blocks + 1, 2);
  }

  private double distance() {
    return last + window[head];
  }

  private double weighted() {
    return lastWeighted + weightedEnds[head] + (length - head) * last;
  }

  /** Whether there are {@code length} values. */
  public boolean isFull() {
    return blocks == 2 || (blocks == 1 && head == length);
  }

  /** Their mean, those before the first counting as 0. */
  public double mean() {
    return anchor + distance() * inverse;
  }

  /** Their mean with weights 1, 2, ..., the newest weighing most. */
  public double weightedMean() {
    return anchor + weighted() * inverseWeights;
  }

  /** Rise of the least-squares line from one value to the next; 0 if there is but one. */
  public double slope() {
    if (length == 1) {
      return 0.0;
    }
    double centred = weighted() - distance() * ((length + 1.0) / 2.0);
    return 12.0 * centred / (length * (length * (double) length - 1.0));
  }

  /** The least-squares line at the newest value. */
  public double end() {
    return mean() + slope() * ((length - 1) / 2.0);
  }

  @Override
  public void reset() {
    Arrays.fill(window, 0.0);
    Arrays.fill(weightedEnds, 0.0);
    anchor = 0;
    last = 0;
    lastWeighted = 0;
    head = length;
    blocks = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(blocks).writeInt(head).writeDoubles(window).writeDoubles(weightedEnds);
    out.writeDouble(anchor).writeDouble(last).writeDouble(lastWeighted);
  }

  @Override
  public void load(StateReader in) {
    blocks = in.readCount(2);
    head = in.readCount(length);
    in.readDoubles(window);
    in.readDoubles(weightedEnds);
    anchor = in.readDouble();
    last = in.readDouble();
    lastWeighted = in.readDouble();
  }
}
