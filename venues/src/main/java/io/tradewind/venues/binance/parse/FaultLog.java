package io.tradewind.venues.binance.parse;

import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.time.VenueClock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts bad texts by kind, and tells of them at most once a minute. */
public final class FaultLog {
  private static final long EVERY_NS = 60_000_000_000L;
  private static final int SHOWN_CHARS = 160;

  private final VenueClock clock;
  private final Consumer<Report> told;
  private final Map<InputFault, Long> counts = new EnumMap<>(InputFault.class);
  private long untold;
  private long nextNs = Long.MIN_VALUE;

  /**
   * What has come since the last report.
   *
   * @param count bad texts, the latest included
   * @param fault of the latest
   * @param detail the field, or what the parser says
   * @param sample the beginning of the latest
   */
  public record Report(long count, InputFault fault, String detail, String sample) {}

  /** Nothing counted. */
  public FaultLog(VenueClock clock, Consumer<Report> told) {
    this.clock = clock;
    this.told = told;
  }

  void add(InputFault fault, String detail, String text) {
    counts.merge(fault, 1L, Long::sum);
    untold++;
    long nowNs = clock.nowNs();
    if (nowNs >= nextNs) {
      nextNs = nowNs + EVERY_NS;
      String sample = text.substring(0, Math.min(SHOWN_CHARS, text.length()));
      told.accept(new Report(untold, fault, detail, sample));
      untold = 0;
    }
  }

  /** How many of a kind there were. */
  public long count(InputFault fault) {
    return counts.getOrDefault(fault, 0L);
  }

  /** How many there were. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
