package io.tradewind.core.trade;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/**
 * A trade from flat to flat. Money is in the instrument's cash scale, costs are positive where they
 * were paid.
 *
 * @param instrument what was traded
 * @param strategy who wanted it
 * @param direction long or short
 * @param qtyScaled how much was opened, in quantity scale
 * @param entryTimeNs first fill
 * @param exitTimeNs last fill
 * @param entryQuoteScaled price times quantity of all fills that opened, before costs
 * @param exitQtyScaled how much was closed; less than was opened by what stayed behind as dust
 * @param exitQuoteScaled price times quantity of all fills that closed, before costs
 * @param feesScaled fees, those in base at the price of their fill
 * @param slippageScaled slippage, spread and impact
 * @param fundingScaled funding paid
 * @param profitScaled the result after all costs
 * @param riskScaled what the first stop would have lost, 0 where there was no stop
 * @param reason why it ended
 * @param entryReason the signal's words
 */
public record ClosedTrade(
    Instrument instrument,
    String strategy,
    Direction direction,
    long qtyScaled,
    long entryTimeNs,
    long exitTimeNs,
    long entryQuoteScaled,
    long exitQtyScaled,
    long exitQuoteScaled,
    long feesScaled,
    long slippageScaled,
    long fundingScaled,
    long profitScaled,
    long riskScaled,
    ExitReason reason,
    String entryReason) {

  /** Quote paid for one base, exact for a single fill, else to 4 digits more than prices have. */
  public BigDecimal entryPrice() {
    return average(entryQuoteScaled, qtyScaled);
  }

  /** Quote received for one base, as {@link #entryPrice}. */
  public BigDecimal exitPrice() {
    return average(exitQuoteScaled, exitQtyScaled);
  }

  /** In base. */
  public BigDecimal qty() {
    return FixedPoint.toDecimal(qtyScaled, instrument.qtyScale());
  }

  /** In quote, after all costs. */
  public BigDecimal profit() {
    return FixedPoint.toDecimal(profitScaled, instrument.cashScale());
  }

  /** Profit as a ratio of what was paid at the entry: 0.05 is five percent. */
  public double profitRatio() {
    return (double) profitScaled / entryQuoteScaled;
  }

  /** Profit in units of the risk that was taken, empty where there was no stop. */
  public OptionalDouble r() {
    return riskScaled == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) profitScaled / riskScaled);
  }

  /** The price on the grid that gives the very quote, as one fill does; else the average. */
  private BigDecimal average(long quoteScaled, long qty) {
    if (qty == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal quote = FixedPoint.toDecimal(quoteScaled, instrument.cashScale());
    BigDecimal base = FixedPoint.toDecimal(qty, instrument.qtyScale());
    BigDecimal onGrid = quote.divide(base, instrument.priceScale(), RoundingMode.HALF_EVEN);
    boolean exact =
        onGrid
                .multiply(base)
                .setScale(instrument.cashScale(), RoundingMode.HALF_EVEN)
                .compareTo(quote)
            == 0;
    BigDecimal price =
        exact ? onGrid : quote.divide(base, instrument.priceScale() + 4, RoundingMode.HALF_EVEN);
    return price.signum() == 0 ? BigDecimal.ZERO : price.stripTrailingZeros();
  }
}
