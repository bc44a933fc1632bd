package io.tradewind.app.run;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.time.Utc;
import java.util.Optional;

/** What of the funding of a run's perpetual is not known, and so is not charged. */
final class FundingNotices {
  /** No large venue waits longer from one funding to the next. */
  private static final long LONGEST_NS = 8 * 3_600 * Utc.SECOND_NS;

  private FundingNotices() {}

  /** A sentence on it, empty where there is nothing to say. */
  static Optional<String> describe(InstrumentId id, Optional<FundingColumns> funding, Span span) {
    if (id.market() == Market.SPOT) {
      return Optional.empty();
    }
    FundingColumns known = funding.orElseGet(FundingColumns::empty);
    int from = known.firstRowFrom(span.fromNs());
    int to = known.firstRowFrom(span.toNs());
    if (from >= to) {
      return Optional.of(
          id
              + ": no funding is known"
              + (known.size() > 0 ? " in the span that is traded" : "")
              + ", so none is charged; import it with: tradewind data import FILE --kind funding,"
              + " or name a file with "
              + Catalogue.FUNDING.flag());
    }
    return gaps(id, known, from, to, span);
  }

  private static Optional<String> gaps(
      InstrumentId id, FundingColumns known, int from, int to, Span span) {
    long count = 0;
    long longestNs = 0;
    long longestAtNs = 0;
    for (int row = from; row <= to; row++) {
      long beginNs = row == from ? span.fromNs() : known.timeNs(row - 1);
      long gapNs = (row == to ? span.toNs() : known.timeNs(row)) - beginNs;
      if (gapNs > LONGEST_NS) {
        count++;
        longestAtNs = gapNs > longestNs ? beginNs : longestAtNs;
        longestNs = Math.max(longestNs, gapNs);
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(
            Text.of(
                "%s: %s of more than 8 hours in the funding, for which none is charged, the longest"
                    + " %s from %s",
                id, Text.count(count, "gap"), Gaps.length(longestNs), Utc.format(longestAtNs)));
  }
}
