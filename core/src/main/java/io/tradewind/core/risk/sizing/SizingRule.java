package io.tradewind.core.risk.sizing;

import io.tradewind.analytics.check.Check;
import java.util.OptionalDouble;

/** One way to say how much an entry may spend. Pure; several may be asked, the smallest wins. */
public sealed interface SizingRule {

  /**
   * How much, in currency.
   *
   * @return empty where the rule has nothing to say; NaN where it has but cannot, which denies; may
   *     be infinite
   */
  OptionalDouble budget(Sizer.Situation now, Evidence evidence);

  /** Its name where it decides. */
  default SizeRule name() {
    return switch (this) {
      case FixedAmount _, FixedShare _ -> SizeRule.FIXED;
      case PercentRisk _ -> SizeRule.PERCENT_RISK;
      case Volatility _ -> SizeRule.VOLATILITY;
      case Kelly _ -> SizeRule.KELLY;
      case Confidence _ -> SizeRule.CONFIDENCE;
      case Damped _ -> SizeRule.DAMPED;
    };
  }

  /** The same sum for each entry. */
  record FixedAmount(double quote) implements SizingRule {
    /** Checks the range. */
    public FixedAmount {
      Check.argument(quote > 0 && quote < 1e18, "a sum must be > 0, was %s", quote);
    }

    @Override
    public OptionalDouble budget(Sizer.Situation now, Evidence evidence) {
      return OptionalDouble.of(quote);
    }
  }

  /** The same share of equity for each entry. */
  record FixedShare(double ratio) implements SizingRule {
    /** A tenth: ten positions, as many as ship, then share all of it. */
    public static final FixedShare DEFAULT = new FixedShare(0.1);

    /** Checks the range. */
    public FixedShare {
      checkShare(ratio);
    }

    @Override
    public OptionalDouble budget(Sizer.Situation now, Evidence evidence) {
      return OptionalDouble.of(ratio * now.equity());
    }
  }

  /**
   * The stop loses a ratio of equity: {@code ratio * equity / stopDistance}. Without a stop all of
   * the position counts as lost.
   */
  record PercentRisk(double ratio) implements SizingRule {
    /** Two percent. */
    public static final PercentRisk DEFAULT = new PercentRisk(0.02);

    /** Checks the range. */
    public PercentRisk {
      checkRisk(ratio);
    }

    @Override
    public OptionalDouble budget(Sizer.Situation now, Evidence evidence) {
      return OptionalDouble.of(ratio * now.equity() / above0(now.stopDistance()));
    }
  }

  /**
   * A move of some average true ranges loses a ratio of equity: {@code ratio * equity / (atr *
   * multiple) * price}. Source: C. Faith (2007), "Way of the Turtle", whose unit loses 1 % over one
   * range.
   */
  record Volatility(double ratio, double multiple) implements SizingRule {
    /** Two percent over two ranges, where the volatility stop stands. */
    public static final Volatility DEFAULT = new Volatility(0.02, 2);

    /** Checks the ranges. */
    public Volatility {
      checkRisk(ratio);
      Check.argument(
          multiple > 0 && multiple <= 1000, "multiple must be in (0, 1000], was %s", multiple);
    }

    @Override
    public OptionalDouble budget(Sizer.Situation now, Evidence evidence) {
      double range = above0(evidence.atr()) * multiple;
      return OptionalDouble.of(ratio * now.equity() / range * now.price());
    }
  }

  /**
   * A part of Kelly's share of equity: {@code fraction * (p - (1 - p) / b)} with the rate of wins p
   * and the average win over the average loss b, from 0 to {@code most}. Nothing is said before
   * there are enough trades. Source: J. L. Kelly (1956), "A new interpretation of information
   * rate", Bell System Technical Journal 35, whose stake is lost whole; here the whole position
   * counts as the stake, though a trade loses less of it, which is on the safe side.
   *
   * @param fraction of the share that is taken
   * @param most share of equity
   * @param trades that are needed
   */
  record Kelly(double fraction, double most, int trades) implements SizingRule {
    /** A quarter of it, at most a quarter of equity, after 30 trades. */
    public static final Kelly DEFAULT = new Kelly(0.25, 0.25, 30);

    /** Checks the ranges. */
    public Kelly {
      Check.argument(fraction > 0 && fraction <= 1, "fraction must be in (0, 1], was %s", fraction);
      checkShare(most);
      Check.argument(trades >= 1, "trades must be >= 1, was %s", trades);
    }

    @Override
    public OptionalDouble budget(Sizer.Situation now, Evidence evidence) {
      if (evidence.trades().trades() < trades) {
        return OptionalDouble.empty();
      }
      double share = Math.min(fraction * whole(evidence.trades()), most);
      return OptionalDouble.of(Math.max(0, share) * now.equity());
    }

    /** Kelly's own share: negative where the trades lose, no number where none won or lost. */
    private static double whole(TradeRecord trades) {
      double odds = trades.averageLoss() / trades.averageWin();
      return trades.winRate() - (1 - trades.winRate()) * odds;
    }
  }

  /** A share of equity times the signal's confidence. */
  record Confidence(double base) implements SizingRule {
    /** From 60 % of equity; the limits cut it down. */
    public static final Confidence DEFAULT = new Confidence(0.6);

    /** Checks the range. */
    public Confidence {
      checkShare(base);
    }

    @Override
    public OptionalDouble budget(Sizer.Situation now, Evidence evidence) {
      return OptionalDouble.of(base * now.equity() * evidence.confidence());
    }
  }

  /**
   * A share of equity that volatility and doubt make smaller: {@code base * (1 - min(weight *
   * volatility, most)) * confidence^2}.
   *
   * @param base share of equity
   * @param weight of a day's volatility
   * @param most what volatility takes at most, a ratio
   */
  record Damped(double base, double weight, double most) implements SizingRule {
    /** Twice the volatility, at most half, of 60 % of equity. */
    public static final Damped DEFAULT = new Damped(0.6, 2, 0.5);

    /** Checks the ranges. */
    public Damped {
      checkShare(base);
      Check.argument(weight >= 0 && weight <= 1000, "weight must be >= 0, was %s", weight);
      Check.argument(most >= 0 && most <= 1, "most must be in [0, 1], was %s", most);
    }

    @Override
    public OptionalDouble budget(Sizer.Situation now, Evidence evidence) {
      double calm = 1 - Math.min(weight * atLeast0(evidence.volatility()), most);
      double sure = evidence.confidence() * evidence.confidence();
      return OptionalDouble.of(base * now.equity() * calm * sure);
    }
  }

  private static void checkShare(double ratio) {
    Check.argument(ratio > 0 && ratio <= 100, "a share of equity must be > 0, was %s", ratio);
  }

  private static void checkRisk(double ratio) {
    Check.argument(ratio > 0 && ratio <= 1, "ratio must be in (0, 1], was %s", ratio);
  }

  /** A divisor; what is none is no number. */
  private static double above0(double value) {
    return value > 0 ? value : Double.NaN;
  }

  /** A deviation; a negative one is no number. */
  private static double atLeast0(double value) {
    return value >= 0 ? value : Double.NaN;
  }
}
