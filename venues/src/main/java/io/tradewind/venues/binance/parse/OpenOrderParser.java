package io.tradewind.venues.binance.parse;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Side;
import io.tradewind.venues.binance.model.OpenOrder;
import java.util.List;
import java.util.Optional;

/**
 * Lists of open orders by what they would do, without a listing of instruments. An answer is read
 * whole or not at all; nothing of one that cannot be read goes into a log.
 */
public final class OpenOrderParser {
  private static final long NO_LIST = -1;

  private final Market market;
  private final Reading reading;

  /** For one market. */
  public OpenOrderParser(Market market, FaultLog faults) {
    this.market = market;
    this.reading = new Reading(faults);
  }

  /** All orders of an answer; empty where it cannot be read. */
  public Optional<List<OpenOrder>> read(String body) {
    return reading.readPrivate(
        body, text -> FieldReader.read(text).stream().map(this::order).toList());
  }

  private OpenOrder order(Fields row) {
    boolean isConditional = row.has("algoId");
    return new OpenOrder(
        row.text("symbol"),
        row.text(isConditional ? "clientAlgoId" : "clientOrderId"),
        isConditional,
        isOpening(row),
        row.number("orderListId", NO_LIST) != NO_LIST,
        row.has("executedQty") && row.decimal("executedQty").signum() > 0);
  }

  private boolean isOpening(Fields row) {
    if (market == Market.SPOT) {
      return row.word("side", Side.class) == Side.BUY;
    }
    boolean closes = row.has("closePosition") && row.flag("closePosition");
    return !closes && !row.flag("reduceOnly");
  }
}
