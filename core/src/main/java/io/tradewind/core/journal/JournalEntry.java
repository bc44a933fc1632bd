package io.tradewind.core.journal;

import io.tradewind.core.audit.AuditRecord.FeatureSeen;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.Side;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.ClosedTrade;
import java.util.List;

/**
 * A trade with its story.
 *
 * @param trade the result
 * @param ideas the signals that opened it or added to it, the first one first
 * @param fills in the order in which they happened
 * @param exitWords what the strategy said when it asked for an exit; empty where it did not
 */
public record JournalEntry(
    ClosedTrade trade, List<Idea> ideas, List<Fill> fills, String exitWords) {
  /** Copies the lists. */
  public JournalEntry {
    ideas = List.copyOf(ideas);
    fills = List.copyOf(fills);
  }

  /** An entry signal with the features that its strategy saw. */
  public record Idea(Signal signal, List<FeatureSeen> features) {
    /** Copies the list. */
    public Idea {
      features = List.copyOf(features);
    }
  }

  /** A fill with the order it was of. */
  public record Fill(Side side, OrderPurpose purpose, OrderEvent.Filled event) {}
}
