package io.tradewind.store.series;

/**
 * The scales in which a series is read. They come from the whole series and not from the range that
 * is asked for, so that two ranges of one series can be joined.
 *
 * @param price the most decimals that any price needs, less only where the largest price would not
 *     stay below 2^62; prices are then rounded half to even
 * @param volume 8, less where the largest volume would not stay below 2^62; volumes are rounded
 *     half to even
 */
public record Scales(int price, int volume) {
  /** Decimals of a volume that no venue exceeds. */
  public static final int MAX_VOLUME_SCALE = 8;

  /** The scales of a series. */
  public static Scales of(ColumnNeeds price, ColumnNeeds volume) {
    return new Scales(price.fittingScale(price.decimals()), volume.fittingScale(MAX_VOLUME_SCALE));
  }
}
