package io.tradewind.core.execution;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The quantities that a venue takes: on the lot, and over its minimums at a price. Pure. */
public final class Lots {
  private final TradingRules rules;
  private final int surplus;
  private final long roomyNotionalScaled;

  /**
   * @param notionalReserve by how much a part must be over the minimum notional, as a ratio of it
   */
  public Lots(Instrument instrument, TradingRules rules, double notionalReserve) {
    this.rules = rules;
    this.surplus = instrument.qtyScale() + instrument.priceScale() - instrument.cashScale();
    this.roomyNotionalScaled = (long) Math.ceil(rules.minNotionalScaled() * (1 + notionalReserve));
  }

  /** Down to the lot. */
  public long down(long qtyScaled) {
    return FixedPoint.toStep(qtyScaled, rules.lotScaled(), RoundingMode.FLOOR);
  }

  /** The smallest quantity that the venue takes at a price. */
  public long smallest(long priceScaled) {
    return smallest(rules.minNotionalScaled(), priceScaled);
  }

  /** {@link #smallest} with the reserve. */
  public long roomy(long priceScaled) {
    return smallest(roomyNotionalScaled, priceScaled);
  }

  private long smallest(long notionalScaled, long priceScaled) {
    long qty = Math.max(rules.minQtyScaled(), forNotional(notionalScaled, priceScaled));
    long onLot = FixedPoint.toStep(qty, rules.lotScaled(), RoundingMode.CEILING);
    return Math.max(onLot, rules.lotScaled());
  }

  /** The quantity in quantity scale of which price times quantity is the notional, rounded up. */
  private long forNotional(long notionalScaled, long priceScaled) {
    if (surplus >= 0 && surplus <= FixedPoint.MAX_SCALE) {
      return FixedPoint.mulDiv(
          notionalScaled, FixedPoint.pow10(surplus), priceScaled, RoundingMode.CEILING);
    }
    return BigDecimal.valueOf(notionalScaled, -surplus)
        .divide(BigDecimal.valueOf(priceScaled), 0, RoundingMode.CEILING)
        .longValueExact();
  }

  /**
   * What to place where a part is due: on the lot, not under the minimum, and so that what is left
   * can follow. A rest that could not is joined to this part.
   *
   * @param dueScaled what should be placed by now
   * @param unplacedScaled all that is not placed yet
   * @return 0 where the part must wait until it is larger
   */
  public long joined(long dueScaled, long unplacedScaled, long priceScaled) {
    long whole = down(unplacedScaled);
    long roomy = roomy(priceScaled);
    long qty = down(Math.min(dueScaled, unplacedScaled));
    if (qty > 0 && whole - qty < roomy) {
      qty = whole;
    }
    return isPlaceable(qty, whole, roomy, priceScaled) ? qty : 0;
  }

  /** {@link #joined}, but never more than is due: a rest that could not follow is kept larger. */
  public long within(long dueScaled, long unplacedScaled, long priceScaled) {
    long whole = down(unplacedScaled);
    long roomy = roomy(priceScaled);
    long qty = down(Math.min(dueScaled, unplacedScaled));
    if (qty < whole && whole - qty < roomy) {
      qty = whole - roomy;
    }
    return isPlaceable(qty, whole, roomy, priceScaled) ? qty : 0;
  }

  private boolean isPlaceable(long qty, long whole, long roomy, long priceScaled) {
    return qty >= (qty == whole ? smallest(priceScaled) : roomy);
  }
}
