package io.tradewind.app.run;

import io.tradewind.app.terminal.Text;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TickRows;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the user should know of the ticks of a symbol within a span. */
final class TickNotices {
  private static final long LONG_WITHOUT_TRADE_NS = 3600 * Utc.SECOND_NS;
  private static final long LONG_WITHOUT_BOOK_NS = 60 * Utc.SECOND_NS;

  private final SymbolTicks ticks;
  private final Span span;
  private final List<String> notices = new ArrayList<>();

  private TickNotices(SymbolTicks ticks, Span span) {
    this.ticks = ticks;
    this.span = span;
  }

  /**
   * A sentence on each thing.
   *
   * @param feedLatencyNs how late market data is here; as it was recorded if empty
   */
  static List<String> describe(SymbolTicks ticks, Span span, OptionalLong feedLatencyNs) {
    TickNotices found = new TickNotices(ticks, span);
    found.describeTrades();
    if (ticks.book().size() == 0) {
      found.say(
          "no order book is known: orders that take fill by the trades that follow, at their"
              + " prices, others by trades through their price (fill rule 43); import a recording"
              + " with a book: tradewind data import FILE (what has no snapshot:"
              + " --book-from-updates)");
    } else {
      found.describeBook();
    }
    if (feedLatencyNs.isEmpty()) {
      found.describeClocks();
    }
    return found.notices;
  }

  private void say(String sentence) {
    notices.add(ticks.id() + ": " + sentence);
  }

  private void describeTrades() {
    TradeColumns trades = ticks.trades();
    Stretches gaps = new Stretches();
    for (int row = Math.max(1, trades.firstRowFrom(span.fromNs())); row < trades.size(); row++) {
      if (trades.timeNs(row) - trades.timeNs(row - 1) > LONG_WITHOUT_TRADE_NS) {
        gaps.add(trades.timeNs(row - 1), trades.timeNs(row));
      }
    }
    gaps.said(
            "stretch of more than an hour without a trade",
            "stretches of more than an hour" + " without a trade")
        .ifPresent(this::say);
  }

  /** Of the book as it is known before its first row, within its rows, and after its last one. */
  private void describeBook() {
    BookColumns book = ticks.book();
    Stretches unknown = new Stretches();
    long lostNs = span.fromNs();
    boolean known = false;
    for (int row = 0; row < book.size(); row++) {
      if (book.begins(row) && known != book.price(row) > 0) {
        known = !known;
        if (known) {
          unknown.add(Math.max(lostNs, span.fromNs()), Math.min(book.timeNs(row), span.toNs()));
        }
        lostNs = book.timeNs(row);
      }
    }
    if (!known) {
      unknown.add(Math.max(lostNs, span.fromNs()), span.toNs());
    }
    unknown
        .said("stretch in which the book is not known", "stretches in which the book is not known")
        .map(said -> said + "; orders fill there by trades alone (fill rule 43)")
        .ifPresent(this::say);
    long lastNs = book.timeNs(book.size() - 1);
    if (known && span.toNs() - lastNs > LONG_WITHOUT_BOOK_NS) {
      say("the book ends early, at " + Utc.format(lastNs) + ", and stands still from there on");
    }
  }

  private void describeClocks() {
    long early = early(ticks.trades()) + early(ticks.book());
    long all = (long) ticks.trades().size() + ticks.book().size();
    if (2 * early > all) {
      say(
          Text.of(
              "%.0f %% of its ticks were received no later than they happened, as where clocks"
                  + " differ or nobody noted it; they are here as they happen, or as much later as"
                  + " --feed-latency says",
              100.0 * early / all));
    }
  }

  private static long early(TickRows rows) {
    long count = 0;
    for (int row = 0; row < rows.size(); row++) {
      count += rows.receiveTimeNs(row) <= rows.timeNs(row) ? 1 : 0;
    }
    return count;
  }

  /** Stretches of time, counted, the longest of them kept. */
  private static final class Stretches {
    private int count;
    private long longestNs;
    private long longestAtNs;

    void add(long fromNs, long toNs) {
      if (toNs - fromNs >= Utc.SECOND_NS) {
        count++;
        if (toNs - fromNs > longestNs) {
          longestNs = toNs - fromNs;
          longestAtNs = fromNs;
        }
      }
    }

    Optional<String> said(String one, String many) {
      return count == 0
          ? Optional.empty()
          : Optional.of(
              Text.of(
                  "%,d %s, the longest %s from %s",
                  count, count == 1 ? one : many, length(longestNs), Utc.format(longestAtNs)));
    }

    /** In whole seconds. */
    private static String length(long ns) {
      return Gaps.length(ns / Utc.SECOND_NS * Utc.SECOND_NS);
    }
  }
}
