package io.tradewind.core.risk.sizing;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.trade.Direction;

/** How far the price of a liquidation lies from that of the entry. */
@FunctionalInterface
public interface LiquidationDistance {

  /**
   * As a ratio of the entry price.
   *
   * @param leverage at least 1
   */
  double at(int leverage);

  /**
   * Of an isolated position whose margin is its notional over the leverage: a long is liquidated at
   * {@code entry * (1 - 1 / L) / (1 - m)}, a short at {@code entry * (1 + 1 / L) / (1 + m)}.
   * Source: Binance, "How to calculate liquidation price of USD-M futures contracts", for one
   * position in a tier without deduction, before fees.
   *
   * @param maintenance margin as a ratio of the notional, at least 0 and below 1
   */
  static LiquidationDistance isolated(Direction direction, double maintenance) {
    Check.argument(
        maintenance >= 0 && maintenance < 1, "maintenance must be in [0, 1), was %s", maintenance);
    return leverage -> (1.0 / leverage - maintenance) / (1 - direction.sign() * maintenance);
  }
}
