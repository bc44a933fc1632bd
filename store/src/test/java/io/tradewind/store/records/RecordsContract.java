package io.tradewind.store.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.journal.JournalEntry;
import io.tradewind.core.journal.TradeJournal;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.AuditLine;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.audit.Incident;
import io.tradewind.store.audit.RandomRecords;
import io.tradewind.store.audit.Reconciliation;
import io.tradewind.store.records.Records.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every database does; run on each. */
abstract class RecordsContract {
  private static final long SESSION = Trail.SESSION;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final List<String> TABLES =
      List.of(
          "session",
          "audit_cursor",
          "session_book",
          "session_instrument",
          "orders",
          "order_state",
          "fill",
          "trade",
          "idea",
          "exit_word",
          "equity",
          "event",
          "reconciliation",
          "reconciliation_difference",
          "incident");

  /** An empty database. */
  abstract DatabaseSettings fresh(Duration query);

  private static Cursor writeAll(Database database, Trail trail) {
    return writeAll(database, trail.lines(), 500);
  }

  private static Cursor writeAll(Database database, List<AuditLine> lines, int portion) {
    Cursor cursor = Cursor.START;
    for (int from = 0; from < lines.size(); from += portion) {
      // A new writer each time: nothing is remembered.
      cursor =
          new RecordWriter(database, SESSION)
              .write(lines.subList(from, Math.min(lines.size(), from + portion)));
    }
    return cursor;
  }

  /** All rows of all tables. */
  static List<String> dump(Database database) {
    return database.read(handle -> {
      List<String> rows = new ArrayList<>();
      for (String table : TABLES) {
        handle
            .createQuery("SELECT * FROM " + table)
            .mapToMap()
            .forEach(row -> rows.add(table + row));
      }
      return rows.stream().sorted().toList();
    });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void tradesHaveTheStoryThatTheJournalTells(long seed) {
    List<JournalEntry> told = new ArrayList<>();
    TradeJournal journal = new TradeJournal(told::add);
    Trail trail = new Trail();
    for (AuditRecord entry : new TradeTape(seed).steps(400).records) {
      trail.accept(entry);
      journal.accept(entry);
    }
    int portion = 1 + new SplitMix(seed).nextInt(60);
    try (Database database = Database.open(fresh(MINUTE))) {
      writeAll(database, trail.lines(), portion);
      Records records = new Records(database);
      List<Rows.TradeRow> trades = records.trades(SESSION, Page.FIRST);
      assertThat(trades).hasSameSizeAs(told);
      assertThat(told.size()).isGreaterThan(20);
      for (int i = 0; i < told.size(); i++) {
        Rows.StoryRow story = records.story(SESSION, trades.get(i).line()).orElseThrow();
        assertThat(asTold(story)).as("trade %s of seed %s", i, seed).isEqualTo(asTold(told.get(i)));
      }
    }
  }

  private static List<String> asTold(Rows.StoryRow story) {
    List<String> lines = new ArrayList<>();
    Rows.TradeRow trade = story.trade();
    lines.add(
        String.join(
            "|",
            trade.strategy(),
            trade.instrument(),
            String.valueOf(trade.qtyScaled()),
            String.valueOf(trade.entryQuoteScaled()),
            String.valueOf(trade.profitScaled()),
            trade.reason(),
            trade.entryReason(),
            story.exitWords()));
    story.ideas().forEach(idea -> lines.add(idea.signal() + "|" + idea.features()));
    for (Rows.FillRow fill : story.fills()) {
      lines.add(
          fill.side()
              + fill.purpose()
              + fill.orderId()
              + "|"
              + fill.timeNs()
              + "|"
              + fill.qtyScaled()
              + "|"
              + fill.isLast());
    }
    return lines;
  }

  private static List<String> asTold(JournalEntry entry) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.join(
            "|",
            entry.trade().strategy(),
            entry.trade().instrument().id().toString(),
            String.valueOf(entry.trade().qtyScaled()),
            String.valueOf(entry.trade().entryQuoteScaled()),
            String.valueOf(entry.trade().profitScaled()),
            entry.trade().reason().label(),
            entry.trade().entryReason(),
            entry.exitWords()));
    entry.ideas().forEach(idea -> lines.add(idea.signal() + "|" + idea.features()));
    for (JournalEntry.Fill fill : entry.fills()) {
      OrderEvent.Filled event = fill.event();
      lines.add(
          io.tradewind.store.audit.AuditJson.key(fill.side())
              + io.tradewind.store.audit.AuditJson.key(fill.purpose())
              + event.orderId()
              + "|"
              + event.timeNs()
              + "|"
              + event.qtyScaled()
              + "|"
              + event.isLast());
    }
    return lines;
  }

  @Test
  void anyEntryIsTakenAndADatabaseThatWasBuiltAnewIsTheSame() {
    Trail trail = new Trail();
    for (int i = 1; i <= 600; i++) {
      RandomRecords random = new RandomRecords(i).withoutHugeNumbers();
      trail.accept(random.decision(i, TradeTape.START_NS + i));
      trail.append(random.note(TradeTape.START_NS + i));
    }
    List<AuditLine> lines = trail.lines();
    List<String> rows;
    try (Database database = Database.open(fresh(MINUTE))) {
      Cursor cursor = writeAll(database, lines, 7);
      assertThat(cursor).isEqualTo(new Cursor(lines.size(), lines.getLast().hash()));
      assertThat(new Records(database).cursor(SESSION)).isEqualTo(cursor);
      rows = dump(database);
    }
    try (Database database = Database.open(fresh(MINUTE))) {
      writeAll(database, lines, lines.size());
      List<String> again = new ArrayList<>(dump(database));
      assertThat(again).hasSameSizeAs(rows);
      again.removeAll(rows);
      assertThat(again).isEmpty();
    }
  }

  @Test
  void whatIsThereIsPassedOverAndWhatIsMissingIsRefused() {
    Trail trail = new Trail().accept(new TradeTape(1).steps(100).records);
    List<AuditLine> lines = trail.lines();
    try (Database database = Database.open(fresh(MINUTE))) {
      RecordWriter writer = new RecordWriter(database, SESSION);
      writer.write(lines.subList(0, 60));
      List<String> rows = dump(database);
      assertThat(writer.write(lines.subList(0, 60)).line()).isEqualTo(60);
      assertThat(writer.write(lines.subList(10, 20)).line()).isEqualTo(60);
      assertThat(dump(database)).isEqualTo(rows);
      assertThatThrownBy(() -> writer.write(lines.subList(61, 70)))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("up to line 60; line 62 does not follow");
      assertThat(dump(database)).isEqualTo(rows);
      assertThat(writer.write(lines.subList(30, 100)).line()).isEqualTo(100);
      assertThat(new Records(database).fills(SESSION, Page.FIRST))
          .hasSize(
              (int)
                  lines.subList(0, 100).stream()
                      .filter(line -> line.json().contains("\"is\":\"filled\""))
                      .count());
    }
  }

  @Test
  void rowsAndCursorAreThereTogetherOrNotAtAll() {
    Trail trail = new Trail().accept(new TradeTape(1).steps(100).records);
    List<AuditLine> lines = trail.lines();
    try (Database database = Database.open(fresh(MINUTE))) {
      new RecordWriter(database, SESSION).write(lines.subList(0, 50));
      List<String> rows = dump(database);
      RecordWriter dying =
          new RecordWriter(
              database,
              SESSION,
              handle -> {
                throw new IllegalStateException("killed");
              });
      assertThatThrownBy(() -> dying.write(lines.subList(50, 90)))
          .isInstanceOf(DatabaseException.class);
      assertThat(dump(database)).isEqualTo(rows);
      assertThat(new RecordWriter(database, SESSION).cursor().line()).isEqualTo(50);
    }
  }

  @Test
  void ordersTellWhatBecameOfThem() {
    OrderIntent intent =
        new OrderIntent(
            7,
            1,
            0,
            Side.BUY,
            new OrderSize.Base(5),
            new OrderTerms.Limit(9, true),
            TimeInForce.GTC,
            false,
            OrderPurpose.ENTRY);
    Trail trail =
        new Trail()
            .accept(
                List.of(
                    new AuditRecord.OrderSent(1, 10, intent),
                    new AuditRecord.OrderMoved(
                        2, 20, intent, OrderState.OPEN, new OrderEvent.Accepted(7, 19)),
                    moved(3, 30, intent, OrderState.PARTLY_FILLED, 2),
                    moved(4, 40, intent, OrderState.PARTLY_FILLED, 1),
                    new AuditRecord.OrderMoved(
                        5,
                        50,
                        intent,
                        OrderState.REJECTED,
                        new OrderEvent.Rejected(7, 49, RejectReason.values()[0]))));
    try (Database database = Database.open(fresh(MINUTE))) {
      writeAll(database, trail);
      Records records = new Records(database);
      Rows.OrderRow order = records.orders(SESSION, Page.FIRST).getFirst();
      assertThat(order.state()).isEqualTo("rejected");
      assertThat(order.kind()).isEqualTo("limit");
      assertThat(order.createdNs()).isEqualTo(10);
      assertThat(order.changedNs()).isEqualTo(50);
      assertThat(order.filledQtyScaled()).isEqualTo(3);
      assertThat(order.filledQuoteScaled()).isEqualTo(300);
      assertThat(records.states(SESSION, 7))
          .extracting(
              Rows.OrderStateRow::state, Rows.OrderStateRow::event, Rows.OrderStateRow::timeNs)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("open", "accepted", 20L),
              org.assertj.core.groups.Tuple.tuple("partly-filled", "filled", 30L),
              org.assertj.core.groups.Tuple.tuple("partly-filled", "filled", 40L),
              org.assertj.core.groups.Tuple.tuple("rejected", "rejected", 50L));
      assertThat(records.states(SESSION, 7).getLast().detail())
          .isEqualTo(RejectReason.values()[0].text());
    }
  }

  private static AuditRecord moved(
      long sequence, long timeNs, OrderIntent intent, OrderState state, long qty) {
    return new AuditRecord.OrderMoved(
        sequence,
        timeNs,
        intent,
        state,
        new OrderEvent.Filled(intent.orderId(), timeNs, qty, 100, 100 * qty, 1, false, 0, false));
  }

  @Test
  void aSessionIsToldWithItsRestartsReconciliationsAndIncidents() {
    Reconciliation.Difference phantom =
        new Reconciliation.Difference(
            Reconciliation.Subject.POSITION,
            Reconciliation.Deviation.PHANTOM,
            "O'Neil's \"coin\"",
            Long.MAX_VALUE,
            0,
            1,
            8,
            Reconciliation.Action.CORRECTED);
    Trail trail =
        new Trail()
            .append(
                new Reconciliation(
                    5, "binance", Reconciliation.Occasion.START, 12, List.of(phantom)))
            .append(
                new Incident.IncidentRaised(
                    6, "database", 6, Incident.Severity.WARNING, "locked; end the other"))
            .append(
                new Incident.IncidentRaised(
                    7, "database", 6, Incident.Severity.CRITICAL, "still locked"))
            .append(new Incident.IncidentEnded(9, "database", 6, "the other ended"))
            .append(new Incident.IncidentRaised(8, "binance", 8, Incident.Severity.INFO, "slow"))
            .append(new AuditNote.EquityMarked(9, 123))
            .accept(List.of(new AuditRecord.DayClosed(1, 10, 456)))
            .append(new AuditNote.SessionEnded(11, "asked to"))
            .append(
                new AuditNote.SessionStarted(
                    12, "paper", "0.2.0", 8, TradeTape.BOOKS, TradeTape.INSTRUMENTS));
    try (Database database = Database.open(fresh(MINUTE))) {
      writeAll(database, trail);
      Records records = new Records(database);
      assertThat(records.sessions())
          .containsExactly(
              new Rows.SessionRow(
                  SESSION,
                  "paper",
                  "0.2.0",
                  8,
                  TradeTape.START_NS,
                  12,
                  2,
                  OptionalLong.empty(),
                  java.util.Optional.empty()));
      assertThat(records.books(SESSION)).isEqualTo(TradeTape.BOOKS);
      assertThat(records.instruments(SESSION))
          .extracting(Rows.InstrumentRow::id)
          .isEqualTo(
              TradeTape.INSTRUMENTS.stream().map(Instrument::id).map(Object::toString).toList());
      assertThat(records.equity(SESSION, "day", Page.FIRST))
          .extracting(Rows.EquityRow::equityScaled)
          .containsExactly(456L);
      assertThat(records.equity(SESSION, "intraday", Page.FIRST))
          .extracting(Rows.EquityRow::equityScaled)
          .containsExactly(123L);
      Rows.ReconciliationRow done = records.reconciliations(SESSION, Page.FIRST).getFirst();
      assertThat(done).isEqualTo(new Rows.ReconciliationRow(2, 5, "binance", "start", 12, 1));
      assertThat(records.differences(SESSION, 2))
          .containsExactly(
              new Rows.DifferenceRow(
                  0,
                  "position",
                  "phantom",
                  "O'Neil's \"coin\"",
                  Long.MAX_VALUE,
                  0,
                  1,
                  8,
                  "corrected"));
      assertThat(records.incidents(SESSION, Page.FIRST))
          .containsExactly(
              new Rows.IncidentRow(
                  "database",
                  6,
                  7,
                  "critical",
                  "still locked",
                  OptionalLong.of(9),
                  java.util.Optional.of("the other ended")),
              new Rows.IncidentRow(
                  "binance",
                  8,
                  8,
                  "info",
                  "slow",
                  OptionalLong.empty(),
                  java.util.Optional.empty()));
    }
  }

  @Test
  void nothingIsAnAnswer() {
    try (Database database = Database.open(fresh(MINUTE))) {
      Records records = new Records(database);
      assertThat(records.sessions()).isEmpty();
      assertThat(records.orders(SESSION, Page.FIRST)).isEmpty();
      assertThat(records.trades(SESSION, Page.FIRST)).isEmpty();
      assertThat(records.story(SESSION, 1)).isEmpty();
      assertThat(records.events(SESSION, "' OR 1=1 --", Page.FIRST)).isEmpty();
      assertThat(records.cursor(SESSION)).isEqualTo(Cursor.START);
      assertThat(new RecordWriter(database, SESSION).write(List.of())).isEqualTo(Cursor.START);
    }
  }

  @Test
  void ahundredThousandFillsAreReadInPages() {
    int count = 100_000;
    Trail trail = new Trail();
    for (int i = 1; i <= count; i++) {
      OrderIntent intent =
          new OrderIntent(
              1 + i / 10,
              0,
              0,
              Side.BUY,
              new OrderSize.Position(),
              new OrderTerms.Market(),
              TimeInForce.GTC,
              true,
              OrderPurpose.REDUCE);
      trail.accept(moved(i, i, intent, OrderState.PARTLY_FILLED, i));
    }
    try (Database database = Database.open(fresh(MINUTE))) {
      writeAll(database, trail.lines(), 5_000);
      Records records = new Records(database);
      long after = 0;
      long sum = 0;
      int found = 0;
      List<Rows.FillRow> page = records.fills(SESSION, new Page(after, Records.MOST));
      while (!page.isEmpty()) {
        found += page.size();
        sum += page.stream().mapToLong(Rows.FillRow::qtyScaled).sum();
        after = page.getLast().line();
        page = records.fills(SESSION, new Page(after, Records.MOST));
      }
      assertThat(found).isEqualTo(count);
      assertThat(sum).isEqualTo((long) count * (count + 1) / 2);
    }
  }

  @Test
  void whatExpiredIsDeletedAndTheRestIsKept() {
    Trail trail = new Trail();
    trail.accept(new TradeTape(1).steps(200).records);
    long sequence = trail.file.sequence();
    long start = TradeTape.START_NS;
    for (int day = 0; day < 100; day++) {
      long at = start + day * Utc.DAY_NS;
      trail.append(new AuditNote.EquityMarked(at, day));
      trail.accept(new AuditRecord.DayClosed(++sequence, at, day));
      trail.accept(new AuditRecord.Resumed(++sequence, at, "me"));
      trail.append(new Incident.IncidentRaised(at, "a", at, Incident.Severity.INFO, ""));
      if (day != 3) {
        trail.append(new Incident.IncidentEnded(at, "a", at, ""));
      }
    }
    try (Database database = Database.open(fresh(MINUTE))) {
      writeAll(database, trail);
      Records records = new Records(database);
      int trades = records.trades(SESSION, Page.FIRST).size();
      int fills = records.fills(SESSION, Page.FIRST).size();
      Map<String, Long> deleted =
          new Retention(10, 20, 0, 0, 30).cleanUp(database, start + 100 * Utc.DAY_NS);
      assertThat(deleted)
          .containsEntry("equity", 90L)
          .containsEntry("event", 80L)
          .containsEntry("incident", 69L);
      assertThat(records.equity(SESSION, "intraday", Page.FIRST)).hasSize(10);
      assertThat(records.equity(SESSION, "day", Page.FIRST)).hasSize(100);
      assertThat(records.events(SESSION, "control", Page.FIRST)).hasSize(20);
      assertThat(records.incidents(SESSION, Page.FIRST)).hasSize(31);
      assertThat(records.trades(SESSION, Page.FIRST)).hasSize(trades);
      assertThat(records.fills(SESSION, Page.FIRST)).hasSize(fills);
    }
  }

  @Test
  void aDatabaseOfANewerVersionIsLeftAlone() {
    DatabaseSettings settings = fresh(MINUTE);
    try (Database database = Database.open(settings)) {
      database.write(handle ->
          handle.execute(
              "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                  + " script, checksum, installed_by, installed_on, execution_time, success)"
                  + " SELECT 99, '99', 'later', type, 'V99__later.sql', 1, installed_by,"
                  + " installed_on, 1, success FROM flyway_schema_history WHERE version = '1'"));
    }
    assertThatThrownBy(() -> Database.open(settings))
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> {
              assertThat(e.trouble().cause()).isEqualTo(DatabaseTrouble.Cause.NEWER);
              assertThat(e.trouble().text()).contains("a newer version of Tradewind");
            });
  }

  @Test
  void aQueryThatTakesTooLongIsGivenUp() {
    try (Database database = Database.open(fresh(Duration.ofMillis(200)))) {
      String endless =
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000)"
              + " SELECT count(*) FROM n";
      assertThatThrownBy(
              () -> database.read(handle -> handle.createQuery(endless).mapTo(Long.class).one()))
          .isInstanceOfSatisfying(
              DatabaseException.class,
              e -> assertThat(e.trouble().cause()).isEqualTo(DatabaseTrouble.Cause.TOO_SLOW));
      assertThat(new Records(database).sessions()).isEmpty();
    }
  }
}
