package io.tradewind.store.series;

import io.tradewind.analytics.check.Check;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A growing column of exact decimals in canonical form. Where they are compared, and what they need
 * of a scale, holds of values that are not below zero.
 */
final class DecimalColumn {
  private long[] mantissa;
  private byte[] decimals;
  private int size;

  DecimalColumn(int capacity) {
    mantissa = new long[capacity];
    decimals = new byte[capacity];
  }

  void add(long value, int valueDecimals) {
    if (size == mantissa.length) {
      int capacity = Math.max(16, size + (size >> 1));
      mantissa = Arrays.copyOf(mantissa, capacity);
      decimals = Arrays.copyOf(decimals, capacity);
    }
    mantissa[size] = value;
    decimals[size] = (byte) valueDecimals;
    size++;
  }

  void addFrom(DecimalColumn other, int row) {
    add(other.mantissa[row], other.decimals[row]);
  }

  long mantissa(int row) {
    return mantissa[row];
  }

  int decimals(int row) {
    return decimals[row];
  }

  BigDecimal value(int row) {
    Check.argument(row < size, "row must be below the size, was %s", row);
    return BigDecimal.valueOf(mantissa[row], decimals[row]);
  }

  boolean isSame(int row, DecimalColumn other, int otherRow) {
    return mantissa[row] == other.mantissa[otherRow] && decimals[row] == other.decimals[otherRow];
  }

  int compare(int row, DecimalColumn other, int otherRow) {
    return Decimals.compare(
        mantissa[row], decimals[row], other.mantissa[otherRow], other.decimals[otherRow]);
  }

  /** Decimals that the column needs as a whole, and its largest value. */
  ColumnNeeds needs() {
    ColumnNeeds needs = ColumnNeeds.NONE;
    int most = 0;
    int largest = -1;
    for (int i = 0; i < size; i++) {
      most = Math.max(most, decimals[i]);
      if (largest < 0
          || Decimals.compare(mantissa[i], decimals[i], mantissa[largest], decimals[largest]) > 0) {
        largest = i;
      }
    }
    return largest < 0 ? needs : new ColumnNeeds(most, mantissa[largest], decimals[largest]);
  }

  long[] scaled(int scale) {
    long[] out = new long[size];
    for (int i = 0; i < size; i++) {
      out[i] = Decimals.scaled(mantissa[i], decimals[i], scale);
    }
    return out;
  }

  /** As {@link #scaled}, but what rounds to nothing becomes one unit: a price stays a price. */
  long[] scaledAboveZero(int scale) {
    long[] out = scaled(scale);
    for (int i = 0; i < size; i++) {
      out[i] = Math.max(1, out[i]);
    }
    return out;
  }
}
