package io.tradewind.app.session;

import io.tradewind.app.run.RunTimes;
import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.Side;
import io.tradewind.core.risk.limit.BreakerEvent;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.audit.Incident;
import io.tradewind.store.audit.Reconciliation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in a line what happened: a signal, a fill, a closed trade, a limit, a day. */
final class EventText {
  private final List<Instrument> instruments;
  private final Ink ink;

  /** Of a session's instruments, by place. */
  EventText(List<Instrument> instruments, Ink ink) {
    this.instruments = List.copyOf(instruments);
    this.ink = ink;
  }

  /** The line; empty for what only machines care for. */
  Optional<String> of(AuditRecord entry) {
    return switch (entry) {
      case AuditRecord.SignalRaised raised ->
          line(entry, ink.bold("signal "), text(raised.signal()));
      case AuditRecord.SignalRefused refused ->
          line(entry, ink.yellow("refused"), refused.detail());
      case AuditRecord.OrderMoved moved ->
          switch (moved.event()) {
            case OrderEvent.Filled fill -> line(entry, "fill   ", text(moved.intent(), fill));
            case OrderEvent.Rejected rejected ->
                line(
                    entry,
                    ink.yellow("order  "),
                    symbol(moved.intent().instrument())
                        + " not taken: "
                        + rejected.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            default -> Optional.empty();
          };
      case AuditRecord.TradeClosed closed -> line(entry, "closed ", text(closed.trade()));
      case AuditRecord.DayClosed day ->
          line(entry, ink.faint("day    "), ink.faint("equity " + cash(day.equityScaled())));
      case AuditRecord.Halted halted -> line(entry, ink.red("halted "), halted.reason());
      case AuditRecord.LossNoticed loss ->
          line(entry, ink.yellow("limit  "), loss.notice().reason().text());
      case AuditRecord.LimitNear near ->
          line(entry, ink.yellow("limit  "), "near: " + near.use().by().text());
      case AuditRecord.BreakerMoved moved ->
          line(entry, ink.yellow("breaker"), text(moved.event()));
      case AuditRecord.EntriesLocked locked ->
          line(entry, ink.yellow("locked "), locked.lock().reason().text());
      case AuditRecord.LockLifted lifted ->
          line(entry, "lifted ", lifted.lock().reason().text() + ", by " + lifted.by());
      case AuditRecord.Resumed resumed -> line(entry, "resumed", "by " + resumed.by());
      case AuditRecord.EntryGuarded guarded -> line(entry, "guarded", guarded.text());
      case AuditRecord.DataJudged data ->
          line(
              entry,
              data.isUsable() ? ink.faint("data   ") : ink.yellow("data   "),
              symbol(data.instrument()) + ": " + data.why());
      case AuditRecord.LateFilled late -> line(entry, "fill   ", text(late.intent(), late.fill()));
      case AuditRecord.EmergencyMoved moved ->
          line(
              entry,
              ink.red("stop   "),
              "emergency stop, by %s: %s"
                  .formatted(
                      moved.by(),
                      moved.progress().getClass().getSimpleName().toLowerCase(Locale.ROOT)));
      case AuditRecord.Emulated _,
          AuditRecord.EntrySized _,
          AuditRecord.EntryFollowed _,
          AuditRecord.MarginMoved _,
          AuditRecord.CashMoved _,
          AuditRecord.Allocated _,
          AuditRecord.ExecutionMoved _,
          AuditRecord.HedgeMoved _,
          AuditRecord.HedgeRefused _,
          AuditRecord.OrderSent _,
          AuditRecord.OrderRefused _ ->
          Optional.empty();
    };
  }

  /** The same for what happened around the engine. */
  Optional<String> of(AuditNote note) {
    String time = ink.faint(RunTimes.second(note.timeNs())) + "  ";
    return switch (note) {
      case Incident.IncidentRaised raised ->
          Optional.of(
              time
                  + (raised.severity() == Incident.Severity.CRITICAL
                      ? ink.red("trouble")
                      : ink.yellow("trouble"))
                  + "  "
                  + raised.component()
                  + ": "
                  + raised.why());
      case Incident.IncidentEnded ended ->
          Optional.of(time + ink.green("well   ") + "  " + ended.component() + ": " + ended.how());
      case Reconciliation found ->
          found.differences().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  time
                      + ink.red("differs")
                      + "  what is held is not what the venue says: "
                      + Text.count(found.differences().size(), "difference"));
      case AuditNote.Session _ -> Optional.empty();
    };
  }

  private Optional<String> line(AuditRecord entry, String what, String text) {
    return Optional.of(ink.faint(RunTimes.second(entry.timeNs())) + "  " + what + "  " + text);
  }

  private String symbol(int place) {
    return symbol(instruments.get(place));
  }

  private static String symbol(Instrument instrument) {
    return symbol(instrument.id());
  }

  private static String symbol(InstrumentId id) {
    return id.base() + "/" + id.quote();
  }

  private String text(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter ->
          symbol(enter.instrument())
              + " enter "
              + enter.direction().label()
              + ": "
              + enter.reason();
      case Signal.Exit exit -> symbol(exit.instrument()) + " exit: " + exit.reason();
    };
  }

  private static String text(BreakerEvent event) {
    return switch (event) {
      case BreakerEvent.Tripped tripped -> tripped.stop().text();
      case BreakerEvent.Returned returned -> "over: " + returned.reason().text();
    };
  }

  private String text(OrderIntent intent, OrderEvent.Filled fill) {
    Instrument instrument = instruments.get(intent.instrument());
    String what = intent.side() == Side.BUY ? ink.green("bought ") : ink.red("sold ");
    String qty = Numbers.plain(fill.qtyScaled(), instrument.qtyScale());
    String price = Numbers.plain(fill.priceScaled(), instrument.priceScale());
    String purpose = intent.purpose().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return what
        + qty
        + " "
        + instrument.id().base()
        + " at "
        + price
        + ink.faint(" (" + purpose + ")");
  }

  private String text(ClosedTrade trade) {
    Instrument instrument = trade.instrument();
    double profit = Crossing.toDouble(trade.profitScaled(), instrument.cashScale());
    String result =
        Text.of("%+,.2f %s (%+.2f %%)", profit, instrument.id().quote(), trade.profitRatio() * 100);
    return symbol(instrument)
        + " "
        + trade.direction().label()
        + " "
        + ink.signed(profit, result)
        + " by "
        + trade.reason().label();
  }

  private String cash(long scaled) {
    Instrument first = instruments.getFirst();
    return Text.of("%,.2f %s", Crossing.toDouble(scaled, first.cashScale()), first.id().quote());
  }
}
