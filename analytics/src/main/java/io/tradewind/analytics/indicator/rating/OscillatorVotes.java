package io.tradewind.analytics.indicator.rating;

import io.tradewind.analytics.indicator.momentum.AwesomeOscillator;
import io.tradewind.analytics.indicator.momentum.Cci;
import io.tradewind.analytics.indicator.momentum.ElderRay;
import io.tradewind.analytics.indicator.momentum.Macd;
import io.tradewind.analytics.indicator.momentum.Momentum;
import io.tradewind.analytics.indicator.momentum.Rsi;
import io.tradewind.analytics.indicator.momentum.Stochastic;
import io.tradewind.analytics.indicator.momentum.StochasticRsi;
import io.tradewind.analytics.indicator.momentum.UltimateOscillator;
import io.tradewind.analytics.indicator.momentum.WilliamsR;
import io.tradewind.analytics.indicator.trend.Adx;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.window.Lag;

/** Eleven oscillators; the rules are {@link TechnicalRatings}'. */
final class OscillatorVotes extends Votes {
  private static final double SAME = 1e-9;
  private static final int COUNT = 11;

  private final Rsi rsi = part(new Rsi(14));
  private final Stochastic stochastic = part(new Stochastic(14, 3, 3));
  private final Cci cci = part(new Cci(20));
  private final Adx adx = part(new Adx(14));
  private final AwesomeOscillator awesome = part(new AwesomeOscillator(5, 34));
  private final Lag awesomes = part(new Lag(1));
  private final Momentum momentum = part(new Momentum(10));
  private final Macd macd = part(new Macd(12, 26, 9));
  private final StochasticRsi stochasticRsi = part(new StochasticRsi(14, 14, 3, 3, "sma"));
  private final WilliamsR williams = part(new WilliamsR(14));
  private final ElderRay power = part(new ElderRay(13));
  private final UltimateOscillator ultimate = part(new UltimateOscillator(7, 14, 28));
  private final Ema trend = part(new Ema(50));

  /** Arguments are taken from the left: a value before its update is that of the bar before. */
  @Override
  double update(double open, double high, double low, double close, double volume) {
    double margin = margin(close);
    double direction = above(close, trend.update(close), margin);
    stochastic.update(open, high, low, close, volume);
    macd.update(close);
    stochasticRsi.update(close);
    double adxBefore = adx.value();
    adx.update(open, high, low, close, volume);
    double awesomeBefore = awesome.value();
    double awesomeNow = awesome.update(open, high, low, close, volume);
    double momentumBefore = momentum.value();
    double votes =
        turn(rsi.value(), rsi.update(close), 30, 70)
            + lines(stochastic.value(0), stochastic.value(1))
            + turn(cci.value(), cci.update(open, high, low, close, volume), -100, 100)
            + strength(adxBefore, adx.value(0), adx.value(1), adx.value(2))
            + saucer(awesomes.push(awesomeBefore), awesomeBefore, awesomeNow, margin)
            + above(momentum.update(close), momentumBefore, margin)
            + above(macd.value(0), macd.value(1), margin)
            + against(direction, lines(stochasticRsi.value(0), stochasticRsi.value(1)))
            + turn(williams.value(), williams.update(open, high, low, close, volume), -80, -20)
            + elderRay(direction, high, low, close)
            + outside(ultimate.update(open, high, low, close, volume), 30, 70);
    return votes / COUNT;
  }

  private double elderRay(double direction, double high, double low, double close) {
    double margin = margin(close);
    double bull = power.value(0);
    double bear = power.value(1);
    power.update(close, high, low, close, 0);
    return power(
        direction,
        above(power.value(0), 0, margin),
        above(power.value(0), bull, margin),
        above(power.value(1), 0, margin),
        above(power.value(1), bear, margin));
  }

  /** To buy below the lower bound on the way up, to sell above the upper one on the way down. */
  static double turn(double before, double now, double lower, double upper) {
    boolean buy = now < lower - SAME && now > before + SAME;
    boolean sell = now > upper + SAME && now < before - SAME;
    return vote(buy, sell, now - before);
  }

  /** To buy where both lines are below 20 and k leads, to sell above 80 where it lags. */
  static double lines(double k, double d) {
    boolean buy = k < 20 - SAME && k > d + SAME;
    boolean sell = k > 80 + SAME && k < d - SAME;
    return vote(buy, sell, k - d);
  }

  /** The greater of the two directions where the index is above 20 and rises. */
  static double strength(double before, double now, double plus, double minus) {
    boolean strong = now > 20 + SAME && now > before + SAME;
    double lead = above(plus, minus, SAME);
    return vote(strong && lead > 0, strong && lead < 0, now - before + lead);
  }

  /** A crossing of 0, or a turn away from it on the same side. */
  static double saucer(double earlier, double before, double now, double margin) {
    double side = above(now, 0, margin);
    double sideBefore = above(before, 0, margin);
    double turn = above(now, before, margin) + above(earlier, before, margin);
    boolean buy = side > 0 && (sideBefore <= 0 || turn == 2);
    boolean sell = side < 0 && (sideBefore >= 0 || turn == -2);
    return vote(buy, sell, turn);
  }

  /** A vote that counts only against a direction. */
  static double against(double direction, double vote) {
    return vote(direction < 0 && vote > 0, direction > 0 && vote < 0, direction + vote);
  }

  /**
   * In a rise a bear power below 0 that grows, in a fall a bull power above 0 that sinks. All are
   * signs: where the powers are, and where they move.
   */
  static double power(
      double direction, double bull, double bullMove, double bear, double bearMove) {
    boolean buy = direction > 0 && bear < 0 && bearMove > 0;
    boolean sell = direction < 0 && bull > 0 && bullMove < 0;
    return vote(buy, sell, direction + bullMove + bearMove);
  }

  /** To buy above the upper bound, to sell below the lower one. */
  static double outside(double now, double lower, double upper) {
    return vote(now > upper + SAME, now < lower - SAME, now);
  }
}
