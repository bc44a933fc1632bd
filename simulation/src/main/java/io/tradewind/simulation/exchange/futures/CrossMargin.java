package io.tradewind.simulation.exchange.futures;

/**
 * What stands behind all cross positions of an asset.
 *
 * @param walletE8 without what stands behind isolated positions
 * @param openOrderMarginE8 of isolated positions too: it comes out of the same wallet
 * @param positions how many there are
 */
record CrossMargin(
    long walletE8,
    long unrealisedE8,
    long maintenanceE8,
    long positionMarginE8,
    long openOrderMarginE8,
    int positions) {

  /** What can be put behind something new; negative if there is not even enough. */
  long freeE8() {
    return walletE8 + unrealisedE8 - positionMarginE8 - openOrderMarginE8;
  }

  long availableE8() {
    return Math.max(0, freeE8());
  }

  /** Gains that are not realised do not leave. */
  long maxWithdrawE8() {
    return Math.max(0, Math.min(walletE8, availableE8()));
  }

  boolean isBeyond() {
    return positions > 0 && walletE8 + unrealisedE8 <= maintenanceE8;
  }
}
