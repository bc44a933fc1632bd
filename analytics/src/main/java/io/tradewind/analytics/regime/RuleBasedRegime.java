package io.tradewind.analytics.regime;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Adx;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.parameter.ParameterValues;

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
 * NaN makes all four NaN, and the held regime stays as it is; the ADX keeps a NaN until a reset.
 * Outputs: 0 the ordinal of the held {@link Regime}, NaN where the four are, 1 to 4 trending,
 * ranging, volatile, quiet, by ordinal.
 *
 * @see VolatilityPercentile
 * @see HurstExponent
 */
public final class RuleBasedRegime extends BarIndicator implements RegimeDetector {
  private static final IntParameter ADX = Parameter.integer("adx-length", 14, 2, 100_000);
  private static final IntParameter VOLATILITY =
      Parameter.integer("volatility-length", 24, 2, 100_000);
  private static final IntParameter WINDOW =
      Parameter.integer("volatility-window", 240, 2, 100_000);
  private static final IntParameter HURST = Parameter.integer("hurst-length", 240, 32, 100_000);
  private static final DecimalParameter ENTER = Parameter.decimal("enter", 0.6, 0, 1);
  private static final DecimalParameter LEAVE = Parameter.decimal("leave", 0.4, 0, 1);
  private static final IntParameter BARS = Parameter.integer("minimum-bars", 6, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.REGIME, "regime", "Trending, ranging, volatile or quiet, by rules")
          .source("soft rules over ADX, percentile of realised volatility and Hurst exponent")
          .parameter(ADX)
          .parameter(VOLATILITY)
          .parameter(WINDOW)
          .parameter(HURST)
          .parameter(ENTER)
          .parameter(LEAVE)
          .parameter(BARS)
          .output("regime", Unit.NUMBER)
          .output("trending", Unit.NUMBER)
          .output("ranging", Unit.NUMBER)
          .output("volatile", Unit.NUMBER)
          .output("quiet", Unit.NUMBER)
          .memory(Memory.LASTING)
          .makes(values -> new RuleBasedRegime(Rules.of(values)));

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

    private static Rules of(ParameterValues values) {
      return new Rules(
          values.get(ADX),
          values.get(VOLATILITY),
          values.get(WINDOW),
          values.get(HURST),
          values.get(ENTER),
          values.get(LEAVE),
          values.get(BARS));
    }
  }

  private final Adx adx;
  private final VolatilityPercentile volatility;
  private final HurstExponent hurst;
  private final Hysteresis hysteresis;
  private final double[] memberships = new double[Regime.COUNT];

  /** By such rules. */
  public RuleBasedRegime(Rules rules) {
    super(
        DEFINITION,
        Math.max(
            new Adx(rules.adxLength()).warmup(),
            Math.max(
                new HurstExponent(rules.hurstLength()).warmup(),
                rules.volatilityLength() + rules.volatilityWindow())));
    adx = part(new Adx(rules.adxLength()));
    volatility = part(new VolatilityPercentile(rules.volatilityLength(), rules.volatilityWindow()));
    hurst = part(new HurstExponent(rules.hurstLength()));
    hysteresis = part(new Hysteresis(rules.enter(), rules.leave(), rules.minimumBars()));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    adx.update(open, high, low, close, volume);
    volatility.update(close);
    hurst.update(close);
    if (seen() < warmup() - 1) {
      return publish(Double.NaN);
    }
    weigh();
    hysteresis.update(memberships);
    for (int regime = 0; regime < memberships.length; regime++) {
      set(1 + regime, memberships[regime]);
    }
    return publish(Double.isNaN(memberships[0]) ? Double.NaN : hysteresis.state());
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
  public Regime regime() {
    return Regime.at(hysteresis.state());
  }

  @Override
  public double membership(Regime regime) {
    return value(1 + regime.ordinal());
  }
}
