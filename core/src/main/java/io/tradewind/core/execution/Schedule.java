package io.tradewind.core.execution;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import java.math.RoundingMode;

/**
 * When the slices of an order are due and how much is to be placed by then. The first is due in the
 * first stretch of time; one more time, the end, is for what is still left then.
 */
final class Schedule {
  private final long askedScaled;
  private final long durationNs;
  private final double jitter;
  private final long seed;
  private final VolumeCurve curve;
  private final long participationPpm;
  private final Tactic.Benchmark benchmark;
  private final long[] dueNs;
  private final long[] targetScaled;

  private Schedule(
      ParentOrder parent,
      int slices,
      long durationNs,
      double jitter,
      VolumeCurve curve,
      long participationPpm,
      Tactic.Benchmark benchmark) {
    this.askedScaled = parent.qtyScaled();
    this.seed = parent.seed();
    this.durationNs = durationNs;
    this.jitter = jitter;
    this.curve = curve;
    this.participationPpm = participationPpm;
    this.benchmark = benchmark;
    this.dueNs = new long[slices + 1];
    this.targetScaled = new long[slices + 1];
  }

  static Schedule of(ExecutionStyle.Twap style, ParentOrder parent) {
    return new Schedule(
        parent,
        style.slices(),
        style.durationNs(),
        style.jitter(),
        VolumeCurve.FLAT,
        0,
        Tactic.Benchmark.TWAP);
  }

  static Schedule of(ExecutionStyle.Vwap style, ParentOrder parent) {
    return new Schedule(
        parent,
        style.slices(),
        style.durationNs(),
        0,
        style.curve(),
        Crossing.ppm(style.participation()),
        Tactic.Benchmark.VWAP);
  }

  /** Lays the slices out from a time on. */
  void begin(long startNs) {
    SplitMix random = new SplitMix(seed);
    int slices = slices();
    long endNs = Utc.plus(startNs, durationNs);
    double whole = curve.share(startNs, endNs);
    for (int i = 0; i < slices; i++) {
      long beginNs = startNs + part(i);
      long late = (long) (jitter * random.nextDouble() * (part(i + 1) - part(i)));
      dueNs[i] = beginNs + late;
      targetScaled[i] =
          whole > 0
              ? Math.round(askedScaled * (curve.share(startNs, startNs + part(i + 1)) / whole))
              : FixedPoint.mulDiv(askedScaled, i + 1, slices, RoundingMode.FLOOR);
      targetScaled[i] = Math.min(targetScaled[i], askedScaled);
    }
    targetScaled[slices - 1] = askedScaled;
    targetScaled[slices] = askedScaled;
    dueNs[slices] = endNs;
  }

  private long part(int slice) {
    return FixedPoint.mulDiv(durationNs, slice, slices(), RoundingMode.FLOOR);
  }

  int slices() {
    return dueNs.length - 1;
  }

  /** The slices, and the end. */
  int steps() {
    return dueNs.length;
  }

  long dueNs(int step) {
    return dueNs[step];
  }

  /** What is to be placed when a step is due, with all before it. */
  long targetScaled(int step) {
    return targetScaled[step];
  }

  /** Whether only a part of the market's volume may be had. */
  boolean isCapped() {
    return participationPpm > 0;
  }

  /** The most that may be placed after a volume. */
  long capScaled(long volumeScaled) {
    return FixedPoint.mulDiv(volumeScaled, participationPpm, 1_000_000, RoundingMode.FLOOR);
  }

  Tactic.Benchmark benchmark() {
    return benchmark;
  }
}
