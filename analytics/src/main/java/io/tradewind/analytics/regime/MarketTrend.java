package io.tradewind.analytics.regime;

/** Which way the market goes, and by what sizes are multiplied for it. */
public enum MarketTrend {
  /** Up: longs a tenth larger, shorts a tenth smaller. */
  BULL(1.1, 0.9),
  /** Down: longs a tenth smaller, shorts a tenth larger. */
  BEAR(0.9, 1.1),
  /** Neither, or not known yet: sizes as they are. */
  NONE(1, 1);

  private final double longFactor;
  private final double shortFactor;

  MarketTrend(double longFactor, double shortFactor) {
    this.longFactor = longFactor;
    this.shortFactor = shortFactor;
  }

  /** For the size of a long. */
  public double longFactor() {
    return longFactor;
  }

  /** For the size of a short. */
  public double shortFactor() {
    return shortFactor;
  }
}
