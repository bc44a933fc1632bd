package io.tradewind.store.quality;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The quality of a history.
 *
 * @param rows candles or fundings that were looked at
 * @param missing those that gaps leave out
 * @param counts findings by kind, kinds without findings left out
 * @param findings the first of them, in order of their end
 * @param score 0 to 1, see {@link QualityCheck} and {@link FundingCheck}
 */
public record QualityReport(
    long rows, long missing, Map<Finding.Kind, Long> counts, List<Finding> findings, double score) {
  /** Copies the collections. */
  public QualityReport {
    EnumMap<Finding.Kind, Long> copy = new EnumMap<>(Finding.Kind.class);
    copy.putAll(counts);
    counts = java.util.Collections.unmodifiableMap(copy);
    findings = List.copyOf(findings);
  }

  /** How many findings of a kind. */
  public long count(Finding.Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }
}
