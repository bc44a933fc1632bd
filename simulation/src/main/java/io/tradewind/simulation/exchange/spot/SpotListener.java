package io.tradewind.simulation.exchange.spot;

import io.tradewind.simulation.exchange.LevelChange;

/**
 * Hears what happens while it happens: of each action its execution reports, trades and levels in
 * the order in which they come about, a list's report after those of its orders, and at the end one
 * position of each account that was touched. It must not command the exchange.
 */
public interface SpotListener {
  /** To an account, of one of its orders. */
  void onExecution(ExecutionReport report);

  /** To an account, of one of its lists. */
  void onList(ListReport report);

  /** To an account, at the end of an action. */
  void onPosition(AccountPosition position);

  /** To an account, of a deposit or withdrawal; the position follows. */
  void onBalance(BalanceUpdate update);

  /** To the world, after both execution reports. */
  void onTrade(MarketTrade trade);

  /** To the world. */
  void onLevel(LevelChange change);
}
