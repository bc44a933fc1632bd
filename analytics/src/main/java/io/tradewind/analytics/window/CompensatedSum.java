package io.tradewind.analytics.window;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * A running total that keeps what one double cannot hold, so that small numbers are not lost beside
 * a large total and ten million of them leave no drift.
 *
 * <p>Source: A. Neumaier (1974), "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
 * Summen", ZAMM 54; the error of each addition is D. E. Knuth's two-sum, which needs no branch.
 */
public final class CompensatedSum implements Resettable {
  private double sum;
  private double error;

  /** 0. */
  public CompensatedSum() {}

  /** Adds a number and returns the new total. */
  public double add(double value) {
    double next = sum + value;
    double part = next - sum;
    error += (sum - (next - part)) + (value - part);
    sum = next;
    return sum + error;
  }

  /** The total. */
  public double value() {
    return sum + error;
  }

  @Override
  public void reset() {
    sum = 0;
    error = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeDouble(sum).writeDouble(error);
  }

  @Override
  public void load(StateReader in) {
    sum = in.readDouble();
    error = in.readDouble();
  }
}
