package io.tradewind.trader.meter;

import io.tradewind.core.execution.latency.LatencyHistogram;
import io.tradewind.core.status.Timing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long calls of a venue take, by kind; told by any thread. Kinds beyond a few are one. */
public final class CallMeter {
  /** Under this name the rest is counted. */
  static final String REST = "other";

  private static final int MOST_KINDS = 64;

  private final Map<String, Kind> kinds = new TreeMap<>();

  /** Counted under the lock of its meter. */
  private static final class Kind {
    private final LatencyHistogram durations = new LatencyHistogram();
    private long failures;
  }

  /** None was made. */
  public CallMeter() {}

  /**
   * A call has ended.
   *
   * @param kind such as {@code GET /api/v3/order}
   * @param tookNs from the request to its end; below 0, where a clock was set back, counts as 0
   * @param isWell whether it was answered, and not refused
   */
  public synchronized void ended(String kind, long tookNs, boolean isWell) {
    String name = kinds.containsKey(kind) || kinds.size() < MOST_KINDS ? kind : REST;
    Kind of = kinds.computeIfAbsent(name, _ -> new Kind());
    of.durations.record(Math.max(0, tookNs));
    of.failures += isWell ? 0 : 1;
  }

  /** All kinds, by name. */
  synchronized List<Timing> all() {
    return kinds.entrySet().stream()
        .map(each ->
            new Timing(
                each.getKey(),
                each.getValue().failures,
                each.getValue().durations.summary(),
                each.getValue().durations.buckets()))
        .toList();
  }
}
