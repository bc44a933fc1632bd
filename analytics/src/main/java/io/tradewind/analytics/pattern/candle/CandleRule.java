package io.tradewind.analytics.pattern.candle;

/**
 * Says of the last candles 100 if they are a bullish pattern, -100 if a bearish one, 0 if none.
 * Rules of a number of candles are given them in the order of time.
 */
interface CandleRule {

  /** Of all candles that are remembered. */
  int of(CandleWindow candles);

  /** A rule of one candle. */
  interface One extends CandleRule {
    int of(Candle only);

    @Override
    default int of(CandleWindow candles) {
      return of(candles.ago(0));
    }
  }

  /** A rule of two candles. */
  interface Two extends CandleRule {
    int of(Candle first, Candle second);

    @Override
    default int of(CandleWindow candles) {
      return of(candles.ago(1), candles.ago(0));
    }
  }

  /** A rule of three candles. */
  interface Three extends CandleRule {
    int of(Candle first, Candle second, Candle third);

    @Override
    default int of(CandleWindow candles) {
      return of(candles.ago(2), candles.ago(1), candles.ago(0));
    }
  }

  /** A rule of four candles. */
  interface Four extends CandleRule {
    int of(Candle first, Candle second, Candle third, Candle fourth);

    @Override
    default int of(CandleWindow candles) {
      return of(candles.ago(3), candles.ago(2), candles.ago(1), candles.ago(0));
    }
  }

  /** A rule of five candles. */
  interface Five extends CandleRule {
    int of(Candle first, Candle second, Candle third, Candle fourth, Candle fifth);

    @Override
    default int of(CandleWindow candles) {
      return of(candles.ago(4), candles.ago(3), candles.ago(2), candles.ago(1), candles.ago(0));
    }
  }
}
