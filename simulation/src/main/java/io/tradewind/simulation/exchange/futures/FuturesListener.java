package io.tradewind.simulation.exchange.futures;

import io.tradewind.simulation.exchange.LevelChange;

/**
 * Hears what happens while it happens: orders, trades and levels in the order in which they come
 * about, and wallets and positions after them. It must not command the exchange.
 */
public interface FuturesListener {
  /** To an account, of one of its orders. */
  void onOrder(OrderUpdate update);

  /** To an account, of one of its conditional orders. */
  void onAlgo(AlgoUpdate update);

  /** To an account, of its wallets and positions. */
  void onAccount(AccountUpdate update);

  /** To an account, of positions that may soon be liquidated. */
  void onMarginCall(MarginCall call);

  /** To an account, of its leverage. */
  void onConfig(ConfigUpdate update);

  /** To the world, after the updates of both orders. */
  void onTrade(MarketTrade trade);

  /** To the world. */
  void onLevel(LevelChange change);

  /**
   * To those who want to see retail price improvement, too: what its orders show at a price, beside
   * what the book shows there. Its ids are those of {@link FuturesExchange#rpiDepth}.
   */
  default void onRpiLevel(LevelChange change) {}

  /** To the world. */
  void onForceOrder(ForceOrder order);
}
