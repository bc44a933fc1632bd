package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.pattern.PatternMatch;
import io.tradewind.analytics.structure.ChartForm;
import io.tradewind.analytics.structure.ChartReading;
import java.util.List;

/**
 * Chart patterns that become known at a bar, each as its direction, 1 up or -1 down, times a
 * confidence from 0 to 1; 0 at all other bars. Outputs: 0 strongest of all, of ones alike the
 * first; then one for each {@link ChartForm}: 1 head-and-shoulders, 2 double, 3 triple, 4 triangle,
 * 5 wedge, 6 flag, 7 pennant, 8 channel. What was seen, with its points and levels, is told by
 * {@link #matches}.
 *
 * <p>A pattern becomes known with its last swing and is read once, from the last five or six swings
 * alone. Sources: see {@link ChartForm}. Ready as {@link SwingPoints}.
 */
public final class ChartPatterns extends SwingIndicator {
  private static final List<ChartForm> FORMS = List.of(ChartForm.values());

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STRUCTURE, "chart-patterns", "Chart patterns as they become known")
          .source("T. N. Bulkowski (2005), Encyclopedia of Chart Patterns, 2nd edition")
          .parameter(KIND)
          .parameter(SIZE)
          .output("strongest", Unit.NUMBER)
          .output("head-and-shoulders", Unit.NUMBER)
          .output("double", Unit.NUMBER)
          .output("triple", Unit.NUMBER)
          .output("triangle", Unit.NUMBER)
          .output("wedge", Unit.NUMBER)
          .output("flag", Unit.NUMBER)
          .output("pennant", Unit.NUMBER)
          .output("channel", Unit.NUMBER)
          .memory(Memory.LASTING)
          .makes(values -> new ChartPatterns(values.get(KIND), values.get(SIZE)));

  private final ChartReading reading = new ChartReading();

  /**
   * By what a swing is.
   *
   * @param kind {@code atr}, {@code percent} or {@code fractal}
   * @param size average true ranges, usually 3; or percent; or bars on either side, whole
   */
  public ChartPatterns(String kind, double size) {
    super(DEFINITION, detector(kind, size));
  }

  @Override
  double look(boolean known, double high, double low, double close, double volume) {
    double strongest = 0;
    for (int i = 0; i < FORMS.size(); i++) {
      boolean seen = known && FORMS.get(i).read(swings(), reading);
      double signed = seen ? reading.signedConfidence() : 0;
      set(i + 1, signed);
      strongest = stronger(strongest, signed);
    }
    return strongest;
  }

  /** The patterns that became known at the latest bar, none after a NaN. */
  public List<PatternMatch> matches() {
    return isSound() ? ChartForm.known(swings()) : List.of();
  }
}
