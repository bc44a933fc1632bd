package io.tradewind.core.journal;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.ExitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes the journal from the audit: when a trade closes, its entry is handed on. What is open is
 * kept in memory, one page for each strategy and instrument.
 */
public final class TradeJournal implements AuditSink {
  private final Consumer<JournalEntry> reader;
  private final Map<String, Page> byName = new TreeMap<>();
  private final Map<Long, Page> byPlace = new TreeMap<>();

  /** Hands each entry to this reader. */
  public TradeJournal(Consumer<JournalEntry> reader) {
    this.reader = reader;
  }

  @Override
  public void accept(AuditRecord entry) {
    switch (entry) {
      case AuditRecord.EntryFollowed followed -> open(followed);
      case AuditRecord.SignalRaised raised when raised.signal() instanceof Signal.Exit exit ->
          page(raised.strategy(), exit.instrument()).exitWords = exit.reason();
      case AuditRecord.OrderMoved moved -> {
        if (moved.event() instanceof OrderEvent.Filled filled) {
          fill(moved.intent(), filled);
        } else if (moved.state().isFinal()) {
          page(moved.intent()).next.remove(moved.intent().orderId());
        }
      }
      case AuditRecord.LateFilled late -> fill(late.intent(), late.fill());
      case AuditRecord.TradeClosed closed -> close(closed.trade());
      case AuditRecord.ExecutionMoved moved -> {
        if (moved.progress().state().isFinal()) {
          page(moved.book(), moved.instrument()).next.remove(0L);
        }
      }
      case AuditRecord.SignalRaised _,
          AuditRecord.SignalRefused _,
          AuditRecord.EntrySized _,
          AuditRecord.OrderSent _,
          AuditRecord.OrderRefused _,
          AuditRecord.DayClosed _,
          AuditRecord.EntryGuarded _,
          AuditRecord.Emulated _,
          AuditRecord.HedgeMoved _,
          AuditRecord.HedgeRefused _,
          AuditRecord.LossNoticed _,
          AuditRecord.LimitNear _,
          AuditRecord.MarginMoved _,
          AuditRecord.CashMoved _,
          AuditRecord.Allocated _,
          AuditRecord.EmergencyMoved _,
          AuditRecord.BreakerMoved _,
          AuditRecord.EntriesLocked _,
          AuditRecord.LockLifted _,
          AuditRecord.DataJudged _,
          AuditRecord.Resumed _,
          AuditRecord.Halted _ -> {}
    }
  }

  private void open(AuditRecord.EntryFollowed followed) {
    Page page = page(followed.strategy(), followed.signal().instrument());
    byPlace.put(place(followed.book(), followed.instrument()), page);
    page.next.put(
        followed.orderId(), new JournalEntry.Idea(followed.signal(), followed.features()));
  }

  private void fill(OrderIntent intent, OrderEvent.Filled filled) {
    Page page = page(intent);
    Optional.ofNullable(page.next.remove(page.key(intent))).ifPresent(page.ideas::add);
    page.fills.add(new JournalEntry.Fill(intent.side(), intent.purpose(), filled));
  }

  private void close(ClosedTrade trade) {
    Page page = page(trade.strategy(), trade.instrument().id());
    String words = trade.reason() == ExitReason.SIGNAL ? page.exitWords : "";
    reader.accept(new JournalEntry(trade, page.ideas, page.fills, words));
    page.ideas.clear();
    page.fills.clear();
    page.exitWords = "";
  }

  private Page page(String strategy, InstrumentId instrument) {
    return byName.computeIfAbsent(strategy + ' ' + instrument, name -> new Page());
  }

  /** That of an order; a blank one of what was begun before this journal. */
  private Page page(OrderIntent intent) {
    return page(intent.book(), intent.instrument());
  }

  private Page page(int book, int instrument) {
    return byPlace.computeIfAbsent(place(book, instrument), place -> new Page());
  }

  private static long place(int book, int instrument) {
    return ((long) book << Integer.SIZE) + instrument;
  }

  /** What is known of a position under way, and of what is to follow it. */
  private static final class Page {
    private final List<JournalEntry.Idea> ideas = new ArrayList<>();
    private final Map<Long, JournalEntry.Idea> next = new TreeMap<>();
    private final List<JournalEntry.Fill> fills = new ArrayList<>();
    private String exitWords = "";

    /** What its idea is kept under: of an entry that is worked by many orders, under 0. */
    private long key(OrderIntent intent) {
      boolean isPart =
          intent.purpose() == OrderPurpose.ENTRY && !next.containsKey(intent.orderId());
      return isPart ? 0 : intent.orderId();
    }
  }
}
