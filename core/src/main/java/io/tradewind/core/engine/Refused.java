package io.tradewind.core.engine;

import io.tradewind.core.risk.Refusal;
import java.util.Arrays;
import java.util.List;

/**
 * Why a signal was not followed.
 *
 * @param detail the reason in words, with what is known of the case
 */
record Refused(Refusal refusal, String detail) {
  /** By place among the reasons; made once, for many signals are refused alike. */
  private static final List<Refused> PLAIN =
      Arrays.stream(Refusal.values()).map(reason -> new Refused(reason, reason.text())).toList();

  /** Without more to say than the reason. */
  static Refused of(Refusal refusal) {
    return PLAIN.get(refusal.ordinal());
  }
}
