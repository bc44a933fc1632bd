package io.tradewind.simulation.crowd;

import io.tradewind.analytics.random.Deviates;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Amounts;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;

/**
 * Trades that make the candles again: from the open to the nearer extreme, which is the low where
 * both are as near, to the other, to the close, at times inside the candle that the seed decides.
 * Each of these four is a trade, and others lie between them, off the straight line but inside the
 * candle. Their quantities make up the volume in whole lots; where it is too small for the trades
 * that must be, each of these has the least quantity. A candle without a volume whose prices are
 * all one has no trade.
 */
final class CandlePrints implements Prints {
  private final CandleColumns candles;
  private final int printsPerCandle;
  private final MarketPort.Rules rules;
  private final Deviates deviates;
  private final ArrayDeque<Print> ready = new ArrayDeque<>();
  private int row;
  private long lastPriceE8;

  CandlePrints(
      CandleColumns candles, int printsPerCandle, MarketPort.Rules rules, Deviates deviates) {
    this.candles = candles;
    this.printsPerCandle = printsPerCandle;
    this.rules = rules;
    this.deviates = deviates;
  }

  @Override
  public Optional<Print> next() {
    while (ready.isEmpty() && row < candles.size()) {
      make(row++);
    }
    return Optional.ofNullable(ready.poll());
  }

  private void make(int candle) {
    long[] corners = corners(candle);
    long leastE8 = Sizes.leastE8(rules, priceE8(candles.low(candle)));
    long volumeE8 =
        FixedPoint.rescale(
            candles.volume(candle), candles.volumeScale(), Amounts.SCALE, RoundingMode.DOWN);
    if (volumeE8 == 0 && corners.length == 1) {
      return;
    }
    int count = (int) Math.max(corners.length, Math.min(printsPerCandle, volumeE8 / leastE8));
    long[] pricesE8 = prices(corners, count);
    long[] qtysE8 = qtys(count, leastE8, volumeE8);
    long openNs = candles.openTimeNs(candle);
    long slotNs = (candles.closeTimeNs(candle) - openNs) / count;
    for (int i = 0; i < count; i++) {
      long withinNs = i == 0 ? 0 : (long) (deviates.uniform() * slotNs);
      Side aggressor = aggressor(pricesE8[i]);
      ready.add(new Print(openNs + i * slotNs + withinNs, pricesE8[i], qtysE8[i], aggressor));
      lastPriceE8 = pricesE8[i];
    }
  }

  /** On the tick; two that follow each other differ. */
  private long[] corners(int candle) {
    long open = priceE8(candles.open(candle));
    long high = priceE8(candles.high(candle));
    long low = priceE8(candles.low(candle));
    long close = priceE8(candles.close(candle));
    boolean highFirst = high - open < open - low;
    long[] all = {open, highFirst ? high : low, highFirst ? low : high, close};
    long[] distinct = new long[all.length];
    int count = 0;
    for (long corner : all) {
      if (count == 0 || distinct[count - 1] != corner) {
        distinct[count++] = corner;
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  private long priceE8(long scaled) {
    long tickE8 = rules.tickE8();
    long exactE8 =
        FixedPoint.rescale(scaled, candles.priceScale(), Amounts.SCALE, RoundingMode.HALF_EVEN);
    return Math.max(tickE8, FixedPoint.toStep(exactE8, tickE8, RoundingMode.HALF_EVEN));
  }

  /** Corners at random places, the first and the last at the ends, and a way between them. */
  private long[] prices(long[] corners, int count) {
    long[] pricesE8 = new long[count];
    Arrays.fill(pricesE8, corners[0]);
    long least = Arrays.stream(corners).min().orElseThrow();
    long most = Arrays.stream(corners).max().orElseThrow();
    int from = 0;
    for (int corner = 1; corner < corners.length; corner++) {
      int latest = count - (corners.length - corner);
      boolean last = corner == corners.length - 1;
      int to = last ? latest : from + 1 + (int) (deviates.uniform() * (latest - from));
      pricesE8[to] = corners[corner];
      for (int i = from + 1; i < to; i++) {
        double straight =
            corners[corner - 1]
                + (double) (corners[corner] - corners[corner - 1]) * (i - from) / (to - from);
        double off = deviates.normal() * (most - least) / (2 * Math.sqrt(count));
        pricesE8[i] = inside(straight + off, least, most);
      }
      from = to;
    }
    return pricesE8;
  }

  /** On the tick, and off the extremes where there is room: these have their own time. */
  private long inside(double price, long least, long most) {
    long tickE8 = rules.tickE8();
    long margin = most - least >= 2 * tickE8 ? tickE8 : 0;
    long onTickE8 = ((long) Math.rint(price / tickE8)) * tickE8;
    return Math.max(least + margin, Math.min(most - margin, onTickE8));
  }

  /** The least of each, and of the rest as chance will have it; what is left is the last's. */
  private long[] qtys(int count, long leastE8, long volumeE8) {
    double[] weights = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      weights[i] = deviates.exponential();
      sum += weights[i];
    }
    long spareLots = Math.max(0, volumeE8 - count * leastE8) / rules.lotE8();
    long leftLots = spareLots;
    long[] qtysE8 = new long[count];
    for (int i = 0; i < count; i++) {
      boolean last = i == count - 1;
      long lots = last ? leftLots : Math.min(leftLots, (long) (spareLots * (weights[i] / sum)));
      qtysE8[i] = leastE8 + lots * rules.lotE8();
      leftLots -= lots;
    }
    return qtysE8;
  }

  private Side aggressor(long priceE8) {
    boolean coin = deviates.uniform() < 0.5;
    boolean up = priceE8 == lastPriceE8 ? coin : priceE8 > lastPriceE8;
    return up ? Side.BUY : Side.SELL;
  }
}
