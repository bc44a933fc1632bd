package io.tradewind.core.audit;

import io.tradewind.core.allocation.Allocation;
import io.tradewind.core.execution.Progress;
import io.tradewind.core.execution.slippage.SlippageVerdict;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.limit.BreakerEvent;
import io.tradewind.core.risk.limit.HedgeDecision;
import io.tradewind.core.risk.limit.HedgeRule;
import io.tradewind.core.risk.limit.LimitUse;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.LossNotice;
import io.tradewind.core.risk.limit.StopProgress;
import io.tradewind.core.risk.sizing.SizeRule;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.ClosedTrade;
import java.util.List;
import java.util.Optional;

/** One decision of the engine. Sequence numbers of a session rise by one from 1. */
public sealed interface AuditRecord {

  /** Place in the session's audit, from 1. */
  long sequence();

  /** When, epoch nanoseconds. */
  long timeNs();

  /** A strategy said something. */
  record SignalRaised(long sequence, long timeNs, String strategy, Signal signal)
      implements AuditRecord {}

  /** A signal was not followed. */
  record SignalRefused(
      long sequence, long timeNs, String strategy, Signal signal, Refusal refusal, String detail)
      implements AuditRecord {}

  /**
   * An entry was given a size.
   *
   * @param budgetScaled in cash scale, costs included
   * @param boundBy the rule or limit that decided it
   */
  record EntrySized(long sequence, long timeNs, int instrument, long budgetScaled, SizeRule boundBy)
      implements AuditRecord {}

  /**
   * An entry signal was followed.
   *
   * @param book the place of its strategy among the session's
   * @param orderId of the order that was sent for it; 0 where it is worked by many
   * @param features what the strategy saw then: each output of each feature, in the order in which
   *     they were asked for
   */
  record EntryFollowed(
      long sequence,
      long timeNs,
      String strategy,
      int book,
      int instrument,
      long orderId,
      Signal signal,
      List<FeatureSeen> features)
      implements AuditRecord {
    /** Copies the list. */
    public EntryFollowed {
      features = List.copyOf(features);
    }

    /** Whether it is worked by many orders, some of which may come later. */
    public boolean isWorked() {
      return orderId == 0;
    }
  }

  /** One value of a feature, such as {@code rsi(14) on 1h}; NaN where it is undefined. */
  record FeatureSeen(String name, double value) {}

  /** An order was approved and handed to the venue. */
  record OrderSent(long sequence, long timeNs, OrderIntent intent) implements AuditRecord {}

  /** A gate refused an order that no signal stands behind any more. */
  record OrderRefused(long sequence, long timeNs, OrderIntent intent, Refusal refusal)
      implements AuditRecord {}

  /** An order moved along the table of states. */
  record OrderMoved(
      long sequence, long timeNs, OrderIntent intent, OrderState state, OrderEvent event)
      implements AuditRecord {}

  /** A position came back to flat. */
  record TradeClosed(long sequence, long timeNs, ClosedTrade trade) implements AuditRecord {}

  /** A UTC day ended: equity in cash scale as of the last closes before. */
  record DayClosed(long sequence, long timeNs, long equityScaled) implements AuditRecord {}

  /** A venue did something to an account without an order. */
  record MarginMoved(long sequence, long timeNs, MarginEvent event) implements AuditRecord {}

  /** Cash went from one book to another. */
  record CashMoved(long sequence, long timeNs, Transferred event) implements AuditRecord {}

  /** Capital was shared out anew between the strategies. */
  record Allocated(long sequence, long timeNs, Allocation allocation) implements AuditRecord {}

  /** An emergency stop was asked for, or went on. */
  record EmergencyMoved(long sequence, long timeNs, StopProgress progress, String by)
      implements AuditRecord {}

  /** An entry that would have lost too much by taking goes another way. */
  record EntryGuarded(
      long sequence, long timeNs, int book, int instrument, SlippageVerdict verdict, String text)
      implements AuditRecord {}

  /**
   * A hedge is to be changed.
   *
   * @param instrument of the hedge
   * @param now what it was decided from
   * @param decision what is wanted
   */
  record HedgeMoved(
      long sequence, long timeNs, int instrument, HedgeRule.Situation now, HedgeDecision decision)
      implements AuditRecord {}

  /** The gate refused a hedge; until one passes, the next ones that it refuses are not told. */
  record HedgeRefused(long sequence, long timeNs, int instrument, Refusal refusal)
      implements AuditRecord {}

  /** What the venue lacks is done here for a position. */
  record Emulated(long sequence, long timeNs, int book, int instrument, Ability ability)
      implements AuditRecord {}

  /**
   * An entry that is worked as many orders came on, or ended.
   *
   * @param cutBy what left no room for all of the part that was to be placed last
   */
  record ExecutionMoved(
      long sequence,
      long timeNs,
      int book,
      int instrument,
      Progress progress,
      Optional<SizeRule> cutBy)
      implements AuditRecord {}

  /** What is held came near a limit, or reached it. */
  record LimitNear(long sequence, long timeNs, LimitUse use) implements AuditRecord {}

  /** A loss came near a limit, or reached it. */
  record LossNoticed(long sequence, long timeNs, LossNotice notice) implements AuditRecord {}

  /** A circuit breaker tripped or returned. */
  record BreakerMoved(long sequence, long timeNs, BreakerEvent event) implements AuditRecord {}

  /** Entries were locked after a trade. */
  record EntriesLocked(long sequence, long timeNs, Lock lock) implements AuditRecord {}

  /** Somebody took back a lock that held. */
  record LockLifted(long sequence, long timeNs, Lock lock, String by) implements AuditRecord {}

  /** Somebody took back every halt, breaker and lock. */
  record Resumed(long sequence, long timeNs, String by) implements AuditRecord {}

  /** The market data of an instrument can be relied on, or not. */
  record DataJudged(long sequence, long timeNs, int instrument, boolean isUsable, String why)
      implements AuditRecord {}

  /**
   * Something was filled of an order after its end, or of a stop that the venue's connection
   * brought for one that had ended.
   */
  record LateFilled(long sequence, long timeNs, OrderIntent intent, OrderEvent.Filled fill)
      implements AuditRecord {}

  /** Trading was halted: nothing opens any more, reductions pass. */
  record Halted(long sequence, long timeNs, String reason) implements AuditRecord {}
}
