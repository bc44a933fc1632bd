package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * The side of each trade guessed by its price alone: 1 above the last other price, -1 below it, at
 * the price of the trade before as that one; 0 until the price has changed for the first time. What
 * the venue says of the aggressor is not used. Ready after 1 trade. A NaN leaves with the next
 * change between two prices. Source: the tick test in C. Lee and M. Ready (1991), "Inferring Trade
 * Direction from Intraday Data", Journal of Finance 46, page 735.
 */
public final class TickRule extends TradeIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "tick-rule", "Side of a trade guessed by its price")
          .source(
              "C. Lee and M. Ready (1991), Inferring Trade Direction from Intraday Data, Journal"
                  + " of Finance 46")
          .output("sign", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new TickRule());

  private double previous;
  private double sign;

  /** Of the latest trade. */
  public TickRule() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    if (seen() > 0) {
      sign = next(price);
    }
    previous = price;
    return publish(Double.isNaN(price) ? Double.NaN : sign);
  }

  private double next(double price) {
    if (price > previous) {
      return 1;
    }
    if (price < previous) {
      return -1;
    }
    return price == previous ? sign : Double.NaN;
  }

  @Override
  protected void resetOwn() {
    previous = 0;
    sign = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous).writeDouble(sign);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
    sign = in.readDouble();
  }
}
