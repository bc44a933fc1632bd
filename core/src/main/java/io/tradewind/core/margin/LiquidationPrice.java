package io.tradewind.core.margin;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.number.FixedPoint;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;

/**
 * The price at which what stands behind a position in contracts is no more than its maintenance
 * margin. Pure and exact: the root of
 *
 * <pre>
 * backing + side * (qty * price - cost) = qty * price * rate - deduction
 * price = (side * cost - backing - deduction) / (qty * (side - rate))
 * </pre>
 *
 * in the tier in which {@code qty * price} lies, side being 1 for a long and -1 for a short. That
 * is the formula of Binance for USD-M contracts in one-way mode (binance.com, "How to Calculate
 * Liquidation Price of USD-M Futures Contracts", 2020: WB - TMM1 + UPNL1 is the backing, cum the
 * deduction). There the tier is that of the position as it stands; here it is the one of the root
 * itself, which is where the margin is asked for. The margin rises without steps, so there is one
 * root.
 *
 * <p>The root is rounded to the tick on the side from which the price comes to it, so that a
 * position is never liquidated later than at the exact root.
 */
public final class LiquidationPrice {
  private static final long MILLION = 1_000_000;

  private LiquidationPrice() {}

  /**
   * The price, on the tick; empty where no price can do it. A short that nothing stands behind any
   * more has 0: every price liquidates it. Prices beyond what a {@code long} holds are the last
   * tick that it does hold for a long, and never come for a short.
   *
   * @param qtyScaled quantity, negative for a short, not 0
   * @param costScaled what it cost or brought, in cash scale
   * @param backingScaled the isolated margin; or the cross wallet with the unrealised gains of the
   *     other cross positions, less their maintenance margins
   * @param tickScaled step of the price, above 0
   */
  public static OptionalLong of(
      Instrument instrument, long qtyScaled, long costScaled, long backingScaled, long tickScaled) {
    Check.argument(qtyScaled != 0, "qtyScaled must not be 0, was %s", qtyScaled);
    Check.argument(costScaled >= 0, "costScaled must be >= 0, was %s", costScaled);
    Check.argument(tickScaled > 0, "tickScaled must be > 0, was %s", tickScaled);
    boolean isLong = qtyScaled > 0;
    long least = isLong ? Math.subtractExact(costScaled, backingScaled) : costScaled;
    least = isLong ? least : Math.addExact(costScaled, backingScaled);
    MarginTier tier = tier(instrument.margin(), isLong, least);
    long amount = amount(tier, isLong, least);
    if (amount <= 0) {
      return isLong ? OptionalLong.empty() : OptionalLong.of(0);
    }
    OptionalLong ticks =
        ticks(instrument, amount, weight(tier, isLong), Math.abs(qtyScaled), tickScaled, isLong);
    long most = Long.MAX_VALUE / tickScaled;
    if (ticks.isEmpty() || ticks.getAsLong() > most) {
      return isLong ? OptionalLong.of(most * tickScaled) : OptionalLong.empty();
    }
    return OptionalLong.of(ticks.getAsLong() * tickScaled);
  }

  /** The first tier whose cap the notional at the root does not pass. */
  private static MarginTier tier(MarginTable table, boolean isLong, long least) {
    List<MarginTier> tiers = table.tiers();
    for (int i = 0; i < tiers.size() - 1; i++) {
      MarginTier tier = tiers.get(i);
      long amount = amount(tier, isLong, least);
      if (amount <= 0 || isAtMost(amount, MILLION, tier.capScaled(), weight(tier, isLong))) {
        return tier;
      }
    }
    return tiers.getLast();
  }

  /** The notional at the root times the weight. */
  private static long amount(MarginTier tier, boolean isLong, long least) {
    return isLong
        ? Math.subtractExact(least, tier.deductionScaled())
        : Math.addExact(least, tier.deductionScaled());
  }

  /** What of the notional is not margin for a long, or with it for a short, in millionths. */
  private static long weight(MarginTier tier, boolean isLong) {
    return isLong ? MILLION - tier.maintenancePpm() : MILLION + tier.maintenancePpm();
  }

  /** Whether {@code a * b <= c * d}, none of them negative, in 128 bits. */
  private static boolean isAtMost(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high < 0 || (high == 0 && Long.compareUnsigned(a * b, c * d) <= 0);
  }

  /** {@code amount / weight / qty / tick} in steps; empty where a long does not hold it. */
  private static OptionalLong ticks(
      Instrument instrument, long amount, long weight, long qty, long tick, boolean up) {
    int shift = instrument.priceScale() + instrument.qtyScale() - instrument.cashScale();
    long shared = BigInteger.valueOf(MILLION).gcd(BigInteger.valueOf(weight)).longValueExact();
    long factor = MILLION / shared;
    long steps = weight / shared;
    boolean narrow =
        shift >= 0
            && shift <= FixedPoint.MAX_SCALE
            && fits(factor, FixedPoint.pow10(shift))
            && fits(steps, tick)
            && fits(steps * tick, qty);
    if (!narrow) {
      return wide(amount, factor, steps, qty, tick, shift, up);
    }
    long multiplier = factor * FixedPoint.pow10(shift);
    long divisor = steps * tick * qty;
    if (Math.multiplyHigh(amount, multiplier) >= divisor >> 1) {
      return OptionalLong.empty();
    }
    RoundingMode rounding = up ? RoundingMode.CEILING : RoundingMode.FLOOR;
    return OptionalLong.of(FixedPoint.mulDiv(amount, multiplier, divisor, rounding));
  }

  private static boolean fits(long a, long b) {
    return Math.multiplyHigh(a, b) == 0 && a * b > 0;
  }

  private static OptionalLong wide(
      long amount, long factor, long steps, long qty, long tick, int shift, boolean up) {
    BigInteger scale = BigInteger.TEN.pow(Math.abs(shift));
    BigInteger over = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(factor));
    BigInteger under =
        BigInteger.valueOf(steps)
            .multiply(BigInteger.valueOf(tick))
            .multiply(BigInteger.valueOf(qty));
    over = shift >= 0 ? over.multiply(scale) : over;
    under = shift >= 0 ? under : under.multiply(scale);
    BigInteger[] parts = over.divideAndRemainder(under);
    BigInteger whole = up && parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    return whole.bitLength() < Long.SIZE
        ? OptionalLong.of(whole.longValueExact())
        : OptionalLong.empty();
  }
}
