package io.tradewind.analytics.regime;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * The regime by a hidden Markov model of four states over {@link RegimeFeatures}: the state with
 * the greatest mean volatility is volatile, the one with the smallest is quiet, and of the two
 * between the one with the greater mean ADX is trending, the other ranging. The filtered
 * probabilities, which know nothing of later bars, go through a {@link Hysteresis}.
 */
public final class HiddenMarkovRegime implements RegimeDetector {
  private final HiddenMarkovFilter filter;
  private final RegimeFeatures features;
  private final Hysteresis hysteresis;
  private final int[] stateOf;
  private final double[] observation = new double[RegimeFeatures.COUNT];
  private final double[] memberships = new double[Regime.COUNT];

  /**
   * With a model that was fitted to such features.
   *
   * @param model of four states
   * @param features new ones, which are this object's from now on
   * @param hysteresis a new one, which is this object's from now on
   */
  public HiddenMarkovRegime(HiddenMarkov model, RegimeFeatures features, Hysteresis hysteresis) {
    Check.argument(model.states() == Regime.COUNT, "states must be 4, were %s", model.states());
    Check.argument(
        model.features() == RegimeFeatures.COUNT, "features must be 2, were %s", model.features());
    this.filter = new HiddenMarkovFilter(model);
    this.features = features;
    this.hysteresis = hysteresis;
    this.stateOf = statesByRegime(model);
    Arrays.fill(memberships, Double.NaN);
  }

  private static int[] statesByRegime(HiddenMarkov model) {
    Integer[] calmestFirst = {0, 1, 2, 3};
    Arrays.sort(
        calmestFirst,
        (a, b) ->
            Double.compare(
                model.mean(a, RegimeFeatures.VOLATILITY),
                model.mean(b, RegimeFeatures.VOLATILITY)));
    int calmer = calmestFirst[1];
    int wilder = calmestFirst[2];
    boolean wilderTrends =
        model.mean(wilder, RegimeFeatures.TREND) >= model.mean(calmer, RegimeFeatures.TREND);
    int[] states = new int[Regime.COUNT];
    states[Regime.QUIET.ordinal()] = calmestFirst[0];
    states[Regime.RANGING.ordinal()] = wilderTrends ? calmer : wilder;
    states[Regime.TRENDING.ordinal()] = wilderTrends ? wilder : calmer;
    states[Regime.VOLATILE.ordinal()] = calmestFirst[3];
    return states;
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    features.update(open, high, low, close, volume);
    if (features.isReady()) {
      features.copyTo(observation);
      filter.update(observation);
      for (int regime = 0; regime < memberships.length; regime++) {
        memberships[regime] = filter.probability(stateOf[regime]);
      }
      hysteresis.update(memberships);
    }
    return isReady() ? hysteresis.state() : Double.NaN;
  }

  @Override
  public int warmup() {
    return features.warmup();
  }

  @Override
  public boolean isReady() {
    return hysteresis.isReady();
  }

  @Override
  public Regime regime() {
    return Regime.at(hysteresis.state());
  }

  @Override
  public double membership(Regime regime) {
    return memberships[regime.ordinal()];
  }

  @Override
  public void reset() {
    features.reset();
    filter.reset();
    hysteresis.reset();
    Arrays.fill(memberships, Double.NaN);
  }

  @Override
  public void save(StateWriter out) {
    out.section("hidden-markov-regime", 1).writeDoubles(memberships);
    features.save(out);
    filter.save(out);
    hysteresis.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("hidden-markov-regime", 1);
    in.readDoubles(memberships);
    features.load(in);
    filter.load(in);
    hysteresis.load(in);
  }
}
