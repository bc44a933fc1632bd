package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Where in its dominant cycle the price is, in degrees from -45 to 315. The smoothed price of one
 * whole period is multiplied with sine and cosine of one turn; the phase is the angle of the two
 * sums, with one bar added for the lag of the smoothing. Source: J. F. Ehlers (2001), "Rocket
 * Science for Traders", chapter 9.
 *
 * <p>The newest price is taken off all of them, which changes neither sum over a whole turn but
 * keeps the digits that a small cycle hangs on. Without any movement both sums are 0, and so is
 * their angle; where only the second is, the angle is a right one, as Ehlers has it. TA-Lib gives
 * the angle of what rounding left there.
 *
 * <p>A period has at most 50 bars, so an update walks no more than those; their sines and cosines
 * are kept for each whole number of bars.
 */
final class CyclePhase implements Resettable {
  private static final int LONGEST = 50;
  private static final double[][] SINES = table(false);
  private static final double[][] COSINES = table(true);
  private static final double DEGREES = 180.0 / Math.PI;

  private final HilbertTransform hilbert = new HilbertTransform(HilbertTransform.LONG_START);
  private final Recent smoothed = new Recent(64);
  private double phase;
  private double previous;

  private static double[][] table(boolean cosine) {
    double[][] table = new double[LONGEST + 1][];
    for (int bars = 0; bars <= LONGEST; bars++) {
      table[bars] = new double[bars];
      for (int bar = 0; bar < bars; bar++) {
        double angle = bar * (2.0 * Math.PI) / bars;
        table[bars][bar] = cosine ? StrictMath.cos(angle) : StrictMath.sin(angle);
      }
    }
    return table;
  }

  void update(double value) {
    hilbert.update(value);
    previous = phase;
    double period = hilbert.period();
    if (period == 0) {
      return;
    }
    smoothed.push(hilbert.smoothed());
    int bars = (int) (period + 0.5);
    double[] sines = SINES[bars];
    double[] cosines = COSINES[bars];
    double anchor = smoothed.ago(0);
    double real = 0;
    double imaginary = 0;
    for (int bar = 0; bar < bars; bar++) {
      double price = smoothed.ago(bar) - anchor;
      real += sines[bar] * price;
      imaginary += cosines[bar] * price;
    }
    phase = angle(real, imaginary) + 90.0 + 360.0 / period;
    if (imaginary < 0) {
      phase += 180.0;
    }
    if (phase > 315.0) {
      phase -= 360.0;
    }
  }

  private static double angle(double real, double imaginary) {
    return imaginary == 0 ? 90.0 * Math.signum(real) : StrictMath.atan(real / imaginary) * DEGREES;
  }

  HilbertTransform hilbert() {
    return hilbert;
  }

  /** In degrees. */
  double phase() {
    return phase;
  }

  /** By how much it turned with the last value, in degrees. */
  double turn() {
    return phase - previous;
  }

  @Override
  public void reset() {
    hilbert.reset();
    smoothed.reset();
    phase = 0;
    previous = 0;
  }

  @Override
  public void save(StateWriter out) {
    hilbert.save(out);
    smoothed.save(out);
    out.writeDouble(phase).writeDouble(previous);
  }

  @Override
  public void load(StateReader in) {
    hilbert.load(in);
    smoothed.load(in);
    phase = in.readDouble();
    previous = in.readDouble();
  }
}
