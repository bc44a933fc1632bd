package io.tradewind.research.bias;

import io.tradewind.research.bias.WarmupReport.FeatureCurve;
import io.tradewind.research.bias.WarmupReport.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * How far one feature is off, by how much history a run has had: {@code |a - b| / max(|b|, m)},
 * where b is its value with all the history, a with less, and m the mean of |b|, so that a feature
 * that passes through zero is not called far off there.
 */
final class FeatureDrift {
  /** What is nearer than this is the same but for rounding. */
  static final double SAME = 1e-9;

  /** A difference that decays has become smaller than this before it is gone. */
  private static final double SUDDEN = 1e-6;

  /** So many candles a feature must have been the same for its difference to be called gone. */
  private static final int LONG_ENOUGH = 10;

  /** Starts from which windows are told from flips of a state. */
  private static final int FEWEST_STARTS = 3;

  private final String name;
  private final double scale;
  private double[] worst = new double[1024];
  private final List<End> ends = new ArrayList<>();
  private int size;
  private boolean off;

  /** The latest candle of the start under way at which it was off, and how far. */
  private int lastOff;

  private double lastDifference;
  private int lastSeen;

  /**
   * How a start came to its end.
   *
   * @param lastOff the latest history at which it was off, -1 if it never was
   * @param lastSeen the latest history that it had
   * @param sudden whether it was far off, and then the same
   */
  private record End(int lastOff, int lastSeen, boolean sudden) {}

  FeatureDrift(String name, double scale) {
    this.name = name;
    this.scale = scale;
    Arrays.fill(worst, Double.NaN);
  }

  String name() {
    return name;
  }

  /** How far off a value is. */
  double difference(double actual, double expected) {
    if (Double.compare(actual, expected) == 0) {
      return 0;
    }
    double difference =
        Math.abs(actual - expected) / Math.max(Math.abs(expected), Math.max(scale, SAME));
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  void begin() {
    lastOff = -1;
    lastDifference = 0;
    lastSeen = -1;
  }

  /** A value after so many candles of history. */
  void add(int history, double difference) {
    if (history >= worst.length) {
      int before = worst.length;
      worst = Arrays.copyOf(worst, Math.max(before * 2, history + 1));
      Arrays.fill(worst, before, worst.length, Double.NaN);
    }
    worst[history] =
        Double.isNaN(worst[history]) ? difference : Math.max(worst[history], difference);
    size = Math.max(size, history + 1);
    lastSeen = Math.max(lastSeen, history);
    if (difference > SAME) {
      off = true;
      if (history >= lastOff) {
        lastOff = history;
        lastDifference = difference;
      }
    }
  }

  void end() {
    boolean sudden = lastDifference > SUDDEN && lastSeen - lastOff >= LONG_ENOUGH;
    ends.add(new End(lastOff, lastSeen, sudden));
  }

  FeatureCurve curve(List<Integer> lengths, double tolerance, int longest) {
    double[] tail = tail();
    List<Double> told =
        lengths.stream().map(length -> length < size ? tail[length] : Double.NaN).toList();
    OptionalInt settled = settled(tail, tolerance, longest);
    return new FeatureCurve(name, told, settled, shape(settled));
  }

  /** Whether it comes nearer at all: at least to half of what it was off at first. */
  static boolean comesNearer(FeatureCurve curve) {
    List<Double> known = curve.worst().stream().filter(value -> !value.isNaN()).toList();
    return known.size() > 1 && known.getLast() < known.getFirst() / 2;
  }

  private Shape shape(OptionalInt settled) {
    if (!off) {
      return Shape.EXACT;
    }
    if (settled.isEmpty()) {
      return Shape.DRIFTING;
    }
    return endsAtOneLength() ? Shape.TOO_EARLY : Shape.DECAYING;
  }

  /**
   * A window fills after as many candles from any start; a state flips when prices make it. A start
   * that did not come that far says nothing of it.
   */
  private boolean endsAtOneLength() {
    int last = ends.stream().filter(End::sudden).mapToInt(End::lastOff).max().orElse(size);
    List<End> reached = ends.stream().filter(end -> end.lastSeen >= last + LONG_ENOUGH).toList();
    return reached.size() >= FEWEST_STARTS
        && reached.stream().allMatch(end -> end.sudden && last - end.lastOff <= 1);
  }

  private static OptionalInt settled(double[] tail, double tolerance, int longest) {
    int first = 0;
    while (first < tail.length && Double.isNaN(tail[first])) {
      first++;
    }
    for (int length = first; length < tail.length && length <= longest; length++) {
      if (tail[length] <= tolerance) {
        return OptionalInt.of(length);
      }
    }
    return tail.length == 0 ? OptionalInt.of(0) : OptionalInt.empty();
  }

  /** The worst from each length on. */
  private double[] tail() {
    double[] tail = Arrays.copyOf(worst, size);
    for (int length = size - 2; length >= 0; length--) {
      if (Double.isNaN(tail[length]) || tail[length] < tail[length + 1]) {
        tail[length] = tail[length + 1];
      }
    }
    int seen = 0;
    while (seen < size && Double.isNaN(worst[seen])) {
      tail[seen++] = Double.NaN;
    }
    return tail;
  }
}
