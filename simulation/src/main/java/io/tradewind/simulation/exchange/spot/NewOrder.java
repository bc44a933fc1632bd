package io.tradewind.simulation.exchange.spot;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.Optional;

/**
 * An order that somebody wants to place.
 *
 * @param clientOrderId what its owner calls it, of no other open order of his on the symbol
 * @param selfTradeMode the listing's where it is empty
 */
public record NewOrder(
    String symbol,
    String clientOrderId,
    Side side,
    OrderTerms terms,
    Optional<SelfTradeMode> selfTradeMode,
    Strategy strategy) {

  /** Without labels, and with the listing's self-trade prevention. */
  public NewOrder(String symbol, String clientOrderId, Side side, OrderTerms terms) {
    this(symbol, clientOrderId, side, terms, Optional.empty(), Strategy.NONE);
  }

  /** The same with a mode of self-trade prevention. */
  public NewOrder withSelfTradeMode(SelfTradeMode mode) {
    return new NewOrder(symbol, clientOrderId, side, terms, Optional.of(mode), strategy);
  }

  NewOrder withClientOrderId(String id) {
    return new NewOrder(symbol, id, side, terms, selfTradeMode, strategy);
  }
}
