package io.tradewind.core.engine;

import io.tradewind.core.risk.Refusal;

/**
 * Why a signal was not followed.
 *
 * @param detail the reason in words, with what is known of the case
 */
record Refused(Refusal refusal, String detail) {
  static Refused of(Refusal refusal) {
    return new Refused(refusal, refusal.text());
  }
}
