package io.tradewind.core.risk.limit;

import io.tradewind.core.time.Utc;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A limit or breaker that holds at a moment.
 *
 * @param reason which
 * @param instrument the one that it came from; empty where it is of the whole account
 * @param sinceNs since when
 * @param untilNs when it goes by itself; empty: when somebody resumes by hand
 * @param measured what was found when it was last reached: a ratio, a count or basis points
 * @param limit what was allowed, in the same unit
 */
public record ActiveStop(
    StopReason reason,
    OptionalInt instrument,
    long sinceNs,
    OptionalLong untilNs,
    double measured,
    double limit) {

  /** One line for people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s: %.6g, limit %.6g, since %s, until %s",
        reason.text(),
        measured,
        limit,
        Utc.format(sinceNs),
        untilNs.isPresent() ? Utc.format(untilNs.getAsLong()) : "resumed by hand");
  }
}
