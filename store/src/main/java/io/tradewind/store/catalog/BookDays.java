package io.tradewind.store.catalog;

import io.tradewind.core.market.BookColumns;
import io.tradewind.store.quality.BookCheck;
import io.tradewind.store.quality.QualityReport;
import io.tradewind.store.series.BookReplay;
import io.tradewind.store.series.BookRows;
import java.util.List;

/**
 * The files of one series of a book. A file may go on from the one before it, so reading begins
 * where the book of the first instant that is asked for began.
 */
final class BookDays {
  private final ParquetFiles parquet;
  private final List<StoreLayout.Part> parts;

  /** Files rise in time. */
  BookDays(ParquetFiles parquet, List<StoreLayout.Part> parts) {
    this.parquet = parquet;
    this.parts = parts;
  }

  BookColumns read(long fromNs, long toNs) {
    BookReplay before = new BookReplay();
    BookRows.Times told = new BookRows.Times(fromNs, fromNs);
    BookRows rows = new BookRows(1024);
    boolean reached = fromNs >= toNs;
    for (StoreLayout.Part part : parts.subList(start(fromNs), parts.size())) {
      if (part.firstNs() >= toNs) {
        break;
      }
      BookRows day = parquet.readBook(part.file());
      for (int i = 0; i < day.size() && day.timeNs(i) < toNs; i++) {
        if (day.timeNs(i) < fromNs) {
          before.apply(day, i);
          told = new BookRows.Times(fromNs, day.receiveTimeNs(i));
        } else {
          reached = tellOnce(reached, before, told, rows);
          rows.addFrom(day, i);
        }
      }
    }
    tellOnce(reached, before, told, rows);
    return rows.toColumns(rows.scales());
  }

  private static boolean tellOnce(
      boolean told, BookReplay before, BookRows.Times times, BookRows rows) {
    if (!told && before.isKnown()) {
      before.appendTo(rows, times);
    }
    return true;
  }

  /** Where reading begins. */
  private int start(long fromNs) {
    int start = 0;
    while (start + 1 < parts.size() && parts.get(start + 1).firstNs() <= fromNs) {
      start++;
    }
    while (start > 0 && !parquet.beginsAnew(parts.get(start).file())) {
      start--;
    }
    return start;
  }

  /** Stretches within the series of which the book is not known. */
  long gaps() {
    long gaps = 0;
    boolean first = true;
    boolean known = false;
    for (StoreLayout.Part part : parts) {
      for (boolean next : parquet.beginnings(part.file())) {
        gaps += next && !known && !first ? 1 : 0;
        known = next;
        first = false;
      }
    }
    return gaps;
  }

  QualityReport check() {
    BookCheck check = new BookCheck();
    for (StoreLayout.Part part : parts) {
      check.add(parquet.readBook(part.file()));
    }
    return check.report();
  }
}
