package io.tradewind.analytics.structure;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Prices at which the price turned before. A swing that is no further from the nearest level than
 * the width it is told with touches it, and moves it to the mean of its touches; otherwise it is a
 * level of its own. If all places are taken, the weakest level is given up, of equal ones the
 * oldest.
 *
 * <p>Strength of a level: {@code recency (1 + share)}. {@code recency} is the sum over its touches
 * of one half to the power of their age, since they became known, over {@code halfLife} bars.
 * {@code share}, 0 to 1, is what of the volume since the level is known was traded in bars that
 * reach to within its width, older volume counting less by the same half-life.
 *
 * <p>Source: C. L. Osler (2000), "Support for Resistance: Technical Analysis and Intraday Exchange
 * Rates", FRBNY Economic Policy Review 6(2), who finds that such levels stop trends and that how
 * many agree on one says little of its worth; the weights are our own.
 */
public final class LevelBook implements Resettable {
  private static final int LAYOUT = 1;

  private final double fading;
  private final Entry[] entries;
  private int size;

  /**
   * Empty.
   *
   * @param capacity levels that are kept, at least 1
   * @param halfLife bars, at least 1
   */
  public LevelBook(int capacity, int halfLife) {
    Check.argument(capacity >= 1, "capacity must be >= 1, was %s", capacity);
    Check.argument(halfLife >= 1, "halfLife must be >= 1, was %s", halfLife);
    fading = StrictMath.pow(0.5, 1.0 / halfLife);
    entries = new Entry[capacity];
    for (int i = 0; i < capacity; i++) {
      entries[i] = new Entry();
    }
  }

  /** Takes a closed bar: lets all fade, and counts its volume where it reaches. */
  public void pass(double high, double low, double volume) {
    for (int i = 0; i < size; i++) {
      entries[i].pass(high, low, volume, fading);
    }
  }

  /** Takes a swing that became known, within a width on either side. */
  public void touch(double price, double width) {
    int nearest = nearest(price);
    if (nearest >= 0 && Math.abs(entries[nearest].price - price) <= width) {
      entries[nearest].touch(price, width);
    } else {
      place().begin(price, width);
    }
  }

  private int nearest(double price) {
    int best = -1;
    for (int i = 0; i < size; i++) {
      if (best < 0 || Math.abs(entries[i].price - price) < Math.abs(entries[best].price - price)) {
        best = i;
      }
    }
    return best;
  }

  private Entry place() {
    if (size < entries.length) {
      return entries[size++];
    }
    int weakest = 0;
    for (int i = 1; i < size; i++) {
      if (strength(i) < strength(weakest)) {
        weakest = i;
      }
    }
    Entry freed = entries[weakest];
    System.arraycopy(entries, weakest + 1, entries, weakest, size - 1 - weakest);
    entries[size - 1] = freed;
    return freed;
  }

  /**
   * The nearest level at or below a price.
   *
   * @param touches least touches that a level must have
   * @return its place, -1 if there is none
   */
  public int below(double price, int touches) {
    int best = -1;
    for (int i = 0; i < size; i++) {
      Entry entry = entries[i];
      if (entry.touches >= touches
          && entry.price <= price
          && (best < 0 || entry.price > entries[best].price)) {
        best = i;
      }
    }
    return best;
  }

  /** The nearest level above a price, as {@link #below}. */
  public int above(double price, int touches) {
    int best = -1;
    for (int i = 0; i < size; i++) {
      Entry entry = entries[i];
      if (entry.touches >= touches
          && entry.price > price
          && (best < 0 || entry.price < entries[best].price)) {
        best = i;
      }
    }
    return best;
  }

  /** Price of the level at a place, NaN at -1. */
  public double price(int place) {
    return place < 0 ? Double.NaN : entries[place].price;
  }

  /** Strength of the level at a place, 0 at -1. */
  public double strength(int place) {
    return place < 0 ? 0 : entries[place].strength();
  }

  /** All levels, the oldest first. */
  public List<PriceLevel> levels() {
    List<PriceLevel> levels = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      levels.add(new PriceLevel(entries[i].price, entries[i].touches, entries[i].strength()));
    }
    return levels;
  }

  @Override
  public void reset() {
    size = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.section("level-book", LAYOUT).writeInt(size);
    for (int i = 0; i < size; i++) {
      entries[i].save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("level-book", LAYOUT);
    size = in.readCount(entries.length);
    for (int i = 0; i < size; i++) {
      entries[i].load(in);
    }
  }

  /** A level. */
  private static final class Entry {
    private double price;
    private double width;
    private double recency;
    private double near;
    private double all;
    private int touches;

    private void begin(double at, double within) {
      price = at;
      width = within;
      recency = 1;
      near = 0;
      all = 0;
      touches = 1;
    }

    private void touch(double at, double within) {
      touches++;
      price += (at - price) / touches;
      width = within;
      recency++;
    }

    private void pass(double high, double low, double volume, double fading) {
      boolean reached = low <= price + width && high >= price - width;
      recency *= fading;
      near = near * fading + (reached ? volume : 0);
      all = all * fading + volume;
    }

    private double strength() {
      return recency * (1 + (all > 0 ? near / all : 0));
    }

    private void save(StateWriter out) {
      out.writeDouble(price).writeDouble(width).writeDouble(recency);
      out.writeDouble(near).writeDouble(all).writeInt(touches);
    }

    private void load(StateReader in) {
      price = in.readDouble();
      width = in.readDouble();
      recency = in.readDouble();
      near = in.readDouble();
      all = in.readDouble();
      touches = in.readInt();
    }
  }
}
