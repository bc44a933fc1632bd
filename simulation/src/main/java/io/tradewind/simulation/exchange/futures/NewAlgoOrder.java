package io.tradewind.simulation.exchange.futures;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.Optional;

/**
 * A conditional order that somebody wants to place.
 *
 * @param clientAlgoId what its owner calls it, and what its order will be called
 * @param priceProtect it is rejected where mark and last price are too far apart
 */
public record NewAlgoOrder(
    String symbol,
    String clientAlgoId,
    Side side,
    PositionSide positionSide,
    AlgoCondition condition,
    AlgoAction action,
    PriceSource source,
    boolean priceProtect,
    Optional<SelfTradeMode> selfTradeMode) {

  public NewAlgoOrder {
    boolean trails = condition instanceof AlgoCondition.Trailing;
    boolean market =
        action instanceof AlgoAction.Place place && place.terms() instanceof OrderTerms.Market;
    Check.argument(!trails || market, "what trails places market orders, was %s", action);
  }

  /** In one-way mode on the last price, without protection. */
  public NewAlgoOrder(
      String symbol, String clientAlgoId, Side side, AlgoCondition condition, AlgoAction action) {
    this(
        symbol,
        clientAlgoId,
        side,
        PositionSide.BOTH,
        condition,
        action,
        PriceSource.CONTRACT,
        false,
        Optional.empty());
  }

  /** Its kind. */
  public AlgoType type() {
    boolean limit =
        action instanceof AlgoAction.Place place && place.terms() instanceof OrderTerms.Limit;
    return switch (condition) {
      case AlgoCondition.Stop _ -> limit ? AlgoType.STOP : AlgoType.STOP_MARKET;
      case AlgoCondition.TakeProfit _ -> limit ? AlgoType.TAKE_PROFIT : AlgoType.TAKE_PROFIT_MARKET;
      case AlgoCondition.Trailing _ -> AlgoType.TRAILING_STOP_MARKET;
    };
  }

  boolean closesPosition() {
    return action instanceof AlgoAction.ClosePosition;
  }
}
