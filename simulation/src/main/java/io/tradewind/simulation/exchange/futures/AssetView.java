package io.tradewind.simulation.exchange.futures;

/**
 * What an account has of a margin asset.
 *
 * @param walletE8 without what is not realised
 * @param crossWalletE8 without what stands behind isolated positions
 * @param availableE8 what can be put behind new orders, at least 0
 * @param maxWithdrawE8 what can be taken out, at least 0
 */
public record AssetView(
    String asset,
    long walletE8,
    long unrealisedE8,
    long crossWalletE8,
    long crossUnrealisedE8,
    long maintenanceE8,
    long positionMarginE8,
    long openOrderMarginE8,
    long availableE8,
    long maxWithdrawE8) {

  /** Wallet with what is not realised. */
  public long marginBalanceE8() {
    return walletE8 + unrealisedE8;
  }

  /** Positions and open orders. */
  public long initialMarginE8() {
    return positionMarginE8 + openOrderMarginE8;
  }
}
