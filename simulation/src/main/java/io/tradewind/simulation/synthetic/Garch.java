package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.check.Check;

/**
 * How volatility clusters within a regime, symbol by symbol: {@code h' = (1 - news - memory) + news
 * m^2 + memory h}, h the variance of a candle and m its move, both in units of what the regime has
 * in the mean; jumps and drift are no news. Source: T. Bollerslev (1986), "Generalized
 * autoregressive conditional heteroskedasticity", Journal of Econometrics 31, order (1, 1). The
 * parameters are of the candles that are generated, whatever their interval.
 *
 * @param news weight of the latest candle's move
 * @param memory weight of the variance before it
 * @param most the variance stops rising here, in units of the regime's
 */
public record Garch(double news, double memory, double most) {
  /** Half of a shock is felt for 34 candles. */
  public static final Garch DEFAULT = new Garch(0.05, 0.93, 50);

  /** The variance of the regime always. */
  public static final Garch NONE = new Garch(0, 0, 1);

  /** Checks the ranges. */
  public Garch {
    Check.argument(news >= 0, "news must be >= 0, was %s", news);
    Check.argument(memory >= 0, "memory must be >= 0, was %s", memory);
    Check.argument(
        news + memory < 1, "news and memory must be < 1 together, was %s", news + memory);
    Check.argument(most >= 1 && most <= 1e4, "most must be 1 to 1e4, was %s", most);
  }

  /** The variance of the next candle. */
  double next(double variance, double squaredMove) {
    return Math.min(most, 1 - news - memory + news * squaredMove + memory * variance);
  }
}
