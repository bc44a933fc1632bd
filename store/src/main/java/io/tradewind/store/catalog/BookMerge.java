package io.tradewind.store.catalog;

import io.tradewind.store.series.BookReplay;
import io.tradewind.store.series.BookRows;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a recording of a book into those stretches of time of which none is there, file by file and
 * rising. What is there stands: two recordings of one time are not mixed, since changes only make
 * sense on the book that they were told for. Where the recording goes on behind such a stretch, its
 * whole book is written first.
 */
final class BookMerge {
  private final BookRows comes;
  private final BookReplay replay = new BookReplay();

  /** Whether what stands last in the merged rows is the recording's book. */
  private boolean goesOn;

  BookMerge(BookRows comes) {
    this.comes = comes;
  }

  /** Joined rows. */
  record Merged(BookRows rows, MergeReport report) {}

  /** A stretch of time of which the book is known, both ends included. */
  private record Known(long fromNs, long toNs) {}

  /** Joins a file with the rows {@code [from, to)} of the recording, which are of its time. */
  Merged join(BookRows there, int from, int to) {
    List<Known> known = known(there);
    BookRows out = new BookRows(there.size() + to - from);
    int next = 0;
    int at = 0;
    long unchanged = 0;
    for (int i = from; i < to; i = comes.endOfMessage(i)) {
      long timeNs = comes.timeNs(i);
      for (; next < known.size() && known.get(next).fromNs() <= timeNs; next++) {
        goesOn = false;
      }
      boolean covered = next > 0 && timeNs <= known.get(next - 1).toNs();
      while (at < there.size() && there.timeNs(at) <= timeNs) {
        out.addFrom(there, at++);
      }
      int before = out.size();
      take(i, covered, out);
      if (out.size() == before) {
        unchanged += (long) comes.endOfMessage(i) - i;
      }
    }
    goesOn &= next == known.size();
    long added = (long) out.size() - at;
    while (at < there.size()) {
      out.addFrom(there, at++);
    }
    return new Merged(out, new MergeReport(added, unchanged, 0));
  }

  private void take(int message, boolean covered, BookRows out) {
    int end = comes.endOfMessage(message);
    for (int row = message; row < end; row++) {
      replay.apply(comes, row);
    }
    if (covered || (!goesOn && !replay.isKnown())) {
      return;
    }
    if (goesOn || comes.begins(message)) {
      for (int row = message; row < end; row++) {
        out.addFrom(comes, row);
      }
      goesOn = true;
    } else {
      BookRows whole = new BookRows(64);
      goesOn = replay.appendTo(whole, comes.times(message));
      for (int row = 0; row < whole.size(); row++) {
        out.addFrom(whole, row);
      }
    }
  }

  /** Rows before the first beginning go on from the file before; an open end goes on as well. */
  private static List<Known> known(BookRows rows) {
    List<Known> stretches = new ArrayList<>();
    boolean known = rows.size() > 0 && !rows.begins(0);
    long fromNs = Long.MIN_VALUE;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.begins(i) && rows.isUnknown(i) == known) {
        if (known) {
          stretches.add(new Known(fromNs, rows.timeNs(i)));
        }
        known = !known;
        fromNs = rows.timeNs(i);
      }
    }
    if (known) {
      stretches.add(new Known(fromNs, Long.MAX_VALUE));
    }
    return stretches;
  }
}
