package io.tradewind.analytics.indicator.rating;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;

/**
 * Technical ratings, -1 to 1: indicators vote 1 to buy, -1 to sell or 0, and what counts is the
 * mean. Outputs: 0 all, which is the mean of the other two; 1 averages, the mean of 15 votes; 2
 * oscillators, the mean of 11. A rating above 0.5 is called a strong buy, above 0.1 a buy, from
 * -0.1 to 0.1 neutral, below -0.1 a sell and below -0.5 a strong sell.
 *
 * <table>
 * <caption>When an average votes</caption>
 * <tr><th>average</th><th>buy</th><th>sell</th></tr>
 * <tr><td>sma and ema of 10, 20, 30, 50, 100 and 200, hma 9, vwma 20</td>
 *     <td>close above it</td><td>close below it</td></tr>
 * <tr><td>ichimoku 9, 26, 52</td>
 *     <td>span a &gt; span b, kijun &gt; span a, tenkan &gt; kijun, close &gt; tenkan</td>
 *     <td>all four the other way</td></tr>
 * </table>
 *
 * <table>
 * <caption>When an oscillator votes</caption>
 * <tr><th>oscillator</th><th>buy</th><th>sell</th></tr>
 * <tr><td>rsi 14</td><td>below 30, rising</td><td>above 70, falling</td></tr>
 * <tr><td>stochastic 14, 3, 3</td>
 *     <td>k and d below 20, k &gt; d</td><td>k and d above 80, k &lt; d</td></tr>
 * <tr><td>cci 20</td><td>below -100, rising</td><td>above 100, falling</td></tr>
 * <tr><td>adx 14</td>
 *     <td>above 20, rising, plus-di &gt; minus-di</td>
 *     <td>above 20, rising, plus-di &lt; minus-di</td></tr>
 * <tr><td>awesome 5, 34</td>
 *     <td>crosses 0 upward, or above 0 for two bars and turns up</td>
 *     <td>crosses 0 downward, or below 0 for two bars and turns down</td></tr>
 * <tr><td>momentum 10</td><td>rising</td><td>falling</td></tr>
 * <tr><td>macd 12, 26, 9</td><td>macd &gt; signal</td><td>macd &lt; signal</td></tr>
 * <tr><td>stochastic-rsi 14, 14, 3, 3</td>
 *     <td>close &lt; ema 50, k and d below 20, k &gt; d</td>
 *     <td>close &gt; ema 50, k and d above 80, k &lt; d</td></tr>
 * <tr><td>williams-r 14</td><td>below -80, rising</td><td>above -20, falling</td></tr>
 * <tr><td>elder-ray 13</td>
 *     <td>close &gt; ema 50, bear below 0, rising</td>
 *     <td>close &lt; ema 50, bull above 0, falling</td></tr>
 * <tr><td>ultimate 7, 14, 28</td><td>above 70</td><td>below 30</td></tr>
 * </table>
 *
 * <p>Rising and falling are against the bar before. Source: TradingView, "Technical Ratings" in its
 * help center, and version 3 of its published library TechnicalRating (2024), with which the help
 * agrees but for the adx: there it sells while the adx falls, in the library and here while it
 * rises. Older scripts of these ratings have another rule for ichimoku and want the lines of both
 * stochastics and of the adx to cross. The spans are those that stood 26 bars ago, as in the
 * library; charts draw the cloud 25 bars ahead.
 *
 * <p>Where we differ: ready, all together, after 200 bars, when every vote stands, where
 * TradingView counts those that there are; NaN, and not one vote less, where the 20 bars of the
 * vwma have no volume. Prices within a part in 1e12 of the close and oscillators within 1e-9 are
 * equal, so that no rounding votes. The indicators are ours, whose exponential means begin with the
 * plain mean of their first values; what is left of that fades.
 */
public final class TechnicalRatings extends BarIndicator {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.RATING, "technical-ratings", "Technical ratings: 26 indicators vote, -1 to 1")
          .source("TradingView (2024), Technical Ratings, and its library TechnicalRating 3")
          .sparse("all", Unit.NUMBER)
          .sparse("averages", Unit.NUMBER)
          .output("oscillators", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new TechnicalRatings());

  private final AverageVotes averages = part(new AverageVotes());
  private final OscillatorVotes oscillators = part(new OscillatorVotes());

  /** Before the first bar. */
  public TechnicalRatings() {
    super(DEFINITION, AverageVotes.LONGEST);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double first = averages.update(open, high, low, close, volume);
    double second = oscillators.update(open, high, low, close, volume);
    return publish((first + second) / 2.0, first, second);
  }
}
