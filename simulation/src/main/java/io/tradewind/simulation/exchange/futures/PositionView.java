package io.tradewind.simulation.exchange.futures;

import java.util.OptionalLong;

/**
 * A position as it stood at a moment, valued at the mark; amounts in the margin asset.
 *
 * @param amountE8 negative for a short
 * @param notionalE8 negative for a short
 * @param entryPriceE8 average of what opened it; 0 if it is flat
 * @param breakEvenPriceE8 with its commissions and what it has realised; 0 if it is flat
 * @param realisedE8 all profits ever, without commission
 */
public record PositionView(
    long accountId,
    String symbol,
    long amountE8,
    long entryPriceE8,
    long breakEvenPriceE8,
    long notionalE8,
    long unrealisedE8,
    long realisedE8,
    OptionalLong liquidationPriceE8,
    Config config,
    Margin margin,
    long updatedNs) {

  /**
   * What its owner has set.
   *
   * @param maxNotionalE8 how large it may be at its leverage
   */
  public record Config(MarginType marginType, int leverage, long maxNotionalE8) {}

  /**
   * What it takes.
   *
   * @param isolatedWalletE8 what was put behind it; 0 for cross
   * @param openOrderE8 what open orders would add to the initial margin
   * @param bidsE8 notional of open purchases that may open
   * @param asksE8 notional of open sales that may open
   */
  public record Margin(
      long isolatedWalletE8,
      long positionE8,
      long openOrderE8,
      long maintenanceE8,
      long bidsE8,
      long asksE8) {
    /** Position and open orders. */
    public long initialE8() {
      return positionE8 + openOrderE8;
    }
  }
}
