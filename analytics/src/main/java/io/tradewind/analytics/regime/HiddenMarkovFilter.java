package io.tradewind.analytics.regime;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * The probabilities of the present state of a {@link HiddenMarkov}, given the observations so far
 * and nothing after them: {@code p(j) ~ density(j) sum(p'(i) transition(i, j))}, at first {@code
 * density(j) start(j)}. Constant work each, and nothing allocated. Source: Rabiner (1989), section
 * III A; Hamilton (1989).
 *
 * <p>A feature that is not finite is missing and left out; without any, the probabilities go one
 * transition on. So they do where an observation is so far off that no state has a density. NaN
 * until the first observation.
 */
public final class HiddenMarkovFilter implements Resettable {
  private final HiddenMarkov model;
  private final double[] probabilities;
  private final double[] expected;
  private final double[] logs;
  private boolean begun;

  /** For a model that was fitted before. */
  public HiddenMarkovFilter(HiddenMarkov model) {
    this.model = model;
    this.probabilities = new double[model.states()];
    this.expected = new double[model.states()];
    this.logs = new double[model.states()];
    reset();
  }

  /**
   * Takes the next observation.
   *
   * @param observation {@code [features]}
   */
  public void update(double[] observation) {
    Check.argument(
        observation.length == model.features(),
        "an observation must have all features, had %s",
        observation.length);
    for (int state = 0; state < expected.length; state++) {
      expected[state] = expected(state);
      logs[state] = StrictMath.log(expected[state]) + model.logDensity(state, observation);
    }
    double sum = LogSum.of(logs);
    for (int state = 0; state < expected.length; state++) {
      probabilities[state] =
          sum == Double.NEGATIVE_INFINITY ? expected[state] : StrictMath.exp(logs[state] - sum);
    }
    begun = true;
  }

  private double expected(int state) {
    if (!begun) {
      return model.start(state);
    }
    double sum = 0;
    for (int from = 0; from < probabilities.length; from++) {
      sum += probabilities[from] * model.transition(from, state);
    }
    return sum;
  }

  /** Of a state, 0 to 1. */
  public double probability(int state) {
    return probabilities[state];
  }

  @Override
  public void reset() {
    Arrays.fill(probabilities, Double.NaN);
    begun = false;
  }

  @Override
  public void save(StateWriter out) {
    out.section("hidden-markov-filter", 1).writeBoolean(begun).writeDoubles(probabilities);
  }

  @Override
  public void load(StateReader in) {
    in.section("hidden-markov-filter", 1);
    begun = in.readBoolean();
    in.readDoubles(probabilities);
  }
}
