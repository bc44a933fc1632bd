package io.tradewind.core.risk.sizing;

/**
 * What sizing rules look at beside the account. NaN is what is not known; a rule that needs it
 * denies.
 *
 * @param confidence of the signal, 0 to 1
 * @param volatility standard deviation of a day's returns as a ratio, 0.03 being three percent
 * @param atr average true range in quote
 * @param regime what the wish is multiplied by for bull and bear, 1 without; see {@code
 *     MarketTrend}
 * @param risk what {@link DynamicRisk} leaves of a size, above 0 and at most 1
 * @param trades the strategy's own record
 */
public record Evidence(
    double confidence,
    double volatility,
    double atr,
    double regime,
    double risk,
    TradeRecord trades) {
  /** Nothing is known, and nothing is changed for it. */
  public static final Evidence NONE =
      new Evidence(Double.NaN, Double.NaN, Double.NaN, 1, 1, TradeRecord.NONE);
}
