package io.tradewind.store.catalog;

/**
 * What a merge did.
 *
 * @param added rows that were not there before
 * @param unchanged rows that were there with the same values
 * @param replaced rows that were there with other values
 */
public record MergeReport(long added, long unchanged, long replaced) {
  /** Nothing. */
  public static final MergeReport NONE = new MergeReport(0, 0, 0);

  /** Both together. */
  public MergeReport plus(MergeReport other) {
    return new MergeReport(
        added + other.added, unchanged + other.unchanged, replaced + other.replaced);
  }

  /** Whether files were written. */
  public boolean isChange() {
    return added + replaced > 0;
  }
}
