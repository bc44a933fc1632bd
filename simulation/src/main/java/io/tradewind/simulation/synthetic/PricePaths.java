package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.random.Deviates;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes candles of a {@link MarketModel}. The same model, seed, interval and count give the same
 * bits everywhere, and a longer path begins as the shorter one. Regimes, jumps, moves and volumes
 * have a stream of random numbers each, so that another setting of one leaves the others' draws as
 * they are.
 */
public final class PricePaths {
  static final int REGIMES = 0;
  static final int JUMPS = 1;
  static final int MOVES = 2;
  static final int VOLUMES = 3;

  private PricePaths() {}

  /**
   * The seed of one path of a run: number {@code path + 1} of the {@link SplitMix} stream of the
   * base seed. No two paths of a run have the same.
   *
   * @param path from 0
   */
  public static long seedOf(long baseSeed, long path) {
    return SplitMix.at(baseSeed, path);
  }

  /**
   * One path.
   *
   * @param candles how many of each symbol, at least 1
   * @throws IllegalArgumentException if they reach beyond the year 2199
   */
  public static PricePath generate(MarketModel model, long seed, Interval interval, int candles) {
    Check.argument(candles >= 1, "candles must be >= 1, was %s", candles);
    double candleDays = (double) interval.durationNs() / Utc.DAY_NS;
    RegimeClock regimes = new RegimeClock(model.regimes(), candleDays, stream(seed, REGIMES));
    JumpClock jumps = new JumpClock(model, candleDays, candles, stream(seed, JUMPS));
    PriceWalk walk = new PriceWalk(model, regimes, jumps, candleDays, stream(seed, MOVES));
    List<CandleWriter> writers = writers(model, candleDays, candles, stream(seed, VOLUMES));
    long[] openNs = openTimes(model, interval, candles);
    long[] closeNs = openNs.clone();
    double[] curve = model.volume().cumulative();
    double volumesBefore = VolumeShape.volumesUntil(curve, openNs[0]);
    for (int candle = 0; candle < candles; candle++) {
      closeNs[candle] += interval.durationNs();
      double volumes = VolumeShape.volumesUntil(curve, closeNs[candle]);
      walk.walk(candle);
      for (int i = 0; i < writers.size(); i++) {
        writers.get(i).write(candle, walk, i, volumes - volumesBefore);
      }
      volumesBefore = volumes;
    }
    List<CandleColumns> columns =
        writers.stream().map(writer -> writer.columns(openNs, closeNs)).toList();
    return new PricePath(seed, columns, jumps.fallen(), regimes.changes());
  }

  static Deviates stream(long seed, int purpose) {
    return new Deviates(SplitMix.at(seed, purpose));
  }

  private static List<CandleWriter> writers(
      MarketModel model, double candleDays, int candles, Deviates deviates) {
    List<CandleWriter> writers = new ArrayList<>();
    for (int i = 0; i < model.symbols().size(); i++) {
      double usual = usualSquares(model, i, candleDays);
      writers.add(new CandleWriter(model, i, usual, candles, deviates));
    }
    return writers;
  }

  /** The mean of a symbol's squared moves of a candle over all regimes, jumps apart. */
  static double usualSquares(MarketModel model, int symbol, double candleDays) {
    double[] shares = RegimeClock.timeShares(model.regimes());
    double dailySquares = 0;
    for (int i = 0; i < shares.length; i++) {
      double volatility = model.regimes().get(i).dailyVolatility();
      dailySquares += shares[i] * volatility * volatility;
    }
    double factor = model.symbols().get(symbol).volatilityFactor();
    return dailySquares * factor * factor * candleDays;
  }

  private static long[] openTimes(MarketModel model, Interval interval, int candles) {
    long startNs = interval.floor(model.startNs());
    Check.argument(
        candles <= (Utc.LAST_NS - startNs) / interval.durationNs(),
        "candles must end before the year 2200, were %s of %s",
        candles,
        interval);
    long[] openNs = new long[candles];
    for (int i = 0; i < candles; i++) {
      openNs[i] = startNs + i * interval.durationNs();
    }
    return openNs;
  }
}
