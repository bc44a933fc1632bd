package io.tradewind.store.importer;

import io.tradewind.core.market.BookColumns;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.RowListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes a book of a snapshot and the updates behind it, as Binance documents it: updates are
 * numbered, and each must follow the one before. Where one is missing the book is not known until
 * the next snapshot; updates that came before a snapshot and are newer than it are applied when it
 * comes, with its time of receipt.
 */
final class TickBook {
  /**
   * Updates that wait for a snapshot; of more, the oldest are lost, and older snapshots with them.
   */
  private static final int MOST_WAITING = 10_000;

  private final boolean fromUpdates;
  private final RowListener listener;
  private final BookRows rows = new BookRows(1024);
  private final Deque<Update> waiting = new ArrayDeque<>();
  private boolean known;
  private boolean partial;
  private boolean anchored;
  private long lastId;
  private long lastLine;
  private long timeNs = Long.MIN_VALUE;
  private long receiveNs = Long.MIN_VALUE;
  private long updates;
  private long snapshots;
  private long gaps;
  private long unused;

  /**
   * Without a book.
   *
   * @param fromUpdates whether a book may begin with an update, of the levels that it names; the
   *     first snapshot puts the whole one in its place
   */
  TickBook(boolean fromUpdates, RowListener listener) {
    this.fromUpdates = fromUpdates;
    this.listener = listener;
  }

  /** Numbers that the venue gives an update; the one before is known of perpetuals alone. */
  private record Ids(long first, long last, boolean chained, long previous) {
    static Ids of(TickMessage message) {
      boolean chained = message.has("pu");
      return new Ids(
          message.number("U"), message.number("u"), chained, chained ? message.number("pu") : 0);
    }
  }

  private record Update(long line, TickMessage message, Ids ids, long timeNs) {}

  /** The next update; throws NumberFormatException if a number is missing. */
  void update(long line, TickMessage message) {
    long atNs =
        message.timeNs().orElseThrow(() -> new NumberFormatException("the field E is missing"));
    Update update = new Update(line, message, Ids.of(message), atNs);
    updates++;
    if (!known) {
      await(update);
      return;
    }
    if (isOld(update.ids())) {
      listener.identical(line, lastLine);
    } else if (follows(update.ids())) {
      apply(update, message.receiveNs());
      if (partial) {
        keep(update);
      }
    } else {
      gaps++;
      lose(update.timeNs(), message.receiveNs());
      await(update);
    }
  }

  private void await(Update update) {
    keep(update);
    if (fromUpdates) {
      begin(update.message(), update.timeNs(), update.ids().last());
      anchored = known;
      partial = known;
    } else {
      unused++;
    }
  }

  private void keep(Update update) {
    if (waiting.size() == MOST_WAITING) {
      waiting.removeFirst();
    }
    waiting.add(update);
  }

  /** A snapshot; one that is older than the book that stands is passed by. */
  void snapshot(TickMessage message) {
    long id = message.number("lastUpdateId");
    snapshots++;
    if (known && !partial && id <= lastId) {
      return;
    }
    while (!waiting.isEmpty() && isBefore(waiting.getFirst().ids(), id)) {
      timeNs = Math.max(timeNs, waiting.removeFirst().timeNs());
    }
    if (!waiting.isEmpty() && !joins(waiting.getFirst().ids(), id)) {
      return;
    }
    begin(message, message.timeNs().orElse(timeNs), id);
    anchored = false;
    boolean used = partial;
    partial = false;
    while (known && !waiting.isEmpty()) {
      Update next = waiting.removeFirst();
      if (follows(next.ids())) {
        apply(next, message.receiveNs());
        unused -= used ? 0 : 1;
      } else if (!isOld(next.ids())) {
        gaps++;
        lose(next.timeNs(), message.receiveNs());
        waiting.addFirst(next);
      }
    }
  }

  /** The end of the recording: what follows it in the store is not told by it. */
  BookRows finish() {
    waiting.clear();
    if (known) {
      lose(timeNs, receiveNs);
    }
    return rows;
  }

  /** What became of the messages. */
  BookNotes notes() {
    return new BookNotes(updates, snapshots, unused, gaps);
  }

  private boolean isOld(Ids ids) {
    boolean repeatable = ids.chained() && !anchored;
    return repeatable ? ids.last() < lastId : ids.last() <= lastId;
  }

  private static boolean isBefore(Ids ids, long snapshotId) {
    return ids.chained() ? ids.last() < snapshotId : ids.last() <= snapshotId;
  }

  private boolean follows(Ids ids) {
    boolean strict = anchored && ids.chained();
    return strict ? ids.previous() == lastId : joins(ids, lastId);
  }

  private static boolean joins(Ids ids, long snapshotId) {
    return ids.chained()
        ? ids.first() <= snapshotId || ids.previous() <= snapshotId
        : ids.first() <= snapshotId + 1;
  }

  private void begin(TickMessage message, long atNs, long id) {
    List<TickMessage.Level> bids = standing(message.bids());
    List<TickMessage.Level> asks = standing(message.asks());
    if (bids.isEmpty() && asks.isEmpty()) {
      return;
    }
    add(bids, asks, true, times(atNs == Long.MIN_VALUE ? message.receiveNs() : atNs, message));
    known = true;
    lastId = id;
  }

  private BookRows.Times times(long atNs, TickMessage message) {
    return times(atNs, message.receiveNs());
  }

  private static List<TickMessage.Level> standing(List<TickMessage.Level> levels) {
    return levels.stream().filter(level -> level.qty().mantissa() > 0).toList();
  }

  private void apply(Update update, long receivedNs) {
    add(
        update.message().bids(),
        update.message().asks(),
        false,
        times(update.timeNs(), receivedNs));
    lastId = update.ids().last();
    lastLine = update.line();
    anchored = true;
  }

  private void lose(long atNs, long receivedNs) {
    rows.addUnknown(times(atNs, receivedNs));
    known = false;
    partial = false;
    anchored = false;
  }

  /** Neither time ever falls in a book. */
  private BookRows.Times times(long atNs, long receivedNs) {
    timeNs = Math.max(timeNs, atNs);
    receiveNs = Math.max(receiveNs, receivedNs);
    return new BookRows.Times(timeNs, receiveNs);
  }

  private void add(
      List<TickMessage.Level> bids,
      List<TickMessage.Level> asks,
      boolean whole,
      BookRows.Times times) {
    List<TickMessage.Level> both = new ArrayList<>(bids);
    both.addAll(asks);
    for (int i = 0; i < both.size(); i++) {
      TickMessage.Level level = both.get(i);
      byte mark = BookColumns.flags(i < bids.size(), whole && i == 0, i == both.size() - 1);
      rows.add(times, level.price(), level.qty(), mark);
    }
  }
}
