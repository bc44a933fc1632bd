package io.tradewind.simulation.exchange.futures;

import java.util.List;

/** What an account hears of its wallets and positions: those that have changed. */
public record AccountUpdate(
    long timeNs,
    long accountId,
    Reason reason,
    List<Wallet> wallets,
    List<PositionView> positions) {

  /**
   * A wallet.
   *
   * @param changeE8 what came or went beside profits and commissions
   */
  public record Wallet(String asset, long walletE8, long crossWalletE8, long changeE8) {}

  /** Why. */
  public enum Reason {
    DEPOSIT,
    WITHDRAW,
    ORDER,
    FUNDING_FEE,
    INSURANCE_CLEAR,
    MARGIN_TRANSFER,
    MARGIN_TYPE_CHANGE
  }
}
