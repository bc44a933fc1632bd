package io.tradewind.simulation.exchange.spot;

/** The kinds of orders. */
public enum OrderType {
  LIMIT,
  MARKET,
  STOP_LOSS,
  STOP_LOSS_LIMIT,
  TAKE_PROFIT,
  TAKE_PROFIT_LIMIT,
  LIMIT_MAKER;

  /** Whether it waits for a price before it comes to the book. */
  public boolean isContingent() {
    return switch (this) {
      case STOP_LOSS, STOP_LOSS_LIMIT, TAKE_PROFIT, TAKE_PROFIT_LIMIT -> true;
      case LIMIT, MARKET, LIMIT_MAKER -> false;
    };
  }
}
