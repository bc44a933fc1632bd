package io.tradewind.trader.run;

import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.RejectReason;
import io.tradewind.store.journal.JournalEvents;
import io.tradewind.trader.feed.FeedListener;
import io.tradewind.venues.time.VenueClock;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The one door into a session: whatever happens gets a time of its own here, that of the clock, or
 * a nanosecond after the last where the clock has not moved, or was set back.
 */
public final class Inputs {
  private final VenueClock clock;
  private final List<Instrument> instruments;
  private final JournalEvents session;
  private final Inlet market;
  private long lastNs;

  /**
   * Behind the last input of a session.
   *
   * @param lastNs its time
   */
  public Inputs(
      VenueClock clock, List<Instrument> instruments, JournalEvents session, long lastNs) {
    this.clock = clock;
    this.instruments = List.copyOf(instruments);
    this.session = session;
    this.lastNs = lastNs;
    this.market = new Inlet(this, session);
  }

  /** Of the session, by place. */
  public List<Instrument> instruments() {
    return instruments;
  }

  /** Takes what the market tells. */
  public FeedListener market() {
    return market;
  }

  /** How much the market has told. */
  public long marketInputs() {
    return market.taken();
  }

  long nowNs() {
    return clock.nowNs();
  }

  long stamp() {
    lastNs = Math.max(clock.nowNs(), lastNs + 1);
    return lastNs;
  }

  /** What is due by now is done. */
  void time() {
    session.onTime(stamp());
  }

  /** Somebody asks for something, now; returns when that is. */
  public long control(LongFunction<ControlEvent> wish) {
    long timeNs = stamp();
    session.onControl(timeNs, wish.apply(timeNs));
    return timeNs;
  }

  /** A venue says something about an order, other than that it was filled. */
  public void order(OrderEvent event) {
    long timeNs = stamp();
    session.onOrder(timeNs, heard(event, timeNs));
  }

  /**
   * What moves no money happens when it is heard: waits begin with it, and the venue's clock may be
   * another one than ours.
   */
  private static OrderEvent heard(OrderEvent event, long timeNs) {
    return switch (event) {
      case OrderEvent.Rejected(long id, _, RejectReason reason) ->
          new OrderEvent.Rejected(id, timeNs, reason);
      case OrderEvent.Cancelled(long id, _) -> new OrderEvent.Cancelled(id, timeNs);
      case OrderEvent.Expired(long id, _) -> new OrderEvent.Expired(id, timeNs);
      case OrderEvent.Filled fill -> fill.notAfter(timeNs);
      case OrderEvent.Sent _,
          OrderEvent.Accepted _,
          OrderEvent.Lost _,
          OrderEvent.Triggered _,
          OrderEvent.Amended _ ->
          event;
    };
  }

  /** An order was filled, or a part of it. */
  public void fill(OrderEvent.Filled fill, long tradeId) {
    long timeNs = stamp();
    session.onFill(timeNs, fill.notAfter(timeNs), tradeId);
  }

  /** Something was filled of an order after its end, or in its name. */
  public void lateFill(OrderIntent intent, OrderEvent.Filled fill, long tradeId) {
    long timeNs = stamp();
    session.onLateFill(timeNs, intent, fill.notAfter(timeNs), tradeId);
  }

  /** A venue has exchanged funding with the account. */
  public void funded(FundingPaid event) {
    session.onFunded(stamp(), event);
  }

  /** A venue does something to an account. */
  public void margin(MarginEvent event) {
    session.onMargin(stamp(), event);
  }
}
