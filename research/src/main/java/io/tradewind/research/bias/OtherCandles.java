package io.tradewind.research.bias;

import io.tradewind.core.market.CandleColumns;
import java.util.SplittableRandom;

/**
 * Candles made out of others. A mirrored price is {@code pivot^2 / price}: what rose by a factor
 * falls by it. Mirrored volumes are half as large again. Mirrored candles are there to be held, not
 * to be traded: they may have more digits than can be reckoned with.
 */
final class OtherCandles {
  private static final long SEED = 28;
  private static final int OPEN_TIME = 0;
  private static final int CLOSE_TIME = 1;
  private static final int OPEN = 2;
  private static final int HIGH = 3;
  private static final int LOW = 4;
  private static final int CLOSE = 5;
  private static final int VOLUME = 6;

  private final CandleColumns feed;
  private final long[][] columns;

  private OtherCandles(CandleColumns feed, int rows) {
    this.feed = feed;
    this.columns = new long[VOLUME + 1][rows];
    for (int row = 0; row < rows; row++) {
      columns[OPEN_TIME][row] = feed.openTimeNs(row);
      columns[CLOSE_TIME][row] = feed.closeTimeNs(row);
      columns[OPEN][row] = feed.open(row);
      columns[HIGH][row] = feed.high(row);
      columns[LOW][row] = feed.low(row);
      columns[CLOSE][row] = feed.close(row);
      columns[VOLUME][row] = feed.volume(row);
    }
  }

  /** Those that open before an instant. */
  static CandleColumns before(CandleColumns feed, long timeNs) {
    return feed.slice(0, feed.firstRowFrom(timeNs));
  }

  /** Mirrored from an instant on, at the last price before it; as it is where there is none. */
  static CandleColumns mirroredFrom(CandleColumns feed, long timeNs) {
    int next = feed.firstRowFrom(timeNs);
    OtherCandles other = new OtherCandles(feed, feed.size());
    if (next > 0) {
      other.mirror(next, (double) feed.close(next - 1));
    }
    return other.toColumns();
  }

  /** The times as they are, prices and volumes from the last to the first: quite another way. */
  static CandleColumns backwards(CandleColumns feed) {
    OtherCandles other = new OtherCandles(feed, feed.size());
    for (int row = 0; row < feed.size(); row++) {
      int from = feed.size() - 1 - row;
      other.columns[OPEN][row] = feed.close(from);
      other.columns[HIGH][row] = feed.high(from);
      other.columns[LOW][row] = feed.low(from);
      other.columns[CLOSE][row] = feed.open(from);
      other.columns[VOLUME][row] = feed.volume(from);
    }
    return other.toColumns();
  }

  /** At other times. */
  static CandleColumns moved(CandleColumns feed, long byNs) {
    OtherCandles other = new OtherCandles(feed, feed.size());
    for (int row = 0; row < feed.size(); row++) {
      other.columns[OPEN_TIME][row] += byNs;
      other.columns[CLOSE_TIME][row] += byNs;
    }
    return other.toColumns();
  }

  /** Prices twice as high: the same candles in a currency of half the worth. */
  static CandleColumns withPricesDoubled(CandleColumns feed) {
    return doubled(feed, OPEN, CLOSE);
  }

  /** Volumes twice as large. */
  static CandleColumns withVolumesDoubled(CandleColumns feed) {
    return doubled(feed, VOLUME, VOLUME);
  }

  /** Prices and volumes moved by up to one of their last digit, which a table would not hold. */
  static CandleColumns withLastDigitsMoved(CandleColumns feed) {
    OtherCandles other = new OtherCandles(feed, feed.size());
    SplittableRandom random = new SplittableRandom(SEED);
    for (int row = 0; row < feed.size(); row++) {
      long open = Math.max(1, feed.open(row) + random.nextInt(-1, 2));
      long close = Math.max(1, feed.close(row) + random.nextInt(-1, 2));
      long low = Math.max(1, feed.low(row) - random.nextInt(2));
      other.columns[OPEN][row] = open;
      other.columns[CLOSE][row] = close;
      other.columns[HIGH][row] =
          Math.max(feed.high(row) + random.nextInt(2), Math.max(open, close));
      other.columns[LOW][row] = Math.min(low, Math.min(open, close));
      other.columns[VOLUME][row] += random.nextInt(2);
    }
    return other.toColumns();
  }

  private static CandleColumns doubled(CandleColumns feed, int firstColumn, int lastColumn) {
    OtherCandles other = new OtherCandles(feed, feed.size());
    for (int column = firstColumn; column <= lastColumn; column++) {
      for (int row = 0; row < feed.size(); row++) {
        other.columns[column][row] = Math.multiplyExact(other.columns[column][row], 2);
      }
    }
    return other.toColumns();
  }

  private void mirror(int from, double pivot) {
    for (int row = from; row < feed.size(); row++) {
      for (int column = OPEN; column <= CLOSE; column++) {
        columns[column][row] = Math.max(1, Math.round(pivot * pivot / columns[column][row]));
      }
      long high = columns[LOW][row];
      columns[LOW][row] = columns[HIGH][row];
      columns[HIGH][row] = high;
      columns[VOLUME][row] += columns[VOLUME][row] / 2 + 1;
    }
  }

  private CandleColumns toColumns() {
    return CandleColumns.of(feed.priceScale(), feed.volumeScale(), columns);
  }
}
