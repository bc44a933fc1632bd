package io.tradewind.store.series;

/**
 * What a scale has to satisfy: the most decimals of any value, and the largest value.
 *
 * @param decimals 0 to 18
 * @param maxMantissa of the largest value
 * @param maxDecimals of the largest value
 */
public record ColumnNeeds(int decimals, long maxMantissa, int maxDecimals) {
  /** Of no values. */
  public static final ColumnNeeds NONE = new ColumnNeeds(0, 0, 0);

  /** Of both together. */
  public ColumnNeeds and(ColumnNeeds other) {
    boolean mine =
        Decimals.compare(maxMantissa, maxDecimals, other.maxMantissa, other.maxDecimals) >= 0;
    return new ColumnNeeds(
        Math.max(decimals, other.decimals),
        mine ? maxMantissa : other.maxMantissa,
        mine ? maxDecimals : other.maxDecimals);
  }

  /** The largest scale up to {@code wanted} at which every value stays below 2^62. */
  public int fittingScale(int wanted) {
    return Decimals.fittingScale(wanted, maxMantissa, maxDecimals);
  }
}
