package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.window.CompensatedSum;

/**
 * All that aggressive buyers bought less all that aggressive sellers sold, in base, then in quote.
 * Ready after 1 trade. {@link SessionDelta} begins anew each day or bar. Common knowledge.
 */
public final class CumulativeDelta extends TradeIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "cumulative-delta", "All bought less all sold")
          .source("sum of the quantities, those of aggressive sellers negative")
          .output("delta", Unit.VOLUME)
          .output("money", Unit.MONEY)
          .memory(Memory.LASTING)
          .makes(values -> new CumulativeDelta());

  private final CompensatedSum delta = part(new CompensatedSum());
  private final CompensatedSum money = part(new CompensatedSum());

  /** Over all trades. */
  public CumulativeDelta() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    double signed = buy ? qty : -qty;
    return publish(delta.add(signed), money.add(signed * price));
  }
}
