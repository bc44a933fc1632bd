package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingComoments;

/**
 * Roll's estimate of the spread from prices alone: {@code 2 sqrt(-cov)}, cov being the covariance
 * (divided by {@code length}) of each change of the price with the one before, over the last {@code
 * length} pairs of changes; trades that bounce between bid and ask make it negative. Where it is
 * above 0 the model fails and the estimate is 0, as R. Goyenko, C. Holden and C. Trzcinka (2009)
 * do, "Do liquidity measures measure liquidity?", Journal of Financial Economics 92. In quote.
 *
 * <p>Ready after {@code length + 2} trades. Source: R. Roll (1984), "A Simple Implicit Measure of
 * the Effective Bid-Ask Spread in an Efficient Market", Journal of Finance 39.
 */
public final class RollSpread extends TradeIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 100, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "roll-spread", "Spread guessed from how prices bounce")
          .source(
              "R. Roll (1984), A Simple Implicit Measure of the Effective Bid-Ask Spread in an"
                  + " Efficient Market, Journal of Finance 39")
          .parameter(LENGTH)
          .output("spread", Unit.PRICE)
          .makes(values -> new RollSpread(values.get(LENGTH)));

  private final int length;
  private final Lag prices = part(new Lag(1));
  private final Lag changes = part(new Lag(1));
  private final RollingComoments moments;

  /**
   * Over the last pairs of changes.
   *
   * @param length at least 2
   */
  public RollSpread(int length) {
    super(DEFINITION, LENGTH.check(length) + 2);
    this.length = length;
    moments = part(new RollingComoments(length));
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    double change = price - prices.push(price);
    double before = changes.push(change);
    moments.add(before, change);
    double covariance = moments.coSpread() / length;
    return publish(covariance > 0 ? 0.0 : 2 * Math.sqrt(-covariance));
  }
}
