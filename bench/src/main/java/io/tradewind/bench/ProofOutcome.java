package io.tradewind.bench;

import io.tradewind.core.risk.Refusal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How bad the worst moments of a run were. Losses are above 0.
 *
 * @param trades that were closed
 * @param leveraged how often a position was set to leverage over 1
 * @param liquidations positions that a venue took over
 * @param collapses days that came to the limit that closes everything
 * @param worstTrade loss of one trade over the equity before it
 * @param worstDay loss of a UTC day at its worst close over the equity at its midnight
 * @param drawdown from the peak, by closes
 * @param excess the most that a day was over the limit that closes everything
 * @param share the most of one candle's gap that an excess took
 * @param unexplained the most that a day's loss was over what the limit and one candle's gap allow;
 *     below 0 where none was
 * @param result of the whole run
 * @param refusals signals that were refused, by reason
 */
record ProofOutcome(
    int trades,
    int leveraged,
    int liquidations,
    int collapses,
    double worstTrade,
    double worstDay,
    double drawdown,
    double excess,
    double share,
    double unexplained,
    double result,
    Map<Refusal, Integer> refusals) {
  /** Keeps a copy. */
  ProofOutcome {
    refusals = Collections.unmodifiableSortedMap(new TreeMap<>(refusals));
  }
}
