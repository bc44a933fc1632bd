package io.tradewind.store.records;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.audit.AuditRecord.EntryFollowed;
import io.tradewind.core.audit.AuditRecord.OrderMoved;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.store.audit.AuditJson;
import io.tradewind.store.audit.AuditLine;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.audit.Incident;
import io.tradewind.store.audit.Reconciliation;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The rows that a line of an audit makes. Ideas, fills and words of exits wait in their tables
 * without a trade until the trade closes, by the rules of {@link
 * io.tradewind.core.journal.TradeJournal}.
 */
final class RecordRows {
  private static final String OPEN_PAGE =
      "session = ? AND book = ? AND instrument = ? AND trade_line IS NULL";

  private final Batch batch;
  private final long session;
  private final Places places;

  RecordRows(Batch batch, long session, Places places) {
    this.batch = batch;
    this.session = session;
    this.places = places;
  }

  void add(AuditLine line, AuditRecord entry) {
    switch (entry) {
      case AuditRecord.SignalRaised raised -> {
        if (raised.signal() instanceof Signal.Exit exit) {
          exitWords(line, raised, exit);
        }
      }
      case EntryFollowed followed -> idea(line, followed);
      case AuditRecord.OrderSent sent ->
          order(line, sent.timeNs(), sent.intent(), OrderState.INTENDED, Optional.empty());
      case OrderMoved moved -> move(line, moved);
      case AuditRecord.TradeClosed closed -> trade(line, closed.trade());
      case AuditRecord.DayClosed day -> equity(line, day.timeNs(), "day", day.equityScaled());
      case AuditRecord.ExecutionMoved moved -> {
        if (moved.progress().state().isFinal()) {
          forget(moved.book(), moved.instrument(), 0);
        }
      }
      case AuditRecord.SignalRefused refused ->
          event(
              line,
              entry,
              "refusal",
              refused.strategy(),
              refused.refusal().text() + detail(refused.detail()));
      case AuditRecord.OrderRefused refused ->
          event(line, entry, "refusal", "", refused.refusal().text());
      case AuditRecord.HedgeRefused refused ->
          event(line, entry, "refusal", "", refused.refusal().text());
      case AuditRecord.EntryGuarded guarded -> event(line, entry, "refusal", "", guarded.text());
      case AuditRecord.LimitNear near ->
          event(line, entry, "limit", "", AuditJson.key(near.use().by()));
      case AuditRecord.LossNoticed noticed ->
          event(line, entry, "limit", "", noticed.notice().reason().text());
      case AuditRecord.BreakerMoved moved ->
          event(line, entry, "breaker", "", AuditJson.key(moved.event().getClass()));
      case AuditRecord.EntriesLocked locked ->
          event(line, entry, "lock", "", locked.lock().reason().text());
      case AuditRecord.LockLifted lifted ->
          event(line, entry, "control", lifted.by(), lifted.lock().reason().text());
      case AuditRecord.Resumed resumed -> event(line, entry, "control", resumed.by(), "resumed");
      case AuditRecord.EmergencyMoved moved ->
          event(line, entry, "control", moved.by(), AuditJson.key(moved.progress().phase()));
      case AuditRecord.LateFilled late -> lateFill(line, late);
      case AuditRecord.DataJudged judged -> event(line, entry, "data", "", judged.why());
      case AuditRecord.Halted halted -> event(line, entry, "control", "", halted.reason());
      case AuditRecord.MarginMoved moved ->
          event(line, entry, "account", "", AuditJson.key(moved.event().getClass()));
      case AuditRecord.CashMoved _, AuditRecord.Allocated _ ->
          event(line, entry, "account", "", "");
      case AuditRecord.EntrySized _, AuditRecord.HedgeMoved _, AuditRecord.Emulated _ -> {}
    }
  }

  private static String detail(String text) {
    return text.isEmpty() ? "" : ": " + text;
  }

  void add(AuditLine line, AuditNote entry) {
    switch (entry) {
      case AuditNote.SessionStarted started -> session(started);
      case AuditNote.SessionEnded ended ->
          batch.add(
              "session",
              "UPDATE session SET ended_ns = ?, end_reason = ? WHERE session = ?",
              ended.timeNs(),
              ended.reason(),
              session);
      case AuditNote.GateOverridden said ->
          event(
              line,
              said.timeNs(),
              "control",
              said.who(),
              "against the go-live gate: " + said.stage());
      case AuditNote.EquityMarked mark ->
          equity(line, mark.timeNs(), "intraday", mark.equityScaled());
      case Reconciliation done -> reconciliation(line, done);
      case Incident.IncidentRaised raised -> incident(line, raised);
      case Incident.IncidentEnded ended -> incident(line, ended);
    }
  }

  private void session(AuditNote.SessionStarted started) {
    batch.upsert(
        "session",
        "session, mode, code, cash_scale, started_ns, resumed_ns, starts",
        "(session) DO UPDATE SET mode = excluded.mode, code = excluded.code,"
            + " cash_scale = excluded.cash_scale, resumed_ns = excluded.resumed_ns,"
            + " starts = session.starts + 1, ended_ns = NULL, end_reason = NULL",
        session,
        started.mode(),
        started.code(),
        started.cashScale(),
        started.timeNs(),
        started.timeNs(),
        1);
    for (int i = 0; i < started.books().size(); i++) {
      book(started.books().get(i), i);
    }
    for (int i = 0; i < started.instruments().size(); i++) {
      instrument(started.instruments().get(i), i);
    }
  }

  private void book(String name, int book) {
    places.setBook(book, name);
    batch.upsert(
        "session_book",
        "session, book, name",
        "(session, book) DO UPDATE SET name = excluded.name",
        session,
        book,
        name);
  }

  private void instrument(Instrument told, int instrument) {
    places.setInstrument(instrument, told.id().toString());
    batch.upsert(
        "session_instrument",
        "session, instrument, id, price_scale, qty_scale, cash_scale",
        "(session, instrument) DO UPDATE SET id = excluded.id, price_scale = excluded.price_scale,"
            + " qty_scale = excluded.qty_scale, cash_scale = excluded.cash_scale",
        session,
        instrument,
        told.id().toString(),
        told.priceScale(),
        told.qtyScale(),
        told.cashScale());
  }

  private void exitWords(AuditLine line, AuditRecord.SignalRaised raised, Signal.Exit exit) {
    batch.insert(
        "exit_word",
        "session, line, strategy, instrument, time_ns, words",
        session,
        line.number(),
        raised.strategy(),
        exit.instrument().toString(),
        raised.timeNs(),
        exit.reason());
  }

  private void idea(AuditLine line, EntryFollowed followed) {
    String id = followed.signal().instrument().toString();
    if (places.setBook(followed.book(), followed.strategy())) {
      book(followed.strategy(), followed.book());
    }
    if (!places.knowsInstrument(followed.instrument())) {
      places.setInstrument(followed.instrument(), id);
      batch.upsert(
          "session_instrument",
          "session, instrument, id",
          "(session, instrument) DO NOTHING",
          session,
          followed.instrument(),
          id);
    }
    forget(followed.book(), followed.instrument(), followed.orderId());
    batch.insert(
        "idea",
        "session, line, order_id, book, instrument, time_ns, signal, features",
        session,
        line.number(),
        followed.orderId(),
        followed.book(),
        followed.instrument(),
        followed.timeNs(),
        AuditJson.write(new Idea.Said(followed.signal())),
        AuditJson.write(new Idea.Saw(followed.features())));
  }

  /** An entry that ended without a fill. */
  private void forget(int book, int instrument, long orderId) {
    batch.add(
        "idea",
        "DELETE FROM idea WHERE " + OPEN_PAGE + " AND joined_line IS NULL AND order_id = ?",
        session,
        book,
        instrument,
        orderId);
  }

  private void move(AuditLine line, OrderMoved moved) {
    OrderIntent intent = moved.intent();
    batch.insert(
        "order_state",
        "session, line, order_id, time_ns, venue_time_ns, state, event, detail",
        session,
        line.number(),
        intent.orderId(),
        moved.timeNs(),
        moved.event().timeNs(),
        AuditJson.key(moved.state()),
        AuditJson.key(moved.event().getClass()),
        moved.event() instanceof OrderEvent.Rejected rejected ? rejected.reason().text() : "");
    if (moved.event() instanceof OrderEvent.Filled filled) {
      order(line, moved.timeNs(), intent, moved.state(), Optional.of(filled));
      join(line, intent);
      fill(line, intent, filled);
    } else {
      order(line, moved.timeNs(), intent, moved.state(), Optional.empty());
      if (moved.state().isFinal()) {
        forget(intent.book(), intent.instrument(), intent.orderId());
      }
    }
  }

  private void lateFill(AuditLine line, AuditRecord.LateFilled late) {
    join(line, late.intent());
    fill(line, late.intent(), late.fill());
    batch.add(
        "orders",
        "UPDATE orders SET changed_ns = ?, filled_qty_scaled = filled_qty_scaled + ?,"
            + " filled_quote_scaled = filled_quote_scaled + ? WHERE session = ? AND order_id = ?",
        late.timeNs(),
        late.fill().qtyScaled(),
        late.fill().quoteScaled(),
        session,
        late.intent().orderId());
  }

  private void order(
      AuditLine line,
      long timeNs,
      OrderIntent intent,
      OrderState state,
      Optional<OrderEvent.Filled> filled) {
    batch.upsert(
        "orders",
        "session, order_id, line, book, instrument, side, purpose, kind, intent, state,"
            + " created_ns, changed_ns, filled_qty_scaled, filled_quote_scaled",
        "(session, order_id) DO UPDATE SET state = excluded.state, intent = excluded.intent,"
            + " changed_ns = excluded.changed_ns,"
            + " filled_qty_scaled = orders.filled_qty_scaled + excluded.filled_qty_scaled,"
            + " filled_quote_scaled = orders.filled_quote_scaled + excluded.filled_quote_scaled",
        session,
        intent.orderId(),
        line.number(),
        intent.book(),
        intent.instrument(),
        AuditJson.key(intent.side()),
        AuditJson.key(intent.purpose()),
        AuditJson.key(intent.terms().getClass()),
        AuditJson.write(intent),
        AuditJson.key(state),
        timeNs,
        timeNs,
        filled.map(OrderEvent.Filled::qtyScaled).orElse(0L),
        filled.map(OrderEvent.Filled::quoteScaled).orElse(0L));
  }

  /** The first fill of an order brings its idea to the position; a part of many has number 0. */
  private void join(AuditLine line, OrderIntent intent) {
    String waits = OPEN_PAGE + " AND joined_line IS NULL";
    batch.add(
        "idea",
        "UPDATE idea SET joined_line = ? WHERE "
            + waits
            + " AND order_id = CASE WHEN ? AND NOT EXISTS (SELECT 1 FROM idea AS own WHERE "
            + waits.replaceAll("\\b(session|book|instrument|trade_line|joined_line)\\b", "own.$1")
            + " AND own.order_id = ?) THEN 0 ELSE ? END",
        line.number(),
        session,
        intent.book(),
        intent.instrument(),
        intent.purpose() == OrderPurpose.ENTRY,
        session,
        intent.book(),
        intent.instrument(),
        intent.orderId(),
        intent.orderId());
  }

  private void fill(AuditLine line, OrderIntent intent, OrderEvent.Filled filled) {
    batch.insert(
        "fill",
        "session, line, order_id, book, instrument, side, purpose, time_ns, qty_scaled,"
            + " price_scaled, quote_scaled, fee_scaled, fee_in_base, slippage_scaled, is_last",
        session,
        line.number(),
        intent.orderId(),
        intent.book(),
        intent.instrument(),
        AuditJson.key(intent.side()),
        AuditJson.key(intent.purpose()),
        filled.timeNs(),
        filled.qtyScaled(),
        filled.priceScaled(),
        filled.quoteScaled(),
        filled.feeScaled(),
        filled.feeInBase(),
        filled.slippageScaled(),
        filled.isLast());
  }

  private void trade(AuditLine line, ClosedTrade trade) {
    String instrument = trade.instrument().id().toString();
    batch.insert(
        "trade",
        "session, line, strategy, instrument, price_scale, qty_scale, cash_scale, direction,"
            + " qty_scaled, entry_ns, exit_ns, entry_quote_scaled, exit_qty_scaled,"
            + " exit_quote_scaled, fees_scaled, slippage_scaled, funding_scaled, profit_scaled,"
            + " risk_scaled, reason, entry_reason",
        session,
        line.number(),
        trade.strategy(),
        instrument,
        trade.instrument().priceScale(),
        trade.instrument().qtyScale(),
        trade.instrument().cashScale(),
        AuditJson.key(trade.direction()),
        trade.qtyScaled(),
        trade.entryTimeNs(),
        trade.exitTimeNs(),
        trade.entryQuoteScaled(),
        trade.exitQtyScaled(),
        trade.exitQuoteScaled(),
        trade.feesScaled(),
        trade.slippageScaled(),
        trade.fundingScaled(),
        trade.profitScaled(),
        trade.riskScaled(),
        AuditJson.key(trade.reason()),
        trade.entryReason());
    batch.add(
        "exit_word",
        "UPDATE exit_word SET trade_line = ?"
            + " WHERE session = ? AND strategy = ? AND instrument = ? AND trade_line IS NULL",
        line.number(),
        session,
        Batch.storable(trade.strategy()),
        instrument);
    OptionalInt book = places.book(trade.strategy());
    OptionalInt place = places.instrument(instrument);
    if (book.isPresent() && place.isPresent()) {
      close(line, "idea", " AND joined_line IS NOT NULL", book.getAsInt(), place.getAsInt());
      close(line, "fill", "", book.getAsInt(), place.getAsInt());
    }
  }

  private void close(AuditLine line, String table, String more, int book, int instrument) {
    batch.add(
        table,
        "UPDATE " + table + " SET trade_line = ? WHERE " + OPEN_PAGE + more,
        line.number(),
        session,
        book,
        instrument);
  }

  private void equity(AuditLine line, long timeNs, String kind, long equityScaled) {
    batch.insert(
        "equity",
        "session, line, time_ns, kind, equity_scaled",
        session,
        line.number(),
        timeNs,
        kind,
        equityScaled);
  }

  private void event(AuditLine line, AuditRecord entry, String about, String who, String what) {
    event(line, entry.timeNs(), about, who, what);
  }

  private void event(AuditLine line, long timeNs, String about, String who, String what) {
    batch.insert(
        "event",
        "session, line, time_ns, about, kind, who, what, entry",
        session,
        line.number(),
        timeNs,
        about,
        line.kind(),
        who,
        what,
        line.json());
  }

  private void reconciliation(AuditLine line, Reconciliation done) {
    batch.insert(
        "reconciliation",
        "session, line, time_ns, venue, occasion, compared, differing",
        session,
        line.number(),
        done.timeNs(),
        done.venue(),
        AuditJson.key(done.occasion()),
        done.compared(),
        done.differences().size());
    for (int i = 0; i < done.differences().size(); i++) {
      Reconciliation.Difference difference = done.differences().get(i);
      batch.insert(
          "reconciliation_difference",
          "session, line, place, time_ns, subject, deviation, name, ours_scaled, venue_scaled,"
              + " tolerance_scaled, scale, action",
          session,
          line.number(),
          i,
          done.timeNs(),
          AuditJson.key(difference.subject()),
          AuditJson.key(difference.deviation()),
          difference.name(),
          difference.oursScaled(),
          difference.venueScaled(),
          difference.toleranceScaled(),
          difference.scale(),
          AuditJson.key(difference.action()));
    }
  }

  private void incident(AuditLine line, Incident.IncidentRaised raised) {
    incident(line, raised, AuditJson.key(raised.severity()), raised.why());
  }

  private void incident(AuditLine line, Incident entry, String severity, String why) {
    batch.upsert(
        "incident",
        "session, component, since_ns, line, time_ns, severity, why",
        "(session, component, since_ns) DO UPDATE SET time_ns = excluded.time_ns,"
            + " severity = excluded.severity, why = excluded.why",
        session,
        entry.component(),
        entry.sinceNs(),
        line.number(),
        entry.timeNs(),
        severity,
        why);
  }

  /** Of one that was never told of, there is the end at least. */
  private void incident(AuditLine line, Incident.IncidentEnded ended) {
    batch.upsert(
        "incident",
        "session, component, since_ns, line, time_ns, severity, why, ended_ns, how",
        "(session, component, since_ns) DO UPDATE SET ended_ns = excluded.ended_ns,"
            + " how = excluded.how",
        session,
        ended.component(),
        ended.sinceNs(),
        line.number(),
        ended.timeNs(),
        AuditJson.key(Incident.Severity.INFO),
        "",
        OptionalLong.of(ended.timeNs()),
        ended.how());
  }
}
