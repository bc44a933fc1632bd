package io.tradewind.core.engine;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.execution.ParentOrder;
import io.tradewind.core.execution.slippage.SlippageVerdict;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.Surroundings;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.Stance;
import io.tradewind.core.time.Utc;
import java.util.Optional;

/** How an entry that has its size leaves: at once, in parts, at a limit, or not at all. */
final class EntrySender {
  private final int book;
  private final SlippageDesk slippage;
  private final ExecutionDesk executions;
  private final OrderDesk orders;
  private final AuditTrail audit;

  EntrySender(int book, Account account, ExecutionDesk executions, OrderDesk orders) {
    this.book = book;
    this.slippage = account.slippage();
    this.executions = executions;
    this.orders = orders;
    this.audit = account.audit();
  }

  /** An entry that would take goes as it is worked, or as the guard of slippage says. */
  Optional<Refused> send(Entry entry, OrderDraft draft, Surroundings around, long budget) {
    boolean takes = draft.terms() instanceof OrderTerms.Market;
    boolean follows = draft.purpose() == OrderPurpose.ADD && executions.isWorking(entry.index());
    boolean isWorked = executions.style().isPresent() && !follows;
    if (!takes || !(isWorked || slippage.isOn())) {
      return refused(orders.enter(draft, around, budget, entry.timeNs()), around);
    }
    long qty = qty(entry, draft, budget);
    if (qty == 0) {
      return Optional.of(Refused.of(Refusal.SIZE_TOO_SMALL));
    }
    ParentOrder whole = executions.parent(entry.index(), draft.side(), qty, entry.timeNs());
    return isWorked
        ? work(entry, whole, Optional.empty(), around)
        : guarded(entry, draft, whole, around, budget);
  }

  private Optional<Refused> guarded(
      Entry entry, OrderDraft draft, ParentOrder whole, Surroundings around, long budget) {
    SlippageVerdict verdict = slippage.judge(entry.index(), whole);
    String text = slippage.text(verdict);
    return switch (verdict) {
      case SlippageVerdict.Pass _ ->
          refused(orders.enter(draft, around, budget, entry.timeNs()), around);
      case SlippageVerdict.Split _ when executions.isWorking(entry.index()) ->
          Optional.of(
              new Refused(Refusal.SLIPPAGE, text + ", and another entry is still being worked"));
      case SlippageVerdict.Split split -> {
        tell(entry, split, text);
        ExecutionStyle.Twap parts = new ExecutionStyle.Twap(split.parts(), split.durationNs(), 0);
        yield work(entry, whole, Optional.of(parts), around);
      }
      case SlippageVerdict.Limit limit -> {
        tell(entry, limit, text);
        OrderTerms terms = new OrderTerms.Limit(limit.priceScaled(), false);
        yield refused(orders.enter(draft.at(terms), around, budget, entry.timeNs()), around);
      }
      case SlippageVerdict.Refuse _ -> Optional.of(new Refused(Refusal.SLIPPAGE, text));
    };
  }

  private void tell(Entry entry, SlippageVerdict verdict, String text) {
    audit.write(
        new AuditRecord.EntryGuarded(
            audit.next(), entry.timeNs(), book, entry.index(), verdict, text));
  }

  private Optional<Refused> work(
      Entry entry, ParentOrder whole, Optional<ExecutionStyle.Twap> own, Surroundings around) {
    return refused(executions.start(entry.index(), whole, own, around, entry.timeNs()), around);
  }

  /** What an order is of; a budget becomes the quantity that it buys at the latest price. */
  private static long qty(Entry entry, OrderDraft draft, long budget) {
    return switch (draft.size()) {
      case OrderSize.Base base -> base.qtyScaled();
      case OrderSize.Budget _, OrderSize.Position _ -> {
        Instrument what = entry.instrument();
        double cost = entry.price() * (1 + entry.takerFee());
        double bought = Crossing.toDouble(budget, what.cashScale()) / cost;
        yield Crossing.qty(bought, what.qtyScale(), entry.rules().lotScaled());
      }
    };
  }

  private static Optional<Refused> refused(Optional<Refusal> refusal, Surroundings around) {
    return refusal.map(why -> new Refused(why, detail(why, around)));
  }

  /** What holds, and until when. */
  private static String detail(Refusal refusal, Surroundings around) {
    if (refusal == Refusal.LOCKED && around.lock().isPresent()) {
      Lock lock = around.lock().get();
      return lock.reason().text() + ", until " + Utc.format(lock.untilNs());
    }
    return switch (around.stance()) {
      case Stance.Open _ -> refusal.text();
      case Stance.NoEntries no ->
          no.reason().text()
              + ", until "
              + (no.untilNs().isPresent()
                  ? Utc.format(no.untilNs().getAsLong())
                  : "somebody resumes");
      case Stance.CloseAll close -> close.reason().text() + ", until somebody resumes";
    };
  }
}
