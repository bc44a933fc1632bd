package io.tradewind.simulation.exchange.futures;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.Optional;

/**
 * An order that somebody wants to place.
 *
 * @param clientOrderId what its owner calls it, of no other open order of his on the symbol
 * @param reduceOnly it never opens a position
 * @param selfTradeMode the listing's where it is empty; counts for good till cancelled, immediate
 *     or cancel and market orders
 * @param priceMatch where its price was taken from, by whoever made the terms
 * @param retail not sent by a program, so that it also takes from orders of RPI
 */
public record NewOrder(
    String symbol,
    String clientOrderId,
    Side side,
    PositionSide positionSide,
    OrderTerms terms,
    boolean reduceOnly,
    Optional<SelfTradeMode> selfTradeMode,
    PriceMatch priceMatch,
    boolean retail) {

  /** Sent by a program. */
  public NewOrder(
      String symbol,
      String clientOrderId,
      Side side,
      PositionSide positionSide,
      OrderTerms terms,
      boolean reduceOnly,
      Optional<SelfTradeMode> selfTradeMode,
      PriceMatch priceMatch) {
    this(
        symbol,
        clientOrderId,
        side,
        positionSide,
        terms,
        reduceOnly,
        selfTradeMode,
        priceMatch,
        false);
  }

  /** With a price of its own. */
  public NewOrder(
      String symbol,
      String clientOrderId,
      Side side,
      PositionSide positionSide,
      OrderTerms terms,
      boolean reduceOnly,
      Optional<SelfTradeMode> selfTradeMode) {
    this(
        symbol,
        clientOrderId,
        side,
        positionSide,
        terms,
        reduceOnly,
        selfTradeMode,
        PriceMatch.NONE);
  }

  /** In one-way mode, with the listing's self-trade prevention. */
  public NewOrder(
      String symbol, String clientOrderId, Side side, OrderTerms terms, boolean reduceOnly) {
    this(symbol, clientOrderId, side, PositionSide.BOTH, terms, reduceOnly, Optional.empty());
  }

  /** The same, sent by a person. */
  public NewOrder ofRetail() {
    return with(terms, true);
  }

  NewOrder withTerms(OrderTerms value) {
    return with(value, retail);
  }

  private NewOrder with(OrderTerms value, boolean person) {
    return new NewOrder(
        symbol,
        clientOrderId,
        side,
        positionSide,
        value,
        reduceOnly,
        selfTradeMode,
        priceMatch,
        person);
  }
}
