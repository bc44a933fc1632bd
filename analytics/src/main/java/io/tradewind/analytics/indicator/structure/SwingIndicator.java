package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.structure.SwingDetector;
import io.tradewind.analytics.structure.SwingKind;
import io.tradewind.analytics.structure.Swings;

/**
 * An indicator of the swings that are known, with the two parameters that say what a swing is. A
 * NaN in a high or low makes all outputs NaN until a reset.
 */
abstract class SwingIndicator extends BarIndicator {
  static final ChoiceParameter KIND = Parameter.choice("kind", "atr", "percent", "fractal");
  static final DecimalParameter SIZE = Parameter.decimal("size", 3, 0.001, 1000);

  private static final double ALIKE = 1e-9;

  private final SwingDetector detector;

  SwingIndicator(Definition definition, SwingDetector detector) {
    super(definition, detector.warmup());
    this.detector = part(detector);
  }

  static SwingDetector detector(String kind, double size) {
    return SwingKind.of(KIND.parse(kind)).detector(SIZE.check(size));
  }

  /** Takes the next closed bar and returns the new main output, NaN until ready. */
  @Override
  public final double update(double open, double high, double low, double close, double volume) {
    boolean known = detector.update(high, low, close);
    double main = look(known, high, low, close, volume);
    if (detector.isSound()) {
      return publish(main);
    }
    for (int output = 1; output < definition().outputs().size(); output++) {
      set(output, Double.NaN);
    }
    return publish(Double.NaN);
  }

  /** The new one if it is clearly stronger, so that rounding does not choose between two alike. */
  static double stronger(double strongest, double signed) {
    return Math.abs(signed) > Math.abs(strongest) + ALIKE ? signed : strongest;
  }

  /** Sets the other outputs and returns the main one. */
  abstract double look(boolean known, double high, double low, double close, double volume);

  /** Whether no bar was NaN; else nothing is known any more. */
  final boolean isSound() {
    return detector.isSound();
  }

  /** The last swings that are known. */
  public final Swings swings() {
    return detector.swings();
  }
}
