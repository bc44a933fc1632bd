package io.tradewind.core.quality;

import io.tradewind.analytics.check.Check;
import java.util.List;

/**
 * How signals are judged.
 *
 * @param window how many of the last trades count, and of the last signals at each horizon
 * @param buckets of equal width that confidence is sorted into
 * @param horizons bars after a signal, rising
 */
public record QualitySettings(int window, int buckets, List<Integer> horizons) {
  /** 100 trades, ten buckets, up to 48 bars. */
  public static final QualitySettings SHIPPED =
      new QualitySettings(100, 10, List.of(1, 3, 6, 12, 24, 48));

  /** Checks the ranges. */
  public QualitySettings {
    Check.argument(window >= 1 && window <= 100_000, "window must be >= 1, was %s", window);
    Check.argument(buckets >= 1 && buckets <= 1000, "buckets must be >= 1, was %s", buckets);
    horizons = List.copyOf(horizons);
    Check.argument(!horizons.isEmpty(), "horizons must not be empty");
    for (int i = 0; i < horizons.size(); i++) {
      int before = i == 0 ? 0 : horizons.get(i - 1);
      Check.argument(
          horizons.get(i) > before && horizons.get(i) <= 100_000,
          "horizons must rise from 1, number %s does not",
          i + 1);
    }
  }

  /** The furthest horizon. */
  int furthest() {
    return horizons.getLast();
  }
}
