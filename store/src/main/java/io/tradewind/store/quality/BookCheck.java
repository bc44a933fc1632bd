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

  private final BookRows rows;
  private final BookReplay book = new BookReplay();
  private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
  private final List<Finding> findings = new ArrayList<>();
  private long messages;
  private long crossed;
  private long unknownNs;

  private BookCheck(BookRows rows) {
    this.rows = rows;
  }

  /** The quality of a recording. */
  public static QualityReport of(BookRows rows) {
    return new BookCheck(rows).report();
  }

  private QualityReport report() {
    long lostNs = Long.MIN_VALUE;
    int crossedFrom = -1;
    for (int i = 0; i < rows.size(); i++) {
      boolean wasKnown = book.isKnown();
      book.apply(rows, i);
      if (book.isKnown() && !wasKnown && i > 0) {
        gap(lostNs, rows.timeNs(i));
      } else if (!book.isKnown() && (wasKnown || i == 0)) {
        lostNs = rows.timeNs(i);
      }
      if (rows.ends(i)) {
        messages++;
        crossedFrom = crossed(i, crossedFrom);
      }
    }
    crossedEnds(rows.size() - 1, crossedFrom);
    return new QualityReport(rows.size(), 0, counts, findings, score());
  }

  private double score() {
    if (rows.size() == 0) {
      return 0;
    }
    double spanNs = Math.max(1, rows.timeNs(rows.size() - 1) - rows.timeNs(0));
    return Math.clamp(1 - crossed / (double) messages - unknownNs / spanNs, 0, 1);
  }

  private void gap(long fromNs, long toNs) {
    unknownNs += toNs - fromNs;
    note(new Finding(Finding.Kind.GAP, fromNs, toNs, seconds(toNs - fromNs)));
  }

  /** The row from which the book is crossed without a break; -1 if it is not. */
  private int crossed(int row, int from) {
    if (!book.isCrossed()) {
      crossedEnds(row, from);
      return -1;
    }
    crossed++;
    return from < 0 ? row : from;
  }

  private void crossedEnds(int row, int from) {
    if (from >= 0) {
      long count = 0;
      for (int i = from; i <= row; i++) {
        count += rows.ends(i) ? 1 : 0;
      }
      long last = book.isCrossed() ? count : count - 1;
      note(
          new Finding(
              Finding.Kind.CROSSED,
              rows.timeNs(from),
              rows.timeNs(row) + 1,
              BigDecimal.valueOf(last)));
    }
  }

  private static BigDecimal seconds(long ns) {
    return BigDecimal.valueOf(ns, 9).stripTrailingZeros();
  }

  private void note(Finding finding) {
    counts.merge(finding.kind(), 1L, Long::sum);
    if (findings.size() < MAX_FINDINGS) {
      findings.add(finding);
    }
  }
}
