package io.tradewind.store.rules;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;

/** The same candles in the scales of an instrument. */
public final class CandleRescale {
  private CandleRescale() {}

  /**
   * Prices must keep every digit; volumes are rounded half to even.
   *
   * @throws ArithmeticException if a price needs more decimals, or a value does not fit
   */
  public static CandleColumns to(CandleColumns candles, int priceScale, int volumeScale) {
    if (candles.priceScale() == priceScale && candles.volumeScale() == volumeScale) {
      return candles;
    }
    int size = candles.size();
    long[][] columns = new long[7][size];
    for (int i = 0; i < size; i++) {
      columns[0][i] = candles.openTimeNs(i);
      columns[1][i] = candles.closeTimeNs(i);
      columns[2][i] = price(candles.open(i), candles, priceScale);
      columns[3][i] = price(candles.high(i), candles, priceScale);
      columns[4][i] = price(candles.low(i), candles, priceScale);
      columns[5][i] = price(candles.close(i), candles, priceScale);
      columns[6][i] =
          FixedPoint.rescale(
              candles.volume(i), candles.volumeScale(), volumeScale, RoundingMode.HALF_EVEN);
    }
    return CandleColumns.of(priceScale, volumeScale, columns);
  }

  private static long price(long scaled, CandleColumns from, int scale) {
    return FixedPoint.rescale(scaled, from.priceScale(), scale, RoundingMode.UNNECESSARY);
  }
}
