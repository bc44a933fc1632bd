package io.tradewind.trader.guard;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.port.AuditSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts live entries that fail one after the other for reasons of the line or the venue; after
 * some of them new entries are to go to paper, until somebody resumes. It hears the engine's
 * decisions, so that it says the same again where a journal is played.
 *
 * <p>A failure is an entry that was lost, did not reach the venue, was refused because the key is
 * blocked, its name was taken, or for a reason that is not known. Refusals for money, size, price,
 * limits or the state of the market are answers of a venue that works: they neither count nor end
 * the row. An entry that was accepted or filled ends it.
 */
public final class LiveFailures implements AuditSink, Stateful {
  /** As specified, in a row. */
  public static final int MOST = 5;

  private final int most;
  private final Consumer<Fallback> told;
  private final List<Long> failed = new ArrayList<>();
  private long lastSequence;
  private boolean isOnPaper;

  /**
   * New entries are to go to paper from now on, or to the venue again.
   *
   * @param isOnPaper which
   * @param text for people
   */
  public record Fallback(long timeNs, boolean isOnPaper, String text) {}

  /**
   * Nothing failed.
   *
   * @param most as many in a row lead to paper, at least 1
   */
  public LiveFailures(int most, Consumer<Fallback> told) {
    Check.argument(most >= 1, "most must be >= 1, was %s", most);
    this.most = most;
    this.told = told;
  }

  /** Whether new entries are to go to paper. */
  public boolean isOnPaper() {
    return isOnPaper;
  }

  /** How many have failed in a row. */
  public int inARow() {
    return failed.size();
  }

  /** What is told again after a start counts once. */
  @Override
  public void accept(AuditRecord entry) {
    if (entry.sequence() <= lastSequence) {
      return;
    }
    lastSequence = entry.sequence();
    if (entry instanceof AuditRecord.OrderMoved moved && moved.intent().purpose().opens()) {
      onEntry(moved.intent(), moved.event());
    } else if (entry instanceof AuditRecord.Resumed resumed) {
      resume(resumed);
    }
  }

  private void onEntry(OrderIntent intent, OrderEvent event) {
    switch (event) {
      case OrderEvent.Accepted _, OrderEvent.Filled _ -> {
        if (!isOnPaper) {
          failed.clear();
        }
      }
      case OrderEvent.Rejected(_, _, RejectReason reason) -> {
        if (isFailure(reason)) {
          fail(intent, event, reason.text());
        }
      }
      case OrderEvent.Lost _ -> fail(intent, event, "no answer came");
      case OrderEvent.Sent _,
          OrderEvent.Triggered _,
          OrderEvent.Amended _,
          OrderEvent.Cancelled _,
          OrderEvent.Expired _ -> {}
    }
  }

  /** Whether it is for the line or the venue that an order was refused, and not for the order. */
  static boolean isFailure(RejectReason reason) {
    return switch (reason) {
      case NOT_SENT, VENUE_BLOCKED, DUPLICATE, OTHER -> true;
      case UNSUPPORTED_TYPE,
          QTY_TOO_SMALL,
          QTY_TOO_LARGE,
          NOTIONAL_TOO_SMALL,
          PRICE_OFF_TICK,
          QTY_OFF_LOT,
          INSUFFICIENT_BALANCE,
          NOTHING_TO_REDUCE,
          WOULD_TAKE,
          NOT_HELD,
          LEGS_CROSSED,
          LEVERAGE_TOO_HIGH,
          PRICE_OUT_OF_RANGE,
          NOTIONAL_TOO_LARGE,
          WOULD_TRIGGER,
          NOT_FILLABLE,
          TOO_MANY_ORDERS,
          MARKET_CLOSED ->
          false;
    };
  }

  /** An order that was lost first and is refused then is one failure. */
  private void fail(OrderIntent intent, OrderEvent event, String why) {
    if (isOnPaper || failed.contains(intent.orderId())) {
      return;
    }
    failed.add(intent.orderId());
    if (failed.size() >= most) {
      isOnPaper = true;
      String text =
          "%s live entries failed in a row, the last, order %s, because %s: new entries go to"
              + " paper, live positions stay managed; resume to trade live again";
      told.accept(
          new Fallback(event.timeNs(), true, text.formatted(failed.size(), intent.orderId(), why)));
    }
  }

  private void resume(AuditRecord.Resumed resumed) {
    failed.clear();
    if (isOnPaper) {
      isOnPaper = false;
      String text = "%s resumed: new entries go to the venue again".formatted(resumed.by());
      told.accept(new Fallback(resumed.timeNs(), false, text));
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("live-failures", 1);
    out.writeLong(lastSequence);
    out.writeBoolean(isOnPaper);
    out.writeInt(failed.size());
    failed.forEach(out::writeLong);
  }

  @Override
  public void load(StateReader in) {
    in.section("live-failures", 1);
    lastSequence = in.readLong();
    isOnPaper = in.readBoolean();
    failed.clear();
    int count = in.readCount(most);
    for (int i = 0; i < count; i++) {
      failed.add(in.readLong());
    }
  }
}
