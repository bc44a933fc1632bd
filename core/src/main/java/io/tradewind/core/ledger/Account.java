package io.tradewind.core.ledger;

/** The accounts of the ledger; each exists for every asset. */
public enum Account {
  /** What is held: money, coins, contracts. */
  WALLET,
  /** The other side of every trade. What it lacks in value is what was gained. */
  MARKET,
  /** Fees paid. */
  FEES,
  /** Slippage, spread and impact. */
  SLIPPAGE,
  /** Funding paid. */
  FUNDING,
  /** Where the money came from. */
  CAPITAL,
  /** Money that is set aside for isolated positions. */
  MARGIN,
  /** Losses beyond the margin, which the venue's insurance bore. */
  INSURANCE
}
