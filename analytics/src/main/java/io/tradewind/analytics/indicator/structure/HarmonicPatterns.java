package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.pattern.PatternMatch;
import io.tradewind.analytics.structure.HarmonicPattern;
import java.util.List;

/**
 * Harmonic patterns that become known at a bar, each as its direction, 1 up or -1 down, times a
 * confidence from 0 to 1; 0 at all other bars. Outputs: 0 strongest of all, of ones alike the
 * first; then one for each {@link HarmonicPattern}: 1 gartley, 2 bat, 3 butterfly, 4 crab, 5 shark,
 * 6 cypher, 7 ab-cd. What was seen, with its points and zone, is told by {@link #matches}.
 *
 * <p>Sources: see {@link HarmonicPattern}. Ready as {@link SwingPoints}.
 */
public final class HarmonicPatterns extends SwingIndicator {
  private static final DecimalParameter TOLERANCE =
      Parameter.decimal("tolerance", 0.05, 0.0001, 0.5);
  private static final List<HarmonicPattern> PATTERNS = List.of(HarmonicPattern.values());

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STRUCTURE, "harmonic-patterns", "Harmonic patterns as they become known")
          .source("S. M. Carney (2010), Harmonic Trading, volumes 1 and 2")
          .parameter(KIND)
          .parameter(SIZE)
          .parameter(TOLERANCE)
          .output("strongest", Unit.NUMBER)
          .output("gartley", Unit.NUMBER)
          .output("bat", Unit.NUMBER)
          .output("butterfly", Unit.NUMBER)
          .output("crab", Unit.NUMBER)
          .output("shark", Unit.NUMBER)
          .output("cypher", Unit.NUMBER)
          .output("ab-cd", Unit.NUMBER)
          .memory(Memory.LASTING)
          .makes(v -> new HarmonicPatterns(v.get(KIND), v.get(SIZE), v.get(TOLERANCE)));

  private final double tolerance;

  /**
   * By what a swing is, and how exact the ratios must be.
   *
   * @param kind {@code atr}, {@code percent} or {@code fractal}
   * @param size average true ranges, usually 3; or percent; or bars on either side, whole
   * @param tolerance part of a ratio, usually 0.05
   */
  public HarmonicPatterns(String kind, double size, double tolerance) {
    super(DEFINITION, detector(kind, size));
    this.tolerance = TOLERANCE.check(tolerance);
  }

  @Override
  double look(boolean known, double high, double low, double close, double volume) {
    double strongest = 0;
    for (int i = 0; i < PATTERNS.size(); i++) {
      double signed = known ? PATTERNS.get(i).signedConfidence(swings(), tolerance) : 0;
      set(i + 1, signed);
      strongest = stronger(strongest, signed);
    }
    return strongest;
  }

  /** The patterns that became known at the latest bar, none after a NaN. */
  public List<PatternMatch> matches() {
    return isSound() ? HarmonicPattern.known(swings(), tolerance) : List.of();
  }
}
