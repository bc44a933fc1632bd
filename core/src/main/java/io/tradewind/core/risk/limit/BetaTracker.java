package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.analytics.window.RollingComoments;

/**
 * The beta of each instrument to a reference over the last returns that both had: {@code sum((x -
 * mean x)(y - mean y)) / sum((x - mean x)^2)}, x the reference's, the slope of the least squares
 * line (W. Sharpe, 1963, "A simplified model for portfolio analysis", Management Science 9). 1
 * until the window is full, and while the reference has not moved. Returns that are no number are
 * left out. Nothing is allocated by an update.
 */
public final class BetaTracker implements Stateful {
  private final int reference;
  private final RollingComoments[] pairs;

  /**
   * Before any return.
   *
   * @param instruments at least 1
   * @param reference one of them
   * @param length returns in the window, at least 2
   */
  public BetaTracker(int instruments, int reference, int length) {
    Check.argument(
        reference >= 0 && reference < instruments, "reference must exist, was %s", reference);
    Check.argument(length >= 2, "length must be >= 2, was %s", length);
    this.reference = reference;
    this.pairs = new RollingComoments[instruments];
    for (int i = 0; i < instruments; i++) {
      pairs[i] = new RollingComoments(length);
    }
  }

  /**
   * Takes the returns of one moment.
   *
   * @param returns {@code [instruments]}, fractions, NaN where missing
   */
  public void update(double[] returns) {
    Check.argument(
        returns.length == pairs.length, "returns must be of all, were of %s", returns.length);
    double x = returns[reference];
    for (int i = 0; i < pairs.length; i++) {
      if (Double.isFinite(x) && Double.isFinite(returns[i])) {
        pairs[i].add(x, returns[i]);
      }
    }
  }

  /** Of an instrument, of the reference itself 1. */
  public double beta(int instrument) {
    RollingComoments pair = pairs[instrument];
    boolean isKnown = pair.isFull() && pair.firstSpread() > 0;
    return isKnown && instrument != reference ? pair.coSpread() / pair.firstSpread() : 1;
  }

  /** Notional of all holdings in units of the reference. */
  public double betaNotional(Holdings held) {
    double sum = 0;
    for (Holding holding : held.all()) {
      sum += beta(holding.instrument()) * holding.notional();
    }
    return sum;
  }

  @Override
  public void save(StateWriter out) {
    out.section("beta-tracker", 1);
    for (RollingComoments pair : pairs) {
      pair.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("beta-tracker", 1);
    for (RollingComoments pair : pairs) {
      pair.load(in);
    }
  }
}
