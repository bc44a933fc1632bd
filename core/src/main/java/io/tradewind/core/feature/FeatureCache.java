package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Results that are dear to compute, by what they are and by the candles they are of. Holds so many
 * at most, of which the one not asked for longest leaves, and none for longer than its time to
 * live. Time is the engine's. What it holds can always be computed again and is no state.
 */
final class FeatureCache {
  /** How many results are held. */
  static final int ENTRIES = 1000;

  /** How long a result is held. */
  static final long TIME_TO_LIVE_NS = 300_000_000_000L;

  private final int entries;
  private final long timeToLiveNs;
  private final LinkedHashMap<Key, Held> held = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Empty.
   *
   * @param entries at least 1
   * @param timeToLiveNs above 0
   */
  FeatureCache(int entries, long timeToLiveNs) {
    Check.argument(entries >= 1, "entries must be >= 1, was %s", entries);
    Check.argument(timeToLiveNs > 0, "timeToLiveNs must be > 0, was %s", timeToLiveNs);
    this.entries = entries;
    this.timeToLiveNs = timeToLiveNs;
  }

  /**
   * What a result is of.
   *
   * @param instrument its place among the run's
   * @param id of the function
   * @param lastNs close of the latest candle it is of
   */
  record Key(int instrument, String id, long lastNs) {}

  private static final class Held {
    private final double[] values;
    private final long sinceNs;

    Held(double[] values, long sinceNs) {
      this.values = values;
      this.sinceNs = sinceNs;
    }
  }

  /** What is held, or else what is computed now. */
  double[] get(Key key, long nowNs, Supplier<double[]> computed) {
    Held known = held.get(key);
    if (known != null && nowNs - known.sinceNs <= timeToLiveNs) {
      return known.values.clone();
    }
    double[] values = computed.get().clone();
    held.put(key, new Held(values, nowNs));
    if (held.size() > entries) {
      Iterator<Map.Entry<Key, Held>> oldest = held.entrySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return values.clone();
  }

  /** How many are held. */
  int size() {
    return held.size();
  }

  /** Lets go of all. */
  void clear() {
    held.clear();
  }
}
