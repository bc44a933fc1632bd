package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;

/**
 * The prices of a {@link MarketModel} step by step inside its candles, without end: the same walk
 * that {@link PricePaths} writes down as candles for the same model, seed and interval, before it
 * is brought to ticks. No more than one candle is known ahead.
 */
public final class PriceStream {
  private final MarketModel model;
  private final PriceWalk walk;
  private final Liveliness liveliness;
  private final double candleDays;
  private final long candleNs;
  private final double[] curve;

  /** Mean of the squared moves of a candle over all regimes, by symbol. */
  private final double[] usualSquares;

  /** What a tick is in quote, by symbol. */
  private final double[] tick;

  private final double[] price;
  private final double[] volume;
  private long openNs;
  private int candle;
  private int step;

  /**
   * At the model's start, brought down to a whole candle.
   *
   * @param interval of the candles, a whole number of nanoseconds for each of the model's steps
   */
  public PriceStream(MarketModel model, long seed, Interval interval) {
    this.model = model;
    this.candleNs = interval.durationNs();
    Check.argument(
        candleNs % model.stepsPerCandle() == 0, "a step must be whole nanoseconds of %s", interval);
    // The same reckoning as in PricePaths, to the bit.
    this.candleDays = (double) candleNs / Utc.DAY_NS;
    RegimeClock regimes =
        new RegimeClock(model.regimes(), candleDays, PricePaths.stream(seed, PricePaths.REGIMES));
    JumpClock jumps =
        new JumpClock(model, candleDays, 0, PricePaths.stream(seed, PricePaths.JUMPS));
    this.walk =
        new PriceWalk(model, regimes, jumps, candleDays, PricePaths.stream(seed, PricePaths.MOVES));
    this.liveliness = new Liveliness(model.volume(), PricePaths.stream(seed, PricePaths.VOLUMES));
    this.curve = model.volume().cumulative();
    int symbols = model.symbols().size();
    this.usualSquares = new double[symbols];
    this.tick = new double[symbols];
    this.price = new double[symbols];
    this.volume = new double[symbols];
    this.openNs = interval.floor(model.startNs());
    for (int i = 0; i < symbols; i++) {
      Instrument instrument = model.symbols().get(i).instrument();
      usualSquares[i] = PricePaths.usualSquares(model, i, candleDays);
      tick[i] =
          (double) instrument.rulesAt(model.startNs()).tickScaled()
              / FixedPoint.pow10(instrument.priceScale());
      price[i] = StrictMath.exp(walk.close(i)) * tick[i];
    }
    enter();
  }

  /** How many symbols there are. */
  public int symbols() {
    return price.length;
  }

  /** When the prices hold. */
  public long timeNs() {
    return openNs + step * stepNs();
  }

  /** From one price to the next. */
  public long stepNs() {
    return candleNs / model.stepsPerCandle();
  }

  /** Of a symbol now, in quote. */
  public double price(int symbol) {
    return price[symbol];
  }

  /** What is to be expected of the trade of a symbol up to the next step, in base. */
  public double volume(int symbol) {
    return volume[symbol] / model.stepsPerCandle();
  }

  /** Goes on by a step. */
  public void next() {
    for (int i = 0; i < price.length; i++) {
      price[i] = StrictMath.exp(walk.at(i, step)) * tick[i];
    }
    step++;
    if (step == model.stepsPerCandle()) {
      step = 0;
      candle++;
      openNs += candleNs;
      enter();
    }
  }

  private void enter() {
    walk.walk(candle);
    double before = VolumeShape.volumesUntil(curve, openNs);
    double days = VolumeShape.volumesUntil(curve, openNs + candleNs) - before;
    for (int i = 0; i < price.length; i++) {
      double activity = walk.squares(i) / usualSquares[i];
      volume[i] = model.symbols().get(i).dailyVolume() * days * liveliness.draw(activity);
    }
  }
}
