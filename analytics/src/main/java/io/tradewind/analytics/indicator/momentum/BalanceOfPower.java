package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;

/**
 * Balance of power, -1 to 1: {@code (close - open) / (high - low)}; 0 without any range. Ready
 * after 1 bar. Source: I. Livshin (2001), "Balance of Market Power", Stocks &amp; Commodities
 * 19(8), without his smoothing. As TA-Lib's BOP.
 */
public final class BalanceOfPower extends BarIndicator {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "balance-of-power", "Balance of power: body against range, -1 to 1")
          .source("I. Livshin (2001), Balance of Market Power, Stocks & Commodities 19(8)")
          .taLib("BOP")
          .output("balance-of-power", Unit.NUMBER)
          .makes(values -> new BalanceOfPower());

  /** Of each bar. */
  public BalanceOfPower() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double range = high - low;
    return publish(range == 0 ? 0.0 : (close - open) / range);
  }
}
