package io.tradewind.store.records;

import io.tradewind.analytics.check.Check;
import io.tradewind.store.audit.AuditJson;
import io.tradewind.store.records.Rows.DifferenceRow;
import io.tradewind.store.records.Rows.EquityRow;
import io.tradewind.store.records.Rows.EventRow;
import io.tradewind.store.records.Rows.FillRow;
import io.tradewind.store.records.Rows.IdeaRow;
import io.tradewind.store.records.Rows.IncidentRow;
import io.tradewind.store.records.Rows.InstrumentRow;
import io.tradewind.store.records.Rows.OrderRow;
import io.tradewind.store.records.Rows.OrderStateRow;
import io.tradewind.store.records.Rows.ReconciliationRow;
import io.tradewind.store.records.Rows.SessionRow;
import io.tradewind.store.records.Rows.StoryRow;
import io.tradewind.store.records.Rows.TradeRow;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * Asks a database. Lists come in the order of the audit, in pages: those behind a line, so many at
 * most. What fails is a {@link DatabaseException}.
 */
public final class Records {
  /** The most rows of a page. */
  public static final int MOST = 10_000;

  private final Database database;

  /** Of a database that is open. */
  public Records(Database database) {
    this.database = database;
  }

  /**
   * A part of a list.
   *
   * @param after the line behind which it begins, 0 for the beginning
   * @param most how many rows, from 1 to {@value Records#MOST}
   */
  public record Page(long after, int most) {
    /** From the beginning. */
    public static final Page FIRST = new Page(0, 1_000);

    /** Checks the range. */
    public Page {
      Check.argument(most >= 1 && most <= MOST, "a page has 1 to %s rows, was %s", MOST, most);
    }
  }

  /** All sessions, the oldest first. */
  public List<SessionRow> sessions() {
    return database.read(handle ->
        handle
            .createQuery("SELECT * FROM session ORDER BY session")
            .map(ConstructorMapper.of(SessionRow.class))
            .list());
  }

  /** The instruments of a session by number. */
  public List<InstrumentRow> instruments(long session) {
    return database.read(handle ->
        ask(handle, "session_instrument", "", session, "instrument")
            .map(ConstructorMapper.of(InstrumentRow.class))
            .list());
  }

  /** Names of the strategies of a session by number. */
  public List<String> books(long session) {
    return database.read(handle ->
        ask(handle, "session_book", "", session, "book")
            .map((row, context) -> row.getString("name"))
            .list());
  }

  /** Orders. */
  public List<OrderRow> orders(long session, Page page) {
    return page(OrderRow.class, "orders", "", session, page);
  }

  /** The steps of an order. */
  public List<OrderStateRow> states(long session, long orderId) {
    return database.read(handle ->
        ask(handle, "order_state", " AND order_id = :order", session, "line")
            .bind("order", orderId)
            .map(ConstructorMapper.of(OrderStateRow.class))
            .list());
  }

  /** Fills. */
  public List<FillRow> fills(long session, Page page) {
    return page(FillRow.class, "fill", "", session, page);
  }

  /** Closed trades. */
  public List<TradeRow> trades(long session, Page page) {
    return page(TradeRow.class, "trade", "", session, page);
  }

  /** A trade with its story, by the line of its trade; empty if there is none. */
  public Optional<StoryRow> story(long session, long tradeLine) {
    return database.read(handle ->
        ask(handle, "trade", " AND line = :trade", session, "line")
            .bind("trade", tradeLine)
            .map(ConstructorMapper.of(TradeRow.class))
            .findOne()
            .map(trade -> story(handle, session, trade)));
  }

  private static StoryRow story(Handle handle, long session, TradeRow trade) {
    String ofTrade = " AND trade_line = :trade";
    List<IdeaRow> ideas =
        ask(handle, "idea", ofTrade, session, "joined_line, line")
            .bind("trade", trade.line())
            .map((row, context) ->
                new IdeaRow(
                    row.getLong("line"),
                    row.getLong("time_ns"),
                    AuditJson.read(row.getString("signal"), Idea.Said.class).signal(),
                    AuditJson.read(row.getString("features"), Idea.Saw.class).features()))
            .list();
    List<FillRow> fills =
        ask(handle, "fill", ofTrade, session, "line")
            .bind("trade", trade.line())
            .map(ConstructorMapper.of(FillRow.class))
            .list();
    List<String> words =
        ask(handle, "exit_word", ofTrade, session, "line")
            .bind("trade", trade.line())
            .map((row, context) -> row.getString("words"))
            .list();
    boolean isSignal = trade.reason().equals("signal") && !words.isEmpty();
    return new StoryRow(trade, ideas, fills, isSignal ? words.getLast() : "");
  }

  /**
   * Equity.
   *
   * @param kind {@code day} or {@code intraday}
   */
  public List<EquityRow> equity(long session, String kind, Page page) {
    return database.read(handle ->
        paged(handle, "equity", " AND kind = :kind", session, page)
            .bind("kind", kind)
            .map(ConstructorMapper.of(EquityRow.class))
            .list());
  }

  /**
   * Events.
   *
   * @param about breaker, limit, lock, refusal, control or account
   */
  public List<EventRow> events(long session, String about, Page page) {
    return database.read(handle ->
        paged(handle, "event", " AND about = :about", session, page)
            .bind("about", about)
            .map(ConstructorMapper.of(EventRow.class))
            .list());
  }

  /** Comparisons with the venue. */
  public List<ReconciliationRow> reconciliations(long session, Page page) {
    return page(ReconciliationRow.class, "reconciliation", "", session, page);
  }

  /** What one of them found. */
  public List<DifferenceRow> differences(long session, long line) {
    return database.read(handle ->
        ask(handle, "reconciliation_difference", " AND line = :line", session, "place")
            .bind("line", line)
            .map(ConstructorMapper.of(DifferenceRow.class))
            .list());
  }

  /** Incidents, those that are over included. */
  public List<IncidentRow> incidents(long session, Page page) {
    return page(IncidentRow.class, "incident", "", session, page);
  }

  /** How far a session's audit is in the database. */
  public Cursor cursor(long session) {
    return new RecordWriter(database, session).cursor();
  }

  private <T> List<T> page(Class<T> row, String table, String where, long session, Page page) {
    return database.read(
        handle -> paged(handle, table, where, session, page).map(ConstructorMapper.of(row)).list());
  }

  private static Query paged(Handle handle, String table, String where, long session, Page page) {
    return ask(handle, table, where + " AND line > :after", session, "line LIMIT :most")
        .bind("after", page.after())
        .bind("most", page.most());
  }

  /** Texts of callers are bound, never put into the statement. */
  private static Query ask(Handle handle, String table, String where, long session, String order) {
    return handle
        .createQuery(
            "SELECT * FROM " + table + " WHERE session = :session" + where + " ORDER BY " + order)
        .bind("session", session);
  }
}
