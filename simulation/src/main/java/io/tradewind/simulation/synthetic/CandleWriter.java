package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.random.Deviates;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;

/** Writes down one symbol's walk as candles, on its tick and lot. */
final class CandleWriter {
  /** Scaled volumes stay below this. */
  private static final double MOST_SCALED = 9e18;

  private final Instrument instrument;
  private final Liveliness liveliness;
  private final long tickScaled;
  private final long lotScaled;

  /** Of a day, in lots. */
  private final double dailyLots;

  /** Mean of the squared moves of a candle over all regimes. */
  private final double usualSquares;

  /** As the walk has it: the open after it is mostly the same and need not be made twice. */
  private double lastClose;

  private final long[] open;
  private final long[] high;
  private final long[] low;
  private final long[] close;
  private final long[] volume;

  CandleWriter(MarketModel model, int symbol, double usualSquares, int candles, Deviates deviates) {
    SyntheticSymbol of = model.symbols().get(symbol);
    TradingRules rules = of.instrument().rulesAt(model.startNs());
    this.instrument = of.instrument();
    this.liveliness = new Liveliness(model.volume(), deviates);
    this.tickScaled = rules.tickScaled();
    this.lotScaled = rules.lotScaled();
    this.dailyLots = of.dailyVolume() * FixedPoint.pow10(instrument.qtyScale()) / lotScaled;
    this.usualSquares = usualSquares;
    this.open = new long[candles];
    this.high = new long[candles];
    this.low = new long[candles];
    this.close = new long[candles];
    this.volume = new long[candles];
  }

  /**
   * A candle from logarithms of prices in ticks.
   *
   * @param days how many days' volumes the curve has within the candle
   */
  void write(int candle, PriceWalk walk, int symbol, double days) {
    boolean hasGap = candle == 0 || walk.open(symbol) != lastClose;
    open[candle] = hasGap ? scaled(walk.open(symbol)) : close[candle - 1];
    high[candle] = scaled(walk.high(symbol));
    low[candle] = scaled(walk.low(symbol));
    close[candle] = scaled(walk.close(symbol));
    lastClose = walk.close(symbol);
    double activity = walk.squares(symbol) / usualSquares;
    double lots = dailyLots * days * liveliness.draw(activity);
    double most = MOST_SCALED / lotScaled;
    volume[candle] = (long) Math.floor(Math.min(most, lots)) * lotScaled;
  }

  /** Rising with the logarithm, as the exponential of StrictMath is, so that highs stay highs. */
  private long scaled(double logOfTicks) {
    return (long) Math.rint(StrictMath.exp(logOfTicks)) * tickScaled;
  }

  CandleColumns columns(long[] openTimeNs, long[] closeTimeNs) {
    return new CandleColumns(
        instrument.priceScale(),
        instrument.qtyScale(),
        openTimeNs,
        closeTimeNs,
        open,
        high,
        low,
        close,
        volume);
  }
}
