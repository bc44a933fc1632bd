package io.tradewind.research.backtest;

import io.tradewind.core.execution.EndReason;
import io.tradewind.core.execution.Progress;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.risk.sizing.SizeRule;
import java.util.Optional;

/**
 * An entry that was worked as several orders.
 *
 * @param strategy whose it was
 * @param beginNs when it began
 * @param endNs when it ended, or was last heard of
 * @param progress how far it came
 * @param cutBy what left no room for all of its last part
 */
public record WorkedEntry(
    String strategy,
    Instrument instrument,
    long beginNs,
    long endNs,
    Progress progress,
    Optional<SizeRule> cutBy) {

  /** Why it ended, in words; empty while it does not. */
  public Optional<String> outcome() {
    return progress.reason().map(this::text);
  }

  private String text(EndReason reason) {
    return reason == EndReason.CUT
        ? reason.text() + cutBy.map(rule -> ": " + rule.text()).orElse("")
        : reason.text();
  }
}
