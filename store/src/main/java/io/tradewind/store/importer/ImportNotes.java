package io.tradewind.store.importer;

import java.util.List;

/**
 * What the reading of a file has to say beside its rows.
 *
 * @param brokenCount all broken lines
 * @param broken the first of them, as many as {@link ImportOptions#maxBrokenLines}
 * @param duplicates rows that repeat another of the file exactly; they are dropped
 * @param conflicts rows of one time (or trade id) with other values; the last stands, and each one
 *     that was dropped is among the broken lines
 * @param outOfOrder rows that stood behind a later one; they were sorted
 * @param truncated whether the file ends in the middle; what could be read was kept
 */
public record ImportNotes(
    long brokenCount,
    List<BrokenLine> broken,
    long duplicates,
    long conflicts,
    long outOfOrder,
    boolean truncated) {
  /** Copies the list. */
  public ImportNotes {
    broken = List.copyOf(broken);
  }
}
