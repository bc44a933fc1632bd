package io.tradewind.research.report;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.trade.ClosedTrade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Exact decimals as reports show them: no trailing zeros, no exponent. */
public final class Decimals {
  private static final int PERCENT_DIGITS = 10;

  private Decimals() {}

  /** The same value in its shortest form; whole numbers have scale 0. */
  public static BigDecimal canonical(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  /** A double's digits, absent where it is no number. */
  static Optional<BigDecimal> finite(double value) {
    return Double.isFinite(value)
        ? Optional.of(canonical(BigDecimal.valueOf(value)))
        : Optional.empty();
  }

  /** A scaled value as a decimal. */
  public static BigDecimal of(long scaled, int scale) {
    return canonical(FixedPoint.toDecimal(scaled, scale));
  }

  /** An amount in a trade's cash scale. */
  static BigDecimal money(ClosedTrade trade, long scaled) {
    return of(scaled, trade.instrument().cashScale());
  }

  /** Profit in percent of what was paid at the entry, to 10 digits: 5 is 5 %. */
  static Optional<BigDecimal> profitPercent(ClosedTrade trade) {
    if (trade.entryQuoteScaled() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        canonical(
            BigDecimal.valueOf(trade.profitScaled(), -2)
                .divide(
                    BigDecimal.valueOf(trade.entryQuoteScaled()),
                    PERCENT_DIGITS,
                    RoundingMode.HALF_EVEN)));
  }

  /** Profit over the risk that was taken, as a double's shortest digits. */
  static Optional<BigDecimal> r(ClosedTrade trade) {
    return trade.r().stream().mapToObj(r -> canonical(BigDecimal.valueOf(r))).findFirst();
  }
}
