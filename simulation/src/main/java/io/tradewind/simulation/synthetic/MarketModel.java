package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import java.util.List;

/**
 * What a synthetic market is like. A candle's move is normal with a variance that regime, {@link
 * Garch} and a draw of the candle's own decide; the last makes it Student's t, and since all
 * symbols share it, large moves come together (the multivariate t of S. Demarta and A. McNeil 2005,
 * "The t copula and related copulas", International Statistical Review 73). Jumps come on top.
 *
 * @param symbols at least one
 * @param correlation of the moves of the symbols, jumps apart
 * @param regimes the weather, of which one holds at a time for all symbols
 * @param garch how volatility clusters
 * @param tailDegrees degrees of freedom of Student's t, above 2; the fewer, the fatter the tails;
 *     infinite for normal moves
 * @param jumps sudden moves
 * @param volume what is traded
 * @param stepsPerCandle steps of the price inside a candle. Highs and lows are those that the steps
 *     reach; of a continuous path's they miss 0.58 deviations of a step in the mean (M. Broadie, P.
 *     Glasserman and S. Kou 1997, "A continuity correction for discrete barrier options",
 *     Mathematical Finance 7), with 16 steps 0.15 deviations of the candle
 * @param startNs when the first candle opens, brought down to a whole candle
 */
public record MarketModel(
    List<SyntheticSymbol> symbols,
    Correlation correlation,
    List<VolatilityRegime> regimes,
    Garch garch,
    double tailDegrees,
    Jumps jumps,
    VolumeShape volume,
    int stepsPerCandle,
    long startNs) {
  /** Correlation of each pair: coins of the first ranks had some 0.7 by the hour in 2024. */
  public static final double DEFAULT_CORRELATION = 0.7;

  /** Degrees of freedom. */
  public static final double DEFAULT_TAIL_DEGREES = 5;

  /** Steps of a candle. */
  public static final int DEFAULT_STEPS = 16;

  /** 2024-01-01. */
  public static final long DEFAULT_START_NS = 19_723 * Utc.DAY_NS;

  /** Checks that the parts fit. */
  public MarketModel {
    symbols = List.copyOf(symbols);
    regimes = List.copyOf(regimes);
    Check.argument(
        symbols.size() == correlation.symbols(),
        "the correlation must be of the %s symbols, was of %s",
        symbols.size(),
        correlation.symbols());
    Check.argument(!regimes.isEmpty(), "a market needs a regime");
    for (int i = 0; i < regimes.size(); i++) {
      checkNext(regimes, i);
    }
    Check.argument(tailDegrees > 2, "tailDegrees must be > 2, was %s", tailDegrees);
    Check.argument(
        stepsPerCandle >= 1 && stepsPerCandle <= 10_000,
        "stepsPerCandle must be 1 to 10000, was %s",
        stepsPerCandle);
    Check.argument(
        startNs >= Utc.FIRST_NS && startNs < Utc.LAST_NS,
        "startNs must lie within the years 1700 to 2199, was %s",
        startNs);
  }

  private static void checkNext(List<VolatilityRegime> regimes, int i) {
    List<Double> next = regimes.get(i).next();
    Check.argument(
        next.size() == regimes.size(),
        "regime %s must have a weight for each of %s regimes, has %s",
        regimes.get(i).name(),
        regimes.size(),
        next.size());
    double others = next.stream().mapToDouble(weight -> weight).sum();
    Check.argument(
        next.get(i) == 0 && (others > 0 || regimes.size() == 1),
        "regime %s must have weights for others and none for itself",
        regimes.get(i).name());
  }

  /** With the default of everything but the symbols. */
  public static MarketModel of(List<SyntheticSymbol> symbols) {
    return new MarketModel(
        symbols,
        Correlation.uniform(symbols.size(), DEFAULT_CORRELATION),
        VolatilityRegime.DEFAULT,
        Garch.DEFAULT,
        DEFAULT_TAIL_DEGREES,
        Jumps.DEFAULT,
        VolumeShape.DEFAULT,
        DEFAULT_STEPS,
        DEFAULT_START_NS);
  }

  /** The same with other jumps; all but what they change stays to the bit. */
  public MarketModel withJumps(Jumps other) {
    return new MarketModel(
        symbols, correlation, regimes, garch, tailDegrees, other, volume, stepsPerCandle, startNs);
  }
}
