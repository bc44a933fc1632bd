package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * The part that Ehlers' cycle indicators share: the price split into a part in phase with its cycle
 * and one a quarter of a cycle behind, and from how fast their angle turns, the cycle's period.
 *
 * <p>The price is smoothed with weights 4, 3, 2, 1 over ten. The transform of a series is {@code
 * h(x) = (0.0962 x + 0.5769 x2 - 0.5769 x4 - 0.0962 x6) (0.075 period + 0.54)}, with the period of
 * the bar before. It gives the detrender from the smoothed price, the quadrature from the
 * detrender; the phase part is the detrender of 3 bars before. Both are turned ahead by a transform
 * of their own, smoothed, and multiplied with those of the bar before; the angle of that product is
 * the turn of one bar, which must be within 0.67 to 1.5 of the last and 6 to 50 bars a turn.
 * Source: J. F. Ehlers (2001), "Rocket Science for Traders", chapters 6 and 7.
 *
 * <p>As in TA-Lib, the first values only smooth the price, and before that everything is 0. Its
 * smoothing keeps running sums; ours sums the four prices anew, and takes a detrender within 1e-14
 * of the price as none, because the angle of what rounding leaves of a price at rest says nothing.
 */
public final class HilbertTransform implements Resettable {
  /** Values that MAMA, the period and the phasor leave out at the beginning. */
  public static final int SHORT_START = 12;

  /** Values that phase, sine, trend line and trend mode leave out at the beginning. */
  public static final int LONG_START = 37;

  private static final double FIRST = 0.0962;
  private static final double SECOND = 0.5769;
  private static final double NOISE = 1e-14;
  private static final double DEGREES = 180.0 / Math.PI;

  private final int start;
  private final Recent prices = new Recent(4);
  private final Recent smoothed = new Recent(8);
  private final Recent detrended = new Recent(8);
  private final Recent inPhases = new Recent(8);
  private final Recent quadratures = new Recent(8);
  private int seen;
  private double i2;
  private double q2;
  private double re;
  private double im;
  private double period;
  private double smoothPeriod;

  /**
   * Without values.
   *
   * @param start values at the beginning that only smooth the price
   */
  public HilbertTransform(int start) {
    this.start = start;
  }

  /** Takes a value. */
  public void update(double value) {
    prices.push(value);
    if (seen < start) {
      seen++;
      return;
    }
    double smooth = (4.0 * value + 3.0 * prices.ago(1) + 2.0 * prices.ago(2) + prices.ago(3)) * 0.1;
    double gain = 0.075 * period + 0.54;
    smoothed.push(smooth);
    double detrender = transform(smoothed);
    detrended.push(Math.abs(detrender) <= NOISE * Math.abs(smooth) ? 0.0 : detrender * gain);
    quadratures.push(transform(detrended) * gain);
    inPhases.push(detrended.ago(3));
    turn(transform(inPhases) * gain, transform(quadratures) * gain);
  }

  private static double transform(Recent x) {
    return FIRST * (x.ago(0) - x.ago(6)) + SECOND * (x.ago(2) - x.ago(4));
  }

  private void turn(double inPhaseAhead, double quadratureAhead) {
    double nextI2 = 0.2 * (inPhase() - quadratureAhead) + 0.8 * i2;
    double nextQ2 = 0.2 * (quadrature() + inPhaseAhead) + 0.8 * q2;
    re = 0.2 * (nextI2 * i2 + nextQ2 * q2) + 0.8 * re;
    im = 0.2 * (nextI2 * q2 - nextQ2 * i2) + 0.8 * im;
    i2 = nextI2;
    q2 = nextQ2;
    double turned = im != 0 && re != 0 ? 360.0 / (StrictMath.atan(im / re) * DEGREES) : period;
    double near = Math.max(Math.min(turned, 1.5 * period), 0.67 * period);
    period = 0.2 * Math.clamp(near, 6.0, 50.0) + 0.8 * period;
    smoothPeriod = 0.33 * period + 0.67 * smoothPeriod;
  }

  /** The smoothed price. */
  public double smoothed() {
    return smoothed.ago(0);
  }

  /** The part in phase, 3 bars late. */
  public double inPhase() {
    return inPhases.ago(0);
  }

  /** The part a quarter of a cycle behind. */
  public double quadrature() {
    return quadratures.ago(0);
  }

  /** The period of the cycle, smoothed, in bars. */
  public double period() {
    return smoothPeriod;
  }

  @Override
  public void reset() {
    seen = 0;
    prices.reset();
    smoothed.reset();
    detrended.reset();
    inPhases.reset();
    quadratures.reset();
    i2 = 0;
    q2 = 0;
    re = 0;
    im = 0;
    period = 0;
    smoothPeriod = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(seen);
    prices.save(out);
    smoothed.save(out);
    detrended.save(out);
    inPhases.save(out);
    quadratures.save(out);
    out.writeDouble(i2).writeDouble(q2).writeDouble(re).writeDouble(im);
    out.writeDouble(period).writeDouble(smoothPeriod);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readCount(start);
    prices.load(in);
    smoothed.load(in);
    detrended.load(in);
    inPhases.load(in);
    quadratures.load(in);
    i2 = in.readDouble();
    q2 = in.readDouble();
    re = in.readDouble();
    im = in.readDouble();
    period = in.readDouble();
    smoothPeriod = in.readDouble();
  }
}
