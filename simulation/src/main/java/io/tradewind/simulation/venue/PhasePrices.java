package io.tradewind.simulation.venue;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import java.util.List;

/** Whether, and at what price, an order fills in a phase of a candle. Pure. */
final class PhasePrices {
  /** No price. */
  static final long NONE = Long.MIN_VALUE;

  private final List<Instrument> instruments;

  PhasePrices(List<Instrument> instruments) {
    this.instruments = instruments;
  }

  /** The price at which the order fills in this phase, {@link #NONE} if it does not. */
  long at(Phase phase, RestingOrder order, CandleColumns rows, int row) {
    RestingOrder.Kind kind = order.kind();
    long open = rows.open(row);
    return switch (phase) {
      case OPEN_EXIT ->
          kind == RestingOrder.Kind.MARKET && order.intent().reduceOnly() ? open : NONE;
      case OPEN_ENTRY ->
          kind == RestingOrder.Kind.MARKET && !order.intent().reduceOnly() ? open : NONE;
      case OPEN_STOP -> order.isStop() && order.isReachedBy(open) ? open : NONE;
      case OPEN_LIMIT -> {
        RestingOrder leg = order.passiveLeg();
        yield leg.isPassive() && leg.isReachedBy(open) && !hasShown(order, rows, row) ? open : NONE;
      }
      case STOP -> order.isStop() ? CandlePath.stop(order, rows, row) : NONE;
      case LIQUIDATION -> NONE;
      case TARGET -> {
        RestingOrder leg = order.passiveLeg();
        yield leg.isPassive() && !hasShown(order, rows, row)
            ? CandlePath.target(leg, rows, row)
            : NONE;
      }
      case TRAIL ->
          kind == RestingOrder.Kind.TRAILING
              ? CandlePath.trailed(order, rows, row, tick(order, rows, row))
              : NONE;
    };
  }

  /** Of all targets on the same side the way through the candle comes to the nearest first. */
  RestingOrder nearest(
      RestingOrder first, long price, List<RestingOrder> orders, CandleColumns rows, int row) {
    RestingOrder nearest = first;
    long best = price;
    for (int i = 0; i < orders.size(); i++) {
      RestingOrder order = orders.get(i);
      long other = order.sells() == first.sells() ? at(Phase.TARGET, order, rows, row) : NONE;
      if (other != NONE && (first.sells() ? other < best : other > best)) {
        nearest = order;
        best = other;
      }
    }
    return nearest;
  }

  /** The tick that holds as the candle opens. */
  long tick(RestingOrder order, CandleColumns rows, int row) {
    return instruments.get(order.intent().instrument()).rulesAt(rows.openTimeNs(row)).tickScaled();
  }

  private static boolean hasShown(RestingOrder order, CandleColumns rows, int row) {
    return order.shownNs() == rows.openTimeNs(row);
  }
}
