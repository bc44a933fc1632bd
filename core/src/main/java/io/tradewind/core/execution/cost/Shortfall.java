package io.tradewind.core.execution.cost;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import java.math.RoundingMode;

/**
 * What an order cost against the price at which it was decided: its implementation shortfall, in
 * cash scale, above 0 for a loss.
 *
 * <p>{@code delay} is from the decision to the mid at which the order arrived, {@code spread} from
 * there to the touch, {@code impact} from the touch to what was paid, {@code fee} what the venue
 * took, {@code opportunity} what the part that was not filled would have gained by the end; for a
 * sale with the signs turned. Each is rounded once; impact is what the others leave, so that the
 * parts add up to {@code filled quote - decision price * filled + fee + opportunity} exactly.
 *
 * <p>Source: A. F. Perold (1988), "The implementation shortfall: paper versus reality", Journal of
 * Portfolio Management 14; the split of the filled part follows R. Kissell (2006), "The expanded
 * implementation shortfall", Journal of Trading 1.
 */
public record Shortfall(
    long delayScaled,
    long spreadScaled,
    long impactScaled,
    long feeScaled,
    long opportunityScaled) {

  /**
   * What is known of an order, prices in price scale.
   *
   * @param askedScaled in quantity scale
   * @param filledScaled of it, in quantity scale
   * @param filledQuoteScaled price times quantity, slippage included, in cash scale
   * @param feeScaled in cash scale
   */
  public record Filled(
      Side side, long askedScaled, long filledScaled, long filledQuoteScaled, long feeScaled) {
    /** Checks the ranges. */
    public Filled {
      Check.argument(filledScaled >= 0, "filledScaled must be >= 0, was %s", filledScaled);
      Check.argument(filledScaled <= askedScaled, "filledScaled must be within what was asked for");
    }
  }

  /**
   * The prices that it is held against, in price scale.
   *
   * @param decisionScaled when it was decided
   * @param arrivalScaled the mid when it arrived
   * @param touchScaled the best price that it could take then
   * @param endScaled when it was over, for what was not filled
   */
  public record Prices(long decisionScaled, long arrivalScaled, long touchScaled, long endScaled) {}

  /** Splits it up. */
  public static Shortfall of(Instrument instrument, Filled order, Prices prices) {
    int sign = order.side().sign();
    long filled = order.filledScaled();
    long decided = value(instrument, prices.decisionScaled(), filled);
    long delay = sign * value(instrument, prices.arrivalScaled() - prices.decisionScaled(), filled);
    long spread = sign * value(instrument, prices.touchScaled() - prices.arrivalScaled(), filled);
    long all = sign * Math.subtractExact(order.filledQuoteScaled(), decided);
    long opportunity =
        sign
            * value(
                instrument,
                prices.endScaled() - prices.decisionScaled(),
                order.askedScaled() - filled);
    return new Shortfall(delay, spread, all - delay - spread, order.feeScaled(), opportunity);
  }

  private static long value(Instrument instrument, long priceScaled, long qtyScaled) {
    return FixedPoint.multiply(
        priceScaled,
        instrument.priceScale(),
        qtyScaled,
        instrument.qtyScale(),
        instrument.cashScale(),
        RoundingMode.HALF_EVEN);
  }

  /** All of it. */
  public long totalScaled() {
    return delayScaled + spreadScaled + impactScaled + feeScaled + opportunityScaled;
  }

  /** What was paid of it; the opportunity that was missed is no cost in the books. */
  public CostBreakdown costs() {
    return new CostBreakdown(feeScaled, spreadScaled, delayScaled, impactScaled, 0, 0, 0, 0);
  }
}
