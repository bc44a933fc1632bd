package io.tradewind.research.backtest;

import java.util.Arrays;

/** Times and values that grow. */
final class Points {
  private long[] times = new long[64];
  private long[] values = new long[64];
  private int size;

  void add(long time, long value) {
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    times[size] = time;
    values[size++] = value;
  }

  void replaceOrAdd(long time, long value) {
    if (size > 0 && times[size - 1] >= time) {
      values[size - 1] = value;
    } else {
      add(time, value);
    }
  }

  EquityCurve curve(int scale) {
    return new EquityCurve(scale, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
  }
}
