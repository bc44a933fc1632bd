package io.tradewind.venues.binance.model;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.MarketEvent.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Levels of one side of a book, in one array for speed: prices and quantities in the instrument's
 * scales, prices above 0, quantities at least 0, where 0 takes a level away.
 */
public final class Levels {
  private final long[] pairs;

  private Levels(long[] pairs) {
    this.pairs = pairs;
  }

  /** Prices and quantities in turn; the array is handed over. */
  public static Levels of(long... pairs) {
    Check.argument(pairs.length % 2 == 0, "levels come in pairs, were %s numbers", pairs.length);
    return new Levels(pairs);
  }

  /** How many. */
  public int size() {
    return pairs.length / 2;
  }

  /** The price of one, from 0. */
  public long priceScaled(int index) {
    return pairs[2 * index];
  }

  /** The quantity of one, from 0. */
  public long qtyScaled(int index) {
    return pairs[2 * index + 1];
  }

  /** As levels of the core. */
  public List<Level> list() {
    List<Level> levels = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      levels.add(new Level(priceScaled(i), qtyScaled(i)));
    }
    return levels;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Levels levels && Arrays.equals(pairs, levels.pairs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pairs);
  }

  @Override
  public String toString() {
    return Arrays.toString(pairs);
  }
}
