package io.tradewind.store.quality;

import io.tradewind.store.series.BookReplay;
import io.tradewind.store.series.BookRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the changes of an order book and says what is wrong: stretches within it of which the
 * book is not known, and messages after which its best bid is not under its best ask.
 *
 * <p>The score is the share of messages after which the book stands uncrossed, less the share of
 * time that gaps take, not below 0, and 0 without rows.
 */
public final class BookCheck {
  private static final int MAX_FINDINGS = 1000;

  private final BookReplay book = new BookReplay();
  private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
  private final List<Finding> findings = new ArrayList<>();
  private long rows;
  private long messages;
  private long crossed;
  private long firstNs;
  private long lastNs;
  private long lostNs;
  private long unknownNs;

  /** Since when, and for how many messages, the book is crossed without a break. */
  private long crossedFromNs;

  private long crossedInRow;

  /** Of nothing yet. */
  public BookCheck() {}

  /** The quality of a recording. */
  public static QualityReport of(BookRows rows) {
    BookCheck check = new BookCheck();
    check.add(rows);
    return check.report();
  }

  /** The rows that follow. */
  public void add(BookRows more) {
    for (int i = 0; i < more.size(); i++) {
      boolean first = rows == 0;
      rows++;
      lastNs = more.timeNs(i);
      firstNs = first ? lastNs : firstNs;
      boolean wasKnown = book.isKnown();
      book.apply(more, i);
      if (book.isKnown() && !wasKnown && !first) {
        gap(lostNs, lastNs);
      } else if (!book.isKnown() && (wasKnown || first)) {
        lostNs = lastNs;
      }
      if (more.ends(i)) {
        endMessage();
      }
    }
  }

  /** What there is to say of the rows so far. */
  public QualityReport report() {
    List<Finding> all = new ArrayList<>(findings);
    Map<Finding.Kind, Long> allCounts = new EnumMap<>(Finding.Kind.class);
    allCounts.putAll(counts);
    if (crossedInRow > 0) {
      note(crossing(), allCounts, all);
    }
    return new QualityReport(rows, 0, allCounts, all, score());
  }

  private double score() {
    if (rows == 0) {
      return 0;
    }
    double spanNs = Math.max(1, lastNs - firstNs);
    return Math.clamp(1 - crossed / (double) messages - unknownNs / spanNs, 0, 1);
  }

  private void gap(long fromNs, long toNs) {
    unknownNs += toNs - fromNs;
    note(new Finding(Finding.Kind.GAP, fromNs, toNs, seconds(toNs - fromNs)), counts, findings);
  }

  private void endMessage() {
    messages++;
    if (book.isCrossed()) {
      crossed++;
      crossedFromNs = crossedInRow == 0 ? lastNs : crossedFromNs;
      crossedInRow++;
    } else if (crossedInRow > 0) {
      note(crossing(), counts, findings);
      crossedInRow = 0;
    }
  }

  private Finding crossing() {
    return new Finding(
        Finding.Kind.CROSSED, crossedFromNs, lastNs + 1, BigDecimal.valueOf(crossedInRow));
  }

  private static BigDecimal seconds(long ns) {
    return BigDecimal.valueOf(ns, 9).stripTrailingZeros();
  }

  private static void note(
      Finding finding, Map<Finding.Kind, Long> counts, List<Finding> findings) {
    counts.merge(finding.kind(), 1L, Long::sum);
    if (findings.size() < MAX_FINDINGS) {
      findings.add(finding);
    }
  }
}
