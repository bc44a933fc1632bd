package io.tradewind.app.run;

import io.tradewind.app.terminal.Text;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Utc;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Stretches within a run for which there are no candles. */
final class Gaps {
  private Gaps() {}

  /** A sentence on the gaps within a span, empty where there are none. */
  static Optional<String> describe(String symbol, CandleColumns feed, Span span) {
    long count = 0;
    long longestNs = 0;
    long longestAtNs = 0;
    for (int row = Math.max(1, feed.firstRowFrom(span.fromNs())); row < feed.size(); row++) {
      long gapNs = feed.openTimeNs(row) - feed.closeTimeNs(row - 1);
      if (gapNs > 0 && feed.openTimeNs(row) < span.toNs()) {
        count++;
        if (gapNs > longestNs) {
          longestNs = gapNs;
          longestAtNs = feed.closeTimeNs(row - 1);
        }
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    return Optional.of(
        Text.of(
            "%s: %,d %s in the candles, the longest %s from %s",
            symbol,
            count,
            count == 1 ? "gap" : "gaps",
            length(longestNs),
            Utc.format(longestAtNs)));
  }

  static String length(long ns) {
    Duration duration = Duration.ofNanos(ns);
    String text = duration.toString().substring(2).toLowerCase(Locale.ROOT);
    return duration.toHours() >= 48 ? duration.toDays() + "d" : text;
  }
}
