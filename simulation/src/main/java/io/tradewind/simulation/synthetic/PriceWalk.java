package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.random.Deviates;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;
import java.util.Arrays;

/**
 * The prices of all symbols, a candle at a time, as logarithms of the price in ticks. What reads it
 * sees where each price began, ended and was between.
 */
final class PriceWalk {
  private final MarketModel model;
  private final RegimeClock regimes;
  private final JumpClock jumps;
  private final Deviates deviates;
  private final double candleDays;
  private final int symbols;
  private final int steps;

  /** In units of the regime's. */
  private final double[] variance;

  /** {@code [steps][symbols]}, correlated. */
  private final double[][] normals;

  /** Where each price stood after each step of the candle, {@code [symbols][steps]}. */
  private final double[][] path;

  private final double[] factor;
  private final double[] most;
  private final double[] open;
  private final double[] high;
  private final double[] low;
  private final double[] close;
  private final double[] squares;

  PriceWalk(
      MarketModel model,
      RegimeClock regimes,
      JumpClock jumps,
      double candleDays,
      Deviates deviates) {
    this.model = model;
    this.regimes = regimes;
    this.jumps = jumps;
    this.deviates = deviates;
    this.candleDays = candleDays;
    this.symbols = model.symbols().size();
    this.variance = new double[symbols];
    this.steps = model.stepsPerCandle();
    this.normals = new double[steps][symbols];
    this.path = new double[symbols][steps];
    this.factor = new double[symbols];
    this.most = new double[symbols];
    this.open = new double[symbols];
    this.high = new double[symbols];
    this.low = new double[symbols];
    this.close = new double[symbols];
    this.squares = new double[symbols];
    Arrays.fill(variance, 1);
    for (int i = 0; i < symbols; i++) {
      SyntheticSymbol symbol = model.symbols().get(i);
      Instrument instrument = symbol.instrument();
      double tick = instrument.rulesAt(model.startNs()).tickScaled();
      double scaled = symbol.startPrice() * FixedPoint.pow10(instrument.priceScale());
      factor[i] = symbol.volatilityFactor();
      most[i] = StrictMath.log(SyntheticSymbol.MOST_SCALED / tick);
      close[i] = bounded(StrictMath.log(scaled / tick), most[i]);
    }
  }

  /** From one tick up to the most; a price that would leave stays at the bound. */
  private static double bounded(double price, double most) {
    return Math.max(0, Math.min(most, price));
  }

  /** Goes through a candle, asked for each in turn. */
  void walk(int candle) {
    VolatilityRegime regime = regimes.at(candle);
    jumps.enter(candle);
    drawNormals();
    double mixing = mixing();
    for (int i = 0; i < symbols; i++) {
      double usual = regime.dailyVolatility() * factor[i] * Math.sqrt(candleDays);
      double deviation = usual * Math.sqrt(variance[i] * mixing / steps);
      double drift = regime.dailyDrift() * factor[i] * candleDays / steps;
      double moved = walk(i, deviation, drift) / usual;
      variance[i] = model.garch().next(variance[i], moved * moved);
    }
  }

  private void drawNormals() {
    for (double[] step : normals) {
      for (int i = 0; i < symbols; i++) {
        step[i] = deviates.normal();
      }
      model.correlation().apply(step);
    }
  }

  /** A normal number times the root of this is Student's t, brought to variance 1. */
  private double mixing() {
    double degrees = model.tailDegrees();
    return degrees == Double.POSITIVE_INFINITY
        ? 1
        : (degrees - 2) / (2 * deviates.gamma(degrees / 2));
  }

  /** One symbol's way; what it came to without drift and jumps. */
  private double walk(int symbol, double deviation, double drift) {
    double gap = jumps.gap(symbol);
    double most = this.most[symbol];
    double now = bounded(close[symbol] + gap, most);
    double highest = now;
    double lowest = now;
    double moved = 0;
    double sum = gap * gap;
    open[symbol] = now;
    for (int step = 0; step < steps; step++) {
      double noise = deviation * normals[step][symbol];
      double move = drift + noise + jumps.shift(symbol, step);
      now = bounded(now + move, most);
      path[symbol][step] = now;
      highest = Math.max(highest, now);
      lowest = Math.min(lowest, now);
      moved += noise;
      sum += move * move;
    }
    high[symbol] = highest;
    low[symbol] = lowest;
    close[symbol] = now;
    squares[symbol] = sum;
    return moved;
  }

  double open(int symbol) {
    return open[symbol];
  }

  double high(int symbol) {
    return high[symbol];
  }

  double low(int symbol) {
    return low[symbol];
  }

  double close(int symbol) {
    return close[symbol];
  }

  /** After a step of the candle; a gap before its open is part of the first. */
  double at(int symbol, int step) {
    return path[symbol][step];
  }

  /** The sum of the squared moves of the candle, gap and jumps among them. */
  double squares(int symbol) {
    return squares[symbol];
  }
}
