package io.tradewind.simulation.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.simulation.exchange.spot.MarketTrade;
import java.util.ArrayList;
import java.util.List;

/** What the trades of a replay make of each candle's time. */
final class Replayed {
  private Replayed() {}

  /** In units of 10^-8: open, high, low, close, volume; all 0 where there was no trade. */
  static long[] candle(List<MarketTrade> trades) {
    long[] values = new long[5];
    for (MarketTrade trade : trades) {
      long priceE8 = trade.priceE8();
      boolean first = values[4] == 0;
      values[0] = first ? priceE8 : values[0];
      values[1] = Math.max(values[1], priceE8);
      values[2] = first ? priceE8 : Math.min(values[2], priceE8);
      values[3] = priceE8;
      values[4] += trade.qtyE8();
    }
    return values;
  }

  /** Plays candles without a user; every candle must come again in full. */
  static void check(CandleColumns candles, Exchange exchange, MarketPort port, int prints) {
    Feed feed = new Feed.Candles(candles, 11, prints, port, Crowds.CROWD);
    Market market = new Market(List.of(feed));
    long price = (long) Math.pow(10, 8 - candles.priceScale());
    long qty = (long) Math.pow(10, 8 - candles.volumeScale());
    for (int i = 0; i < candles.size(); i++) {
      exchange.trades.clear();
      market.advance(candles.closeTimeNs(i) - 1);
      List<Long> wanted = new ArrayList<>();
      long lot = port.rules().lotE8();
      boolean traded = candles.volume(i) > 0;
      wanted.add(traded ? candles.open(i) * price : 0);
      wanted.add(traded ? candles.high(i) * price : 0);
      wanted.add(traded ? candles.low(i) * price : 0);
      wanted.add(traded ? candles.close(i) * price : 0);
      wanted.add(candles.volume(i) * qty / lot * lot);
      assertThat(candle(exchange.trades)).as("candle %s", i).containsExactly(array(wanted));
    }
    exchange.spot.checkInvariants();
  }

  private static long[] array(List<Long> values) {
    return values.stream().mapToLong(value -> value).toArray();
  }
}
