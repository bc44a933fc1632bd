package io.tradewind.venues.binance.parse;

import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.binance.model.Levels;
import java.util.Arrays;
import java.util.Optional;

/** Pairs of decimals as characters, until the scales are known: no text is made for each. */
final class LevelText {
  private char[] text = new char[256];
  private int[] ends = new int[32];
  private int size;
  private Optional<InputFault> fault = Optional.empty();

  void add(char[] from, int offset, int length) {
    int start = size == 0 ? 0 : ends[size - 1];
    if (start + length > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, start + length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    System.arraycopy(from, offset, text, start, length);
    ends[size++] = start + length;
  }

  /** There is something in it that is no pair of decimals. */
  void spoil(InputFault what) {
    fault = fault.or(() -> Optional.of(what));
  }

  boolean isEmpty() {
    return size == 0 && fault.isEmpty();
  }

  Levels scaled(int priceScale, int qtyScale) {
    if (fault.isPresent()) {
      throw new BadInput(fault.orElseThrow(), "a level has a price and a quantity");
    }
    long[] pairs = new long[size];
    int start = 0;
    for (int i = 0; i < size; i++) {
      boolean isPrice = (i & 1) == 0;
      int scale = isPrice ? priceScale : qtyScale;
      pairs[i] = DecimalText.scaled(text, start, ends[i] - start, scale);
      if (pairs[i] < (isPrice ? 1 : 0)) {
        throw new BadInput(InputFault.BAD_VALUE, "a level has a price and no negative quantity");
      }
      start = ends[i];
    }
    return Levels.of(pairs);
  }
}
