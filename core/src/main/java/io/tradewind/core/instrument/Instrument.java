package io.tradewind.core.instrument;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.number.FixedPoint;
import java.util.List;

/**
 * An instrument as it stands in one session. The scales are units and never change while a session
 * or its journal lives; tick, lot, minimum notional and fees are dated {@linkplain TradingRules
 * rules}.
 *
 * @param id its name
 * @param priceScale prices are in {@code 10^-priceScale} of quote
 * @param qtyScale quantities and balances of base are in {@code 10^-qtyScale} of base
 * @param cashScale amounts of quote are in {@code 10^-cashScale}
 * @param rules at least one, rising in time; the first holds for all time before, too
 * @param margin what a perpetual must have behind it; without a meaning on a spot market
 */
public record Instrument(
    InstrumentId id,
    int priceScale,
    int qtyScale,
    int cashScale,
    List<TradingRules> rules,
    MarginTable margin) {

  /** Checks the ranges. */
  public Instrument {
    checkScale(priceScale);
    checkScale(qtyScale);
    checkScale(cashScale);
    rules = List.copyOf(rules);
    Check.argument(!rules.isEmpty(), "an instrument needs trading rules: %s", id);
    for (int i = 1; i < rules.size(); i++) {
      Check.argument(
          rules.get(i - 1).fromNs() < rules.get(i).fromNs(),
          "trading rules of %s must rise in time",
          id);
    }
  }

  /** With the {@linkplain MarginTable#standard standard} margins. */
  public Instrument(
      InstrumentId id, int priceScale, int qtyScale, int cashScale, List<TradingRules> rules) {
    this(id, priceScale, qtyScale, cashScale, rules, standard(cashScale));
  }

  private static MarginTable standard(int cashScale) {
    checkScale(cashScale);
    return MarginTable.standard(cashScale);
  }

  /** The rules at a time. */
  public TradingRules rulesAt(long timeNs) {
    for (int i = rules.size() - 1; i > 0; i--) {
      if (rules.get(i).fromNs() <= timeNs) {
        return rules.get(i);
      }
    }
    return rules.getFirst();
  }

  private static void checkScale(int scale) {
    Check.argument(
        scale >= 0 && scale <= FixedPoint.MAX_SCALE, "a scale is within 0..18, was %s", scale);
  }
}
