package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.QuoteIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.window.TimedSum;

/**
 * {@link OrderFlowImbalance} of the last seconds, to a hundredth of the span ({@link TimedSum}), in
 * base. Ready after 2 quotes, from when on it counts what came since the first. A NaN leaves with
 * its span. Source: R. Cont, A. Kukanov and S. Stoikov (2014), who take 10 seconds.
 */
public final class TimedOrderFlowImbalance extends QuoteIndicator {
  private static final DecimalParameter SECONDS = Parameter.decimal("seconds", 10, 0.001, 86_400);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.ORDER_FLOW,
              "timed-order-flow-imbalance",
              "Bids that came less asks that came in the last seconds")
          .source(
              "R. Cont, A. Kukanov and S. Stoikov (2014), The Price Impact of Order Book Events,"
                  + " Journal of Financial Econometrics 12")
          .parameter(SECONDS)
          .output("ofi", Unit.VOLUME)
          .memory(Memory.FADING)
          .makes(values -> new TimedOrderFlowImbalance(values.get(SECONDS)));

  private final QueueFlow bids = part(new QueueFlow());
  private final QueueFlow asks = part(new QueueFlow());
  private final TimedSum flows;

  /**
   * Over the last seconds.
   *
   * @param seconds at least 0.001
   */
  public TimedOrderFlowImbalance(double seconds) {
    super(DEFINITION, 2);
    flows = part(new TimedSum(SECONDS.check(seconds)));
  }

  @Override
  public double update(
      long timeNs, double bidPrice, double bidQty, double askPrice, double askQty) {
    double flow = bids.next(bidPrice, bidQty) - asks.next(-askPrice, askQty);
    return publish(flows.add(timeNs, seen() == 0 ? 0.0 : flow));
  }
}
