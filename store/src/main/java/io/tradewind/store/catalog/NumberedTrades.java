package io.tradewind.store.catalog;

/**
 * Stored trades whose numbers follow each other without a gap.
 *
 * @param firstNs time of the earliest, epoch nanoseconds
 * @param lastNs time of the latest, epoch nanoseconds
 */
public record NumberedTrades(long firstId, long firstNs, long lastId, long lastNs) {
  boolean isFollowedBy(NumberedTrades next) {
    return lastId + 1 == next.firstId;
  }

  NumberedTrades and(NumberedTrades next) {
    return new NumberedTrades(firstId, firstNs, next.lastId, next.lastNs);
  }
}
