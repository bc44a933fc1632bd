package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.window.TimedSum;

/**
 * {@link TradeImbalance} of the last seconds, to a hundredth of the span ({@link TimedSum}): from
 * -1 to 1, then what was bought and what was sold, in base. Ready after 1 trade, from when on it
 * counts what came since the first. A NaN leaves with its span.
 */
public final class TimedTradeImbalance extends TradeIndicator {
  private static final DecimalParameter SECONDS = Parameter.decimal("seconds", 60, 0.001, 86_400);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.ORDER_FLOW, "timed-trade-imbalance", "Bought against sold in the last seconds")
          .source(
              "T. Chordia, R. Roll and A. Subrahmanyam (2002), Order imbalance, liquidity, and"
                  + " market returns, Journal of Financial Economics 65")
          .parameter(SECONDS)
          .sparse("imbalance", Unit.NUMBER)
          .output("bought", Unit.VOLUME)
          .output("sold", Unit.VOLUME)
          .memory(Memory.FADING)
          .makes(values -> new TimedTradeImbalance(values.get(SECONDS)));

  private final TimedSum bought;
  private final TimedSum sold;

  /**
   * Over the last seconds.
   *
   * @param seconds at least 0.001
   */
  public TimedTradeImbalance(double seconds) {
    super(DEFINITION, 1);
    bought = part(new TimedSum(SECONDS.check(seconds)));
    sold = part(new TimedSum(seconds));
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    double buys = bought.add(timeNs, buy ? qty : 0.0);
    double sells = sold.add(timeNs, buy ? 0.0 : qty);
    return publish((buys - sells) / (buys + sells), buys, sells);
  }
}
