package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * The greatest of the last {@code length} values; the smallest by giving and taking negated values.
 * By blocks as {@link RollingSum}: the greatest of every end of the last block is found once, when
 * it is full, and the greatest of this block grows. Two comparisons a value whatever the length,
 * which makes it several times as fast as a monotonic deque. NaN counts as greatest and is
 * therefore the answer as long as it is in the window.
 *
 * <p>Source: M. van Herk (1992), "A fast algorithm for local minimum and maximum filters on
 * rectangular and octagonal kernels", Pattern Recognition Letters 13; J. Gil and M. Werman (1993),
 * "Computing 2-D min, median, and max filters", IEEE PAMI 15.
 */
public final class RollingExtreme implements Resettable {
  private final int length;

  /**
   * Slots before {@link #head}: this block's values; from there on: greatest to the last one's end;
   * the least possible beyond.
   */
  private final long[] window;

  private long last = Rank.LEAST;
  private int head;

  /** Blocks begun, counted to 2. */
  private int blocks;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public RollingExtreme(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.window = new long[length + 1];
    Arrays.fill(window, Rank.LEAST);
    head = length;
  }

  /** Takes a value and returns the greatest of the last {@code length}, or of all while fewer. */
  public double push(double value) {
    if (head == length) {
      turn();
    }
    long rank = Rank.of(value);
    window[head] = rank;
    head++;
    last = Math.max(last, rank);
    return Rank.value(Math.max(last, window[head]));
  }

  private void turn() {
    long greatest = Rank.LEAST;
    for (int i = length - 1; i >= 0; i--) {
      greatest = Math.max(greatest, window[i]);
      window[i] = greatest;
    }
    last = Rank.LEAST;
    head = 0;
    blocks = Math.min(blocks + 1, 2);
  }

  /** Whether there were {@code length} values. */
  public boolean isFull() {
    return blocks == 2 || (blocks == 1 && head == length);
  }

  @Override
  public void reset() {
    Arrays.fill(window, Rank.LEAST);
    last = Rank.LEAST;
    head = length;
    blocks = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(blocks).writeInt(head).writeLong(last).writeLongs(window);
  }

  @Override
  public void load(StateReader in) {
    blocks = in.readCount(2);
    head = in.readCount(length);
    last = in.readLong();
    in.readLongs(window);
  }
}
