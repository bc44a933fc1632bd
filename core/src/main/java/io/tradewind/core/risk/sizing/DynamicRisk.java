package io.tradewind.core.risk.sizing;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much of a size is left in hard times: the product of a factor each for volatility, drawdown,
 * the rate of wins and correlation, from the floor to 1. Pure.
 *
 * @param floor of the product and of each factor, above 0 and at most 1
 * @param volatility by volatility over its own median
 * @param drawdown by the ratio of equity lost since its peak
 * @param winRate by the rate of wins of the last trades
 * @param trades that are needed before the rate of wins counts
 * @param correlation by the average correlation of the positions with each other
 */
public record DynamicRisk(
    double floor, Ramp volatility, Ramp drawdown, Ramp winRate, int trades, Ramp correlation) {
  /**
   * A quarter is left at three times the usual volatility, at the drawdown of 20 % that halts (from
   * the 5 % that warns), at three wins in ten (from five), or at the correlation of 0.7 that is the
   * limit (from 0.3).
   */
  public static final DynamicRisk SHIPPED =
      new DynamicRisk(
          0.25, new Ramp(1, 3), new Ramp(0.05, 0.20), new Ramp(0.5, 0.3), 20, new Ramp(0.3, 0.7));

  /** What a factor is of. */
  public enum Source {
    /** Volatility over its own median. */
    VOLATILITY("volatility"),
    /** Ratio of equity lost since its peak. */
    DRAWDOWN("drawdown"),
    /** Rate of wins of the last trades. */
    WIN_RATE("win rate"),
    /** Of the positions with each other. */
    CORRELATION("correlation");

    private final String text;

    Source(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }

  /**
   * What it is judged by. NaN is what should be known and is not, and counts as the worst.
   *
   * @param volatility of now
   * @param medianVolatility over some time, in the same unit
   * @param drawdown ratio of equity lost since its peak, at least 0
   * @param trades closed lately
   * @param winRate of these, 0 to 1
   * @param correlation average of the positions with each other, empty below two
   */
  public record Situation(
      double volatility,
      double medianVolatility,
      double drawdown,
      int trades,
      double winRate,
      OptionalDouble correlation) {}

  /**
   * One part of the product.
   *
   * @param source what it is of
   * @param value from the floor to 1
   * @param reason with its figures
   */
  public record Factor(Source source, double value, String reason) {}

  /**
   * What is left of a size.
   *
   * @param multiplier from the floor to 1
   * @param factors in the order of their sources
   */
  public record Scale(double multiplier, List<Factor> factors) {
    /** Keeps a copy. */
    public Scale {
      factors = List.copyOf(factors);
    }
  }

  /** Checks the ranges. */
  public DynamicRisk {
    Check.argument(floor > 0 && floor <= 1, "floor must be in (0, 1], was %s", floor);
    Check.argument(trades >= 1, "trades must be >= 1, was %s", trades);
  }

  /** The factors and their product. */
  public Scale scale(Situation now) {
    List<Factor> factors =
        List.of(byVolatility(now), byDrawdown(now), byWinRate(now), byCorrelation(now));
    double product = 1;
    for (Factor factor : factors) {
      product *= factor.value();
    }
    return new Scale(Math.max(floor, product), factors);
  }

  private Factor byVolatility(Situation now) {
    double median = now.medianVolatility();
    double times = median > 0 ? now.volatility() / median : Double.NaN;
    return new Factor(
        Source.VOLATILITY,
        volatility.factor(times, floor),
        "volatility is " + Figure.of(times) + " times its median");
  }

  private Factor byDrawdown(Situation now) {
    return new Factor(
        Source.DRAWDOWN,
        drawdown.factor(now.drawdown(), floor),
        "drawdown is " + Figure.percent(now.drawdown()));
  }

  private Factor byWinRate(Situation now) {
    return now.trades() < trades
        ? new Factor(
            Source.WIN_RATE, 1, now.trades() + " trades of the " + trades + " that are needed")
        : new Factor(
            Source.WIN_RATE,
            winRate.factor(now.winRate(), floor),
            Figure.percent(now.winRate()) + " of " + now.trades() + " trades were won");
  }

  private Factor byCorrelation(Situation now) {
    if (now.correlation().isEmpty()) {
      return new Factor(Source.CORRELATION, 1, "fewer than two positions");
    }
    double average = now.correlation().getAsDouble();
    return new Factor(
        Source.CORRELATION,
        correlation.factor(average, floor),
        "average correlation is " + Figure.of(average));
  }
}
