package io.tradewind.simulation.crowd;

import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Amounts;
import java.math.RoundingMode;
import java.util.Optional;

/** Recorded trades as they were. */
final class TradePrints implements Prints {
  private final TradeColumns trades;
  private int row;

  TradePrints(TradeColumns trades) {
    this.trades = trades;
  }

  @Override
  public Optional<Print> next() {
    if (row == trades.size()) {
      return Optional.empty();
    }
    int at = row++;
    return Optional.of(
        new Print(
            trades.timeNs(at),
            e8(trades.price(at), trades.priceScale()),
            e8(trades.qty(at), trades.qtyScale()),
            trades.buyerIsAggressor(at) ? Side.BUY : Side.SELL));
  }

  private static long e8(long value, int scale) {
    return FixedPoint.rescale(value, scale, Amounts.SCALE, RoundingMode.HALF_EVEN);
  }
}
