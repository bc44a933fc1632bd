package io.tradewind.core.execution.latency;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * A histogram for each step, from stamps that are given. A step that ends before it begins, as two
 * clocks that differ make it, is counted apart.
 */
public final class StepLatencies implements Resettable {
  private final LatencyHistogram[] steps = new LatencyHistogram[LatencyStep.values().length];
  private final long[] backward = new long[steps.length];

  /** Empty. */
  public StepLatencies() {
    for (int i = 0; i < steps.length; i++) {
      steps[i] = new LatencyHistogram();
    }
  }

  /** A step from one stamp to another, both in nanoseconds of any one origin. */
  public void record(LatencyStep step, long fromNs, long toNs) {
    if (toNs < fromNs) {
      backward[step.ordinal()]++;
    } else {
      steps[step.ordinal()].record(Math.subtractExact(toNs, fromNs));
    }
  }

  /** What was counted of a step. */
  public LatencySummary summary(LatencyStep step) {
    return steps[step.ordinal()].summary();
  }

  /** What was counted of a step, in the buckets that all have. */
  public LatencyBuckets buckets(LatencyStep step) {
    return steps[step.ordinal()].buckets();
  }

  /** How often a step seemed to end before it began. */
  public long backward(LatencyStep step) {
    return backward[step.ordinal()];
  }

  /** Counts all that another has counted, too. */
  public void add(StepLatencies other) {
    for (int i = 0; i < steps.length; i++) {
      steps[i].add(other.steps[i]);
      backward[i] += other.backward[i];
    }
  }

  @Override
  public void reset() {
    for (int i = 0; i < steps.length; i++) {
      steps[i].reset();
      backward[i] = 0;
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("step-latencies", 1).writeLongs(backward);
    for (LatencyHistogram step : steps) {
      step.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("step-latencies", 1);
    in.readLongs(backward);
    for (LatencyHistogram step : steps) {
      step.load(in);
    }
  }
}
