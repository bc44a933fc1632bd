package io.tradewind.core.strategy;

/** A trade of the market as a strategy sees it. Valid during the call only. */
public interface TradeContext extends TickContext {

  /** Price in quote. */
  double price();

  /** Quantity of base. */
  double qty();

  /** Price, exact, in the instrument's price scale. */
  long priceScaled();

  /** Quantity, exact, in the instrument's quantity scale. */
  long qtyScaled();

  /** Whether the buyer took liquidity. */
  boolean buyerIsAggressor();
}
