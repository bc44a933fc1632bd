package io.tradewind.app.demo;

import io.tradewind.app.run.RunTimes;
import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Terminal;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.Side;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.limit.BreakerEvent;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.ClosedTrade;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Tells what happens as it happens: a line for each signal, fill, closed trade and day, and on a
 * terminal one more that is written over.
 */
final class DemoPrinter implements AuditSink {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final Ink ink;
  private final boolean live;
  private final Instrument instrument;
  private boolean isStatusShown;

  DemoPrinter(Terminal terminal, Instrument instrument) {
    this.out = terminal.out();
    this.ink = terminal.ink();
    this.live = terminal.interactive();
    this.instrument = instrument;
  }

  @Override
  public void accept(AuditRecord entry) {
    switch (entry) {
      case AuditRecord.SignalRaised raised ->
          line(entry, ink.bold("signal "), text(raised.signal()));
      case AuditRecord.SignalRefused refused ->
          line(entry, ink.yellow("refused"), refused.detail());
      case AuditRecord.OrderMoved moved -> {
        if (moved.event() instanceof OrderEvent.Filled fill) {
          line(entry, "fill   ", text(moved.intent(), fill));
        }
      }
      case AuditRecord.TradeClosed closed -> line(entry, "closed ", text(closed.trade()));
      case AuditRecord.DayClosed day ->
          line(entry, ink.faint("day    "), ink.faint("equity " + money(day.equityScaled())));
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
      case AuditRecord.Resumed resumed -> line(entry, "resumed", resumed.by());
      case AuditRecord.Emulated emulated ->
          line(entry, "watched", "the venue has no " + emulated.ability().text());
      case AuditRecord.EntryGuarded guarded -> line(entry, "guarded", guarded.text());
      case AuditRecord.DataJudged data -> line(entry, ink.yellow("data   "), data.why());
      case AuditRecord.LateFilled late -> line(entry, "fill   ", text(late.intent(), late.fill()));
      case AuditRecord.EntrySized _,
          AuditRecord.EntryFollowed _,
          AuditRecord.MarginMoved _,
          AuditRecord.CashMoved _,
          AuditRecord.Allocated _,
          AuditRecord.ExecutionMoved _,
          AuditRecord.EmergencyMoved _,
          AuditRecord.HedgeMoved _,
          AuditRecord.HedgeRefused _,
          AuditRecord.OrderSent _,
          AuditRecord.OrderRefused _ -> {}
    }
  }

  /** Equity and position as of now, over the line before on a terminal. */
  void status(long timeNs, long equityScaled, long positionScaled, long priceScaled) {
    String position =
        positionScaled == 0
            ? "flat"
            : (positionScaled > 0 ? "long " : "short ") + qty(Math.abs(positionScaled));
    String text =
        Text.of(
            "%s  price %s  equity %s  %s",
            RunTimes.minute(timeNs), price(priceScaled), money(equityScaled), position);
    clearStatus();
    if (live) {
      out.print(ink.faint(text));
      isStatusShown = true;
    } else {
      out.println(text);
    }
    out.flush();
  }

  /** Takes the status line away. */
  void clearStatus() {
    if (isStatusShown) {
      out.print(CLEAR_LINE);
      isStatusShown = false;
    }
  }

  private void line(AuditRecord entry, String what, String text) {
    clearStatus();
    out.println(ink.faint(RunTimes.minute(entry.timeNs())) + "  " + what + "  " + text);
    out.flush();
  }

  private static String text(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> "enter " + enter.direction().label() + ": " + enter.reason();
      case Signal.Exit exit -> "exit: " + exit.reason();
    };
  }

  private static String text(BreakerEvent event) {
    return switch (event) {
      case BreakerEvent.Tripped tripped -> tripped.stop().text();
      case BreakerEvent.Returned returned -> "over: " + returned.reason().text();
    };
  }

  private String text(OrderIntent intent, OrderEvent.Filled fill) {
    String what = intent.side() == Side.BUY ? ink.green("bought ") : ink.red("sold ");
    String fee = fill.feeInBase() ? qty(fill.feeScaled()) : money(fill.feeScaled());
    String purpose = intent.purpose().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return what
        + qty(fill.qtyScaled())
        + " at "
        + price(fill.priceScaled())
        + ink.faint(" (" + purpose + ", fee " + fee + ")");
  }

  private String text(ClosedTrade trade) {
    double profit = Crossing.toDouble(trade.profitScaled(), instrument.cashScale());
    String result =
        Text.of("%+,.2f %s (%+.2f %%)", profit, instrument.id().quote(), trade.profitRatio() * 100);
    return trade.direction().label()
        + " "
        + ink.signed(profit, result)
        + " by "
        + trade.reason().label();
  }

  private String money(long scaled) {
    return Text.of(
        "%,.2f %s", Crossing.toDouble(scaled, instrument.cashScale()), instrument.id().quote());
  }

  private String price(long scaled) {
    return Text.of("%,.2f", Crossing.toDouble(scaled, instrument.priceScale()));
  }

  private String qty(long scaled) {
    return Text.of(
        "%.6f %s", Crossing.toDouble(scaled, instrument.qtyScale()), instrument.id().base());
  }
}
