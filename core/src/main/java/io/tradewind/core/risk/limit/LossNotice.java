package io.tradewind.core.risk.limit;

import java.util.OptionalLong;

/**
 * A loss that came to a level it had not been at in its period.
 *
 * @param timeNs when
 * @param reason which limit
 * @param level how far
 * @param loss as a ratio
 * @param limit the limit itself, as a ratio
 * @param untilNs when entries are allowed again; empty where they still are, or until resumed by
 *     hand
 */
public record LossNotice(
    long timeNs, StopReason reason, Level level, double loss, double limit, OptionalLong untilNs) {

  /** How far a loss has come. */
  public enum Level {
    /** Not worth a word. */
    CALM,
    /** The drawdown that warns. */
    WARNS,
    /** The share of the limit at which a warning is given. */
    NEAR,
    /** The limit. */
    REACHED
  }
}
