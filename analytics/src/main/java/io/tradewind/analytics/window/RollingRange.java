package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * The highest high and the lowest low of the last {@code length} bars, or of one series given as
 * both. By blocks, each side as a {@link RollingExtreme} and with its answer to NaN, but with the
 * work of a block's end done once for both.
 */
public final class RollingRange implements Resettable {
  private final int length;

  /** As {@link RollingExtreme}'s window, of highs and of lows negated. */
  private final long[] highs;

  private final long[] lows;
  private long lastHigh = Rank.LEAST;
  private long lastLow = Rank.LEAST;
  private double highest = Double.NaN;
  private double lowest = Double.NaN;
  private int head;

  /** Blocks begun, counted to 2. */
  private int blocks;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public RollingRange(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.highs = new long[length + 1];
    this.lows = new long[length + 1];
    reset();
  }

  /** Takes a bar. */
  public void push(double high, double low) {
    if (head == length) {
      turn();
    }
    long top = Rank.of(high);
    long bottom = Rank.of(-low);
    highs[head] = top;
    lows[head] = bottom;
    head++;
    lastHigh = Math.max(lastHigh, top);
    lastLow = Math.max(lastLow, bottom);
    highest = Rank.value(Math.max(lastHigh, highs[head]));
    lowest = -Rank.value(Math.max(lastLow, lows[head]));
  }

  /**
   * Takes bars of a series and gives the extremes after each, as by {@link #push}, {@link #highest}
   * and {@link #lowest} one by one.
   *
   * @param high {@code [bars]}, like all here
   * @param from the first to take
   * @param to the first not to take
   */
  public void batch(
      double[] high, double[] low, int from, int to, double[] highestOf, double[] lowestOf) {
    int at = from;
    while (at < to) {
      if (head == length) {
        turn();
      }
      int run = Math.min(length - head, to - at);
      long topHere = lastHigh;
      long bottomHere = lastLow;
      for (int i = 0; i < run; i++) {
        long top = Rank.of(high[at + i]);
        long bottom = Rank.of(-low[at + i]);
        highs[head + i] = top;
        lows[head + i] = bottom;
        topHere = Math.max(topHere, top);
        bottomHere = Math.max(bottomHere, bottom);
        highestOf[at + i] = Rank.value(Math.max(topHere, highs[head + i + 1]));
        lowestOf[at + i] = -Rank.value(Math.max(bottomHere, lows[head + i + 1]));
      }
      lastHigh = topHere;
      lastLow = bottomHere;
      head += run;
      at += run;
      highest = highestOf[at - 1];
      lowest = lowestOf[at - 1];
    }
  }

  private void turn() {
    long top = Rank.LEAST;
    long bottom = Rank.LEAST;
    for (int i = length - 1; i >= 0; i--) {
      top = Math.max(top, highs[i]);
      bottom = Math.max(bottom, lows[i]);
      highs[i] = top;
      lows[i] = bottom;
    }
    lastHigh = Rank.LEAST;
    lastLow = Rank.LEAST;
    head = 0;
    blocks = Math.min(blocks + 1, 2);
  }

  /** The highest high of the last {@code length} bars, or of all while fewer. */
  public double highest() {
    return highest;
  }

  /** The lowest low of these. */
  public double lowest() {
    return lowest;
  }

  /** From the lowest low to the highest high. */
  public double range() {
    return highest - lowest;
  }

  /** Half way between the lowest low and the highest high. */
  public double middle() {
    return (highest + lowest) / 2.0;
  }

  /** Whether there were {@code length} bars. */
  public boolean isFull() {
    return blocks == 2 || (blocks == 1 && head == length);
  }

  @Override
  public void reset() {
    Arrays.fill(highs, Rank.LEAST);
    Arrays.fill(lows, Rank.LEAST);
    lastHigh = Rank.LEAST;
    lastLow = Rank.LEAST;
    highest = Double.NaN;
    lowest = Double.NaN;
    head = length;
    blocks = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(blocks).writeInt(head);
    out.writeLong(lastHigh).writeLong(lastLow).writeLongs(highs).writeLongs(lows);
    out.writeDouble(highest).writeDouble(lowest);
  }

  @Override
  public void load(StateReader in) {
    blocks = in.readCount(2);
    head = in.readCount(length);
    lastHigh = in.readLong();
    lastLow = in.readLong();
    in.readLongs(highs);
    in.readLongs(lows);
    highest = in.readDouble();
    lowest = in.readDouble();
  }
}
