package io.tradewind.analytics.structure;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * The last swings that are known, highs and lows in turn, asked for by how many came after them: 0
 * is the latest. What is known is never changed.
 */
public final class Swings implements Resettable {
  /** How many are kept. */
  public static final int CAPACITY = 16;

  private static final int LAYOUT = 2;

  private final double[] prices = new double[CAPACITY];
  private final long[] bars = new long[CAPACITY];
  private final long[] knownBars = new long[CAPACITY];
  private long now = -1;
  private double close = Double.NaN;
  private int size;
  private int latest;
  private boolean latestIsHigh;

  Swings() {}

  void advance(double newClose) {
    now++;
    close = newClose;
  }

  void add(long bar, double price, boolean high) {
    Check.invariant(bar < now, "a swing at bar %s cannot be known at bar %s", bar, now);
    latest = latest + 1 == CAPACITY ? 0 : latest + 1;
    prices[latest] = price;
    bars[latest] = bar;
    knownBars[latest] = now;
    latestIsHigh = high;
    size = Math.min(size + 1, CAPACITY);
  }

  /** The latest bar, counted from 0; -1 before the first. */
  public long now() {
    return now;
  }

  /** The close of the latest bar; NaN before the first. */
  public double close() {
    return close;
  }

  /** How many are kept now. */
  public int size() {
    return size;
  }

  /** Whether the latest became known at the latest bar. */
  public boolean isNew() {
    return size > 0 && knownBars[latest] == now;
  }

  /** Price of the swing that was followed by {@code ago} others. */
  public double price(int ago) {
    return prices[slot(ago)];
  }

  /** Bar of that swing. */
  public long bar(int ago) {
    return bars[slot(ago)];
  }

  /** Bar at which that swing became known. */
  public long knownBar(int ago) {
    return knownBars[slot(ago)];
  }

  /** Whether that swing is a high. */
  public boolean isHigh(int ago) {
    return (ago % 2 == 0) == latestIsHigh;
  }

  /** That swing. */
  public Swing get(int ago) {
    return new Swing(bar(ago), price(ago), isHigh(ago), knownBar(ago));
  }

  /** 1 if the latest is a high, -1 if it is a low: times a price it makes the latest a top. */
  int sign() {
    return latestIsHigh ? 1 : -1;
  }

  /** Price of that swing as if the latest were a top: turned upside down if it is a low. */
  double upright(int ago) {
    return sign() * price(ago);
  }

  /** Bars between two swings, the later one first. */
  double span(int later, int earlier) {
    return bar(later) - bar(earlier);
  }

  private int slot(int ago) {
    Check.argument(ago >= 0 && ago < size, "there is no swing followed by %s others", ago);
    int slot = latest - ago;
    return slot < 0 ? slot + CAPACITY : slot;
  }

  @Override
  public void reset() {
    now = -1;
    close = Double.NaN;
    size = 0;
    latest = 0;
    latestIsHigh = false;
  }

  @Override
  public void save(StateWriter out) {
    out.section("swings", LAYOUT).writeLong(now).writeDouble(close);
    out.writeInt(size).writeBoolean(latestIsHigh);
    for (int ago = size - 1; ago >= 0; ago--) {
      out.writeDouble(price(ago)).writeLong(bar(ago)).writeLong(knownBar(ago));
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("swings", LAYOUT);
    now = in.readLong();
    close = in.readDouble();
    size = in.readCount(CAPACITY);
    latestIsHigh = in.readBoolean();
    for (int i = 0; i < size; i++) {
      prices[i] = in.readDouble();
      bars[i] = in.readLong();
      knownBars[i] = in.readLong();
    }
    latest = Math.max(size - 1, 0);
  }
}
