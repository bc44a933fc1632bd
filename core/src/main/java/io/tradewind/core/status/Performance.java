package io.tradewind.core.status;

import io.tradewind.analytics.check.Check;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What closed trades brought, after all costs, in quote.
 *
 * @param trades how many were closed
 * @param wins how many of them brought more than 0
 * @param won sum of the results above 0
 * @param lost sum of the others, 0 or less
 * @param best the highest result of one; empty before the first
 * @param worst the lowest result of one; empty before the first
 */
public record Performance(
    long trades,
    long wins,
    BigDecimal won,
    BigDecimal lost,
    Optional<BigDecimal> best,
    Optional<BigDecimal> worst) {
  private static final int RATIO_SCALE = 4;

  /** Nothing was closed. */
  public static final Performance NONE =
      new Performance(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), Optional.empty());

  /** Checks the counts and signs. */
  public Performance {
    Check.argument(0 <= wins && wins <= trades, "%d wins of %d trades", wins, trades);
    Check.argument(won.signum() >= 0, "won must be >= 0, was %s", won);
    Check.argument(lost.signum() <= 0, "lost must be <= 0, was %s", lost);
  }

  /** Sum of all results. */
  public BigDecimal result() {
    return won.add(lost);
  }

  /** Share of trades that brought more than 0, with 4 digits; empty before the first. */
  public Optional<BigDecimal> winRate() {
    return ratio(BigDecimal.valueOf(wins), BigDecimal.valueOf(trades), RATIO_SCALE);
  }

  /** Mean result of a trade, with 4 digits more than the results have; empty before the first. */
  public Optional<BigDecimal> averageResult() {
    BigDecimal result = result();
    return ratio(result, BigDecimal.valueOf(trades), Math.max(0, result.scale()) + RATIO_SCALE);
  }

  /** What was won for each 1 that was lost, with 4 digits; empty while nothing was lost. */
  public Optional<BigDecimal> profitFactor() {
    return ratio(won, lost.negate(), RATIO_SCALE);
  }

  private static Optional<BigDecimal> ratio(BigDecimal part, BigDecimal whole, int scale) {
    return whole.signum() == 0
        ? Optional.empty()
        : Optional.of(part.divide(whole, scale, RoundingMode.HALF_EVEN));
  }
}
