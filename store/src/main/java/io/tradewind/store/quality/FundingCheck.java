package io.tradewind.store.quality;

import io.tradewind.core.time.Utc;
import io.tradewind.store.series.FundingRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the fundings of a perpetual and says what is wrong.
 *
 * <p>Venues exchange funding every 8, 4 or 1 hours and change between them now and then, so the
 * rhythm is taken from the neighbours: a step from one funding to the next is a gap where it is
 * longer than both the step before and the step behind it, or than the longest that is usual. What
 * is missing is reckoned by the longer of those two steps. Steps are of full hours.
 *
 * <p>The score is {@code 1 - bad / (rows + missing)}, not below 0, and 0 without rows. A funding
 * that is missing, stands twice, has an absurd rate or is not of a full hour adds 1 to {@code bad},
 * and none adds more.
 */
public final class FundingCheck {
  private static final long HOUR_NS = 3_600 * Utc.SECOND_NS;
  private static final long MINUTE_NS = 60 * Utc.SECOND_NS;

  private final FundingRows rows;
  private final FundingThresholds limits;
  private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
  private final List<Finding> findings = new ArrayList<>();
  private long missing;
  private long bad;

  private FundingCheck(FundingRows rows, FundingThresholds limits) {
    this.rows = rows;
    this.limits = limits;
  }

  /** The quality of a history. */
  public static QualityReport of(FundingRows rows, FundingThresholds limits) {
    return new FundingCheck(rows, limits).report();
  }

  private QualityReport report() {
    for (int i = 0; i < rows.size(); i++) {
      gap(i);
      boolean twice = i > 0 && minuteNs(i) == minuteNs(i - 1);
      boolean absurd = rows.rateValue(i).abs().compareTo(limits.maxRate()) > 0;
      long pastHourNs = Math.floorMod(minuteNs(i), HOUR_NS);
      if (twice) {
        find(Finding.Kind.DUPLICATE, i, BigDecimal.ONE);
      }
      if (absurd) {
        find(Finding.Kind.ABSURD_RATE, i, rows.rateValue(i));
      }
      if (pastHourNs != 0) {
        find(Finding.Kind.OFF_HOUR, i, BigDecimal.valueOf(pastHourNs / MINUTE_NS));
      }
      bad += twice || absurd || pastHourNs != 0 ? 1 : 0;
    }
    double all = rows.size() + missing;
    double score = rows.size() == 0 ? 0 : Math.max(0, 1 - bad / all);
    return new QualityReport(rows.size(), missing, counts, findings, score);
  }

  private void gap(int row) {
    long stepNs = stepNs(row);
    long usualNs = Math.min(limits.longestNs(), Math.max(stepNs(row - 1), stepNs(row + 1)));
    if (usualNs == 0) {
      usualNs = limits.longestNs();
    }
    if (stepNs > usualNs) {
      long lost = (stepNs - 1) / usualNs;
      missing += lost;
      bad += lost;
      note(
          new Finding(
              Finding.Kind.GAP, hourNs(row - 1) + usualNs, hourNs(row), BigDecimal.valueOf(lost)));
    }
  }

  /** From the funding before to this one; 0 where there is none. */
  private long stepNs(int row) {
    return row <= 0 || row >= rows.size() ? 0 : hourNs(row) - hourNs(row - 1);
  }

  private long hourNs(int row) {
    return Math.floorDiv(rows.timeNs(row), HOUR_NS) * HOUR_NS;
  }

  private long minuteNs(int row) {
    return FundingRows.minuteNs(rows.timeNs(row));
  }

  private void find(Finding.Kind kind, int row, BigDecimal value) {
    note(new Finding(kind, minuteNs(row), minuteNs(row) + MINUTE_NS, value));
  }

  private void note(Finding finding) {
    counts.merge(finding.kind(), 1L, Long::sum);
    if (findings.size() < limits.maxFindings()) {
      findings.add(finding);
    }
  }
}
