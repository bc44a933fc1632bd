package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.QuoteIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Order-flow imbalance of the last {@code length} changes of the best quotes: what came to the best
 * bid less what came to the best ask, in base. A queue at a better price has come whole, one at a
 * worse price means that the old one has gone whole, else the difference counts; a side that is
 * empty stands at a price worse than any. The second output is that sum in units of the mean queue
 * of both sides, which Cont, Kukanov and Stoikov find the price to follow: {@code dMid = tick ofi /
 * (2 depth)}; NaN while the queues are empty.
 *
 * <p>Ready after {@code length + 1} quotes. Source: R. Cont, A. Kukanov and S. Stoikov (2014), "The
 * Price Impact of Order Book Events", Journal of Financial Econometrics 12. {@link
 * TimedOrderFlowImbalance} takes a span of time as they do.
 */
public final class OrderFlowImbalance extends QuoteIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 100, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.ORDER_FLOW,
              "order-flow-imbalance",
              "Bids that came less asks that came in the last quotes")
          .source(
              "R. Cont, A. Kukanov and S. Stoikov (2014), The Price Impact of Order Book Events,"
                  + " Journal of Financial Econometrics 12")
          .parameter(LENGTH)
          .output("ofi", Unit.VOLUME)
          .sparse("of-depth", Unit.NUMBER)
          .makes(values -> new OrderFlowImbalance(values.get(LENGTH)));

  private final QueueFlow bids = part(new QueueFlow());
  private final QueueFlow asks = part(new QueueFlow());
  private final RollingSum flows;
  private final RollingSum depths;

  /**
   * Over the last changes.
   *
   * @param length at least 1
   */
  public OrderFlowImbalance(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    flows = part(new RollingSum(length));
    depths = part(new RollingSum(length));
  }

  @Override
  public double update(
      long timeNs, double bidPrice, double bidQty, double askPrice, double askQty) {
    flows.add(bids.next(bidPrice, bidQty) - asks.next(-askPrice, askQty));
    depths.add((bidQty + askQty) / 2);
    double ofi = flows.sum();
    double depth = depths.mean();
    return publish(ofi, depth == 0 ? Double.NaN : ofi / depth);
  }
}
