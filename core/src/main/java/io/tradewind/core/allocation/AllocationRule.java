package io.tradewind.core.allocation;

import io.tradewind.analytics.check.Check;
import java.util.List;

/** How target weights come about, before floors, caps and the bound on shifts. */
public sealed interface AllocationRule {

  /** The same for each. */
  record Equal() implements AllocationRule {}

  /**
   * Weights that were chosen.
   *
   * @param weightsPpm by strategy, millionths that sum to a million
   */
  record Fixed(List<Long> weightsPpm) implements AllocationRule {
    /** Checks the sum. */
    public Fixed {
      weightsPpm = List.copyOf(weightsPpm);
      long sum = 0;
      for (long weight : weightsPpm) {
        Check.argument(weight >= 0, "a weight must be >= 0, was %s", weight);
        sum = Math.addExact(sum, weight);
      }
      Check.argument(
          sum == Allocator.WHOLE_PPM, "fixed weights must sum to 1000000 ppm, were %s", sum);
    }
  }

  /**
   * By the chance of being the best, as the record so far has it. What is known of a strategy's
   * returns is a normal-gamma distribution of their mean and precision; from it a ratio of mean to
   * deviation is drawn for each strategy, many times over, and a strategy's weight is the part of
   * the draws in which its ratio was the highest. So capital goes to the best the faster the
   * clearer it is which that is.
   *
   * <p>With n returns of mean m and sum of squared deviations S, and a prior of k returns of mean 0
   * and squared deviation v: {@code precision ~ gamma((k + n) / 2) / ((k v + S + k n m^2 / (k + n))
   * / 2)}, {@code mean ~ normal(n m / (k + n), 1 / ((k + n) precision))}; v is the mean square of
   * all strategies' returns. Sources: W. Thompson (1933), "On the likelihood that one unknown
   * probability exceeds another in view of the evidence of two samples", Biometrika 25, who divides
   * by this chance; M. DeGroot (1970), "Optimal Statistical Decisions", section 9.6, for the
   * posterior; Q. Zhu and V. Tan (2020), "Thompson sampling algorithms for mean-variance bandits",
   * ICML, for a risk-adjusted score; F. Trovo, S. Paladino, M. Restelli and N. Gatti (2020),
   * "Sliding-window Thompson sampling for non-stationary settings", Journal of Artificial
   * Intelligence Research 68, for forgetting what is older than the window.
   *
   * @param draws how many, each for all strategies
   * @param priorPeriods weight of the prior, in periods, at least 2
   * @param exploration the part that is divided equally, whatever the record says
   */
  record Bandit(int draws, double priorPeriods, double exploration) implements AllocationRule {
    /** A thousand draws, a prior of ten days, a tenth for exploration. */
    public static final Bandit DEFAULT = new Bandit(1000, 10, 0.1);

    /** Checks the ranges. */
    public Bandit {
      Check.argument(draws >= 1 && draws <= 1_000_000, "draws must be 1 to 1000000, was %s", draws);
      Check.argument(
          priorPeriods >= 2 && priorPeriods <= 1e6,
          "priorPeriods must be 2 to 1e6, was %s",
          priorPeriods);
      Check.argument(
          exploration >= 0 && exploration <= 1, "exploration must be 0 to 1, was %s", exploration);
    }
  }
}
