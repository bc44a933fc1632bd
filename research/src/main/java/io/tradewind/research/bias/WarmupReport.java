package io.tradewind.research.bias;

import java.util.List;
import java.util.OptionalInt;

/**
 * What an examination of the warm-up came to. Lengths of history are in candles of the run's
 * interval.
 *
 * @param history how many candles lie before the span
 * @param firstCall after how many the strategy is told of one for the first time; empty if never
 * @param tolerance the relative difference of a feature that is let pass, 0.001 being 0.1 %
 * @param signals how many the strategy raised within the span with all the history
 * @param lengths of history at which features are told, rising
 * @param features one for each, an output of several having a curve of its own
 * @param starts the other starts that were tried, the shortest history first
 * @param findings what is wrong, empty where nothing is
 */
public record WarmupReport(
    int history,
    OptionalInt firstCall,
    double tolerance,
    int signals,
    List<Integer> lengths,
    List<FeatureCurve> features,
    List<Start> starts,
    List<Finding> findings) {
  /** Copies the lists. */
  public WarmupReport {
    lengths = List.copyOf(lengths);
    features = List.copyOf(features);
    starts = List.copyOf(starts);
    findings = List.copyOf(findings);
  }

  /**
   * How a feature comes nearer to what it is with all the history.
   *
   * @param name as in {@link LookaheadReport#features}
   * @param worst for each of the report's lengths the largest relative difference from that much
   *     history on, over all starts; NaN where no start tells
   * @param settledAfter the history from which it stays within the tolerance
   * @param shape how it comes nearer
   */
  public record FeatureCurve(
      String name, List<Double> worst, OptionalInt settledAfter, Shape shape) {
    /** Copies the list. */
    public FeatureCurve {
      worst = List.copyOf(worst);
    }
  }

  /** How a feature comes nearer to what it is with all the history. */
  public enum Shape {
    /** It is the same from its first value on, as that of a window is. */
    EXACT("the same at once"),
    /** Its difference decays, as that of a recursive one does. */
    DECAYING("decays"),
    /** It is far off, and then at once the same: its window was not full yet. */
    TOO_EARLY("ready too early"),
    /** Its difference stays. */
    DRIFTING("never settles");

    private final String text;

    Shape(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }

  /**
   * A run with less history.
   *
   * @param history candles before the span
   * @param beganNs when its first candle opened
   * @param differing how many signals of the span it raised differently
   */
  public record Start(int history, long beganNs, int differing) {}

  /** History from which all features stay within the tolerance; empty if some never does. */
  public OptionalInt enoughForFeatures() {
    int enough = firstCall.orElse(0);
    for (FeatureCurve feature : features) {
      if (feature.settledAfter().isEmpty()) {
        return OptionalInt.empty();
      }
      enough = Math.max(enough, feature.settledAfter().getAsInt());
    }
    return OptionalInt.of(enough);
  }

  /** The shortest history tried from which all signals are the same; empty if they hang on it. */
  public OptionalInt enoughForSignals() {
    OptionalInt enough = OptionalInt.empty();
    if (findings.stream().anyMatch(one -> one.kind() == Finding.Kind.SIGNALS_HANG_ON_START)) {
      return enough;
    }
    for (Start start : starts.reversed()) {
      if (start.differing() > 0) {
        return enough;
      }
      enough = OptionalInt.of(start.history());
    }
    return enough;
  }

  /** What it comes to. */
  public Verdict verdict() {
    if (!findings.isEmpty()) {
      return Verdict.FOUND;
    }
    return signals == 0 ? Verdict.WEAK : Verdict.CLEAN;
  }
}
