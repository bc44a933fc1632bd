package io.tradewind.analytics.regime;

import io.tradewind.analytics.indicator.Adx;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * The regime by rules with soft edges. An edge from a to b is 0 up to a, 1 from b on and a straight
 * line between:
 *
 * <pre>
 * wild  = edge(0.7, 0.9) of the percentile of realised volatility
 * calm  = edge(0.7, 0.9) of 1 - that percentile
 * trend = the mean of edge(15, 35) of the ADX and edge(0.4, 0.6) of the Hurst exponent
 *
 * volatile = wild
 * trending = (1 - wild) trend
 * quiet    = (1 - wild) (1 - trend) calm
 * ranging  = (1 - wild) (1 - trend) (1 - calm)
 * </pre>
 *
 * <p>They sum to 1, as probabilities do, and go through a {@link Hysteresis}. In the middle of the
 * edges stand 80 %, Wilder's (1978) 25 for the ADX, and the random walk's 0.5. A measure that is
 * NaN makes all four NaN, and the regime stays as it is.
 *
 * @see VolatilityPercentile
 * @see HurstExponent
 */
public final class RuleBasedRegime implements RegimeDetector {

  /**
   * The lengths of the measures and the hysteresis.
   *
   * @param adxLength of the ADX, at least 2
   * @param volatilityLength returns in one volatility, at least 2
   * @param volatilityWindow volatilities that one is ranked among, at least 2
   * @param hurstLength moves in one exponent, at least 32
   * @param enter the membership to enter a regime at, 0 to 1
   * @param leave the membership to leave a regime below, 0 to enter
   * @param minimumBars how many bars a regime must call in a row, at least 1
   */
  public record Rules(
      int adxLength,
      int volatilityLength,
      int volatilityWindow,
      int hurstLength,
      double enter,
      double leave,
      int minimumBars) {
    /**
     * For bars of an hour: a day's volatility among a month's, ten days' moves, six hours' call.
     */
    public static final Rules HOURLY = new Rules(14, 24, 720, 240, 0.6, 0.4, 6);
  }

  private final Adx adx;
  private final VolatilityPercentile volatility;
  private final HurstExponent hurst;
  private final Hysteresis hysteresis;
  private final int warmup;
  private final double[] memberships = new double[Regime.COUNT];
  private int seen;

  /** By such rules. */
  public RuleBasedRegime(Rules rules) {
    this.adx = new Adx(rules.adxLength());
    this.volatility = new VolatilityPercentile(rules.volatilityLength(), rules.volatilityWindow());
    this.hurst = new HurstExponent(rules.hurstLength());
    this.hysteresis = new Hysteresis(rules.enter(), rules.leave(), rules.minimumBars());
    this.warmup = Math.max(adx.warmup(), Math.max(volatility.warmup(), hurst.warmup()));
    Arrays.fill(memberships, Double.NaN);
  }

  @Override
  public void update(double open, double high, double low, double close, double volume) {
    adx.update(open, high, low, close, volume);
    volatility.update(close);
    hurst.update(close);
    seen = Math.min(seen + 1, warmup);
    if (seen == warmup) {
      weigh();
      hysteresis.update(memberships);
    }
  }

  private void weigh() {
    double wild = edge(volatility.value(), 0.7, 0.9);
    double calm = edge(1 - volatility.value(), 0.7, 0.9);
    double trend = 0.5 * (edge(adx.value(), 15, 35) + edge(hurst.value(), 0.4, 0.6));
    memberships[Regime.VOLATILE.ordinal()] = wild;
    memberships[Regime.TRENDING.ordinal()] = (1 - wild) * trend;
    memberships[Regime.QUIET.ordinal()] = (1 - wild) * (1 - trend) * calm;
    memberships[Regime.RANGING.ordinal()] = (1 - wild) * (1 - trend) * (1 - calm);
  }

  private static double edge(double value, double from, double to) {
    return Math.clamp((value - from) / (to - from), 0.0, 1.0);
  }

  @Override
  public int warmup() {
    return warmup;
  }

  @Override
  public boolean isReady() {
    return hysteresis.isReady();
  }

  @Override
  public Regime regime() {
    return Regime.at(hysteresis.state());
  }

  @Override
  public double membership(Regime regime) {
    return memberships[regime.ordinal()];
  }

  @Override
  public void reset() {
    adx.reset();
    volatility.reset();
    hurst.reset();
    hysteresis.reset();
    Arrays.fill(memberships, Double.NaN);
    seen = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.section("rule-based-regime", 1).writeInt(seen).writeDoubles(memberships);
    adx.save(out);
    volatility.save(out);
    hurst.save(out);
    hysteresis.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("rule-based-regime", 1);
    seen = in.readInt();
    in.readDoubles(memberships);
    adx.load(in);
    volatility.load(in);
    hurst.load(in);
    hysteresis.load(in);
  }
}
