package io.tradewind.core.execution;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.Arrays;

/**
 * The children of one order, all that ever were: what each asked for, what of it is filled, which
 * may still fill. A child that was asked back, or of which nothing was heard, stays open until its
 * end is told; a fill that comes even later is counted.
 */
public final class ChildBook implements Stateful {
  private static final int FIRST_ROOM = 16;

  private long[] handles = new long[FIRST_ROOM];
  private long[] asked = new long[FIRST_ROOM];
  private long[] filled = new long[FIRST_ROOM];
  private boolean[] ended = new boolean[FIRST_ROOM];
  private boolean[] cancelAsked = new boolean[FIRST_ROOM];
  private int size;
  private int openChildren;
  private long openScaled;
  private long filledScaled;
  private long filledQuoteScaled;

  /** Empty. */
  public ChildBook() {}

  /** A child that was placed; the quantity is above 0. */
  public void add(long handle, long qtyScaled) {
    Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
    Check.invariant(find(handle) < 0, "handle %s is that of another child", handle);
    if (size == handles.length) {
      grow();
    }
    handles[size] = handle;
    asked[size] = qtyScaled;
    filled[size] = 0;
    ended[size] = false;
    cancelAsked[size] = false;
    size++;
    openChildren++;
    openScaled = Math.addExact(openScaled, qtyScaled);
  }

  /**
   * A fill, early or late. A child whose whole quantity is filled has ended.
   *
   * @param quoteScaled price times quantity, slippage included, in cash scale
   */
  public void fill(long handle, long qtyScaled, long quoteScaled) {
    Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
    int child = child(handle);
    filled[child] = Math.addExact(filled[child], qtyScaled);
    Check.invariant(
        filled[child] <= asked[child],
        "child %s was filled over what it asked for, by %s",
        handle,
        filled[child] - asked[child]);
    filledScaled = Math.addExact(filledScaled, qtyScaled);
    filledQuoteScaled = Math.addExact(filledQuoteScaled, quoteScaled);
    if (!ended[child]) {
      openScaled -= qtyScaled;
      if (filled[child] == asked[child]) {
        close(child);
      }
    }
  }

  /** A child's end: its rest is free again. Whether it was open until now. */
  public boolean end(long handle) {
    int child = child(handle);
    if (ended[child]) {
      return false;
    }
    openScaled -= asked[child] - filled[child];
    close(child);
    return true;
  }

  private void close(int child) {
    ended[child] = true;
    openChildren--;
  }

  /** Asks every open child back that was not asked yet. */
  public void cancelAll(ChildOrders orders) {
    int left = openChildren;
    for (int i = size - 1; i >= 0 && left > 0; i--) {
      left -= ended[i] ? 0 : 1;
      if (!ended[i] && !cancelAsked[i]) {
        cancelAsked[i] = true;
        orders.cancel(handles[i]);
      }
    }
  }

  /** Whether this child was asked back. */
  public boolean isCancelAsked(long handle) {
    return cancelAsked[child(handle)];
  }

  /** Whether it may still fill. */
  public boolean isOpen(long handle) {
    return !ended[child(handle)];
  }

  /** How many were placed. */
  public int children() {
    return size;
  }

  /** How many may still fill. */
  public int openChildren() {
    return openChildren;
  }

  /** What may still fill, in quantity scale. */
  public long openScaled() {
    return openScaled;
  }

  /** What is filled, in quantity scale. */
  public long filledScaled() {
    return filledScaled;
  }

  /** What that has cost or brought, in cash scale. */
  public long filledQuoteScaled() {
    return filledQuoteScaled;
  }

  /** The totals are those of the children. */
  public void checkInvariants() {
    long open = 0;
    long all = 0;
    int living = 0;
    for (int i = 0; i < size; i++) {
      open += ended[i] ? 0 : asked[i] - filled[i];
      living += ended[i] ? 0 : 1;
      all += filled[i];
    }
    Check.invariant(open == openScaled, "open is %s, its children have %s", openScaled, open);
    Check.invariant(all == filledScaled, "filled is %s, its children %s", filledScaled, all);
    Check.invariant(living == openChildren, "%s children are open, not %s", living, openChildren);
  }

  private int child(long handle) {
    int child = find(handle);
    Check.invariant(child >= 0, "no child has the handle %s", handle);
    return child;
  }

  /** From the newest back, for it is mostly the newest that is spoken of. */
  private int find(long handle) {
    for (int i = size - 1; i >= 0; i--) {
      if (handles[i] == handle) {
        return i;
      }
    }
    return -1;
  }

  private void grow() {
    int room = size * 2;
    handles = Arrays.copyOf(handles, room);
    asked = Arrays.copyOf(asked, room);
    filled = Arrays.copyOf(filled, room);
    ended = Arrays.copyOf(ended, room);
    cancelAsked = Arrays.copyOf(cancelAsked, room);
  }

  @Override
  public void save(StateWriter out) {
    out.section("child-book", 1).writeLong(filledQuoteScaled).writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(handles[i])
          .writeLong(asked[i])
          .writeLong(filled[i])
          .writeBoolean(ended[i])
          .writeBoolean(cancelAsked[i]);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("child-book", 1);
    size = 0;
    openChildren = 0;
    openScaled = 0;
    filledScaled = 0;
    filledQuoteScaled = in.readLong();
    int count = in.readCount(Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      add(in.readLong(), in.readLong());
      filled[i] = in.readLong();
      filledScaled = Math.addExact(filledScaled, filled[i]);
      openScaled -= filled[i];
      if (in.readBoolean()) {
        openScaled -= asked[i] - filled[i];
        close(i);
      }
      cancelAsked[i] = in.readBoolean();
    }
  }
}
