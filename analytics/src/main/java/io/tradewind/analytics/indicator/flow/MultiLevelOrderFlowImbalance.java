package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.DepthIndicator;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * {@link OrderFlowImbalance} of each of the five best levels over the last {@code length} changes
 * of the book, in base, the best first. A level is what stands at that place in the book, whatever
 * its price; one that is missing counts as empty and infinitely far away. Ready after {@code length
 * + 1} books. Source: K. Xu, M. Gould and S. Howison (2019), "Multi-Level Order-Flow Imbalance in a
 * Limit Order Book", Market Microstructure and Liquidity 4, who regress the price on the vector.
 */
public final class MultiLevelOrderFlowImbalance extends DepthIndicator {
  private static final int LEVELS = 5;
  private static final IntParameter LENGTH = Parameter.integer("length", 100, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.ORDER_FLOW,
              "multi-level-order-flow-imbalance",
              "Bids that came less asks that came, on each of five levels")
          .source(
              "K. Xu, M. Gould and S. Howison (2019), Multi-Level Order-Flow Imbalance in a Limit"
                  + " Order Book, Market Microstructure and Liquidity 4")
          .parameter(LENGTH)
          .output("level1", Unit.VOLUME)
          .output("level2", Unit.VOLUME)
          .output("level3", Unit.VOLUME)
          .output("level4", Unit.VOLUME)
          .output("level5", Unit.VOLUME)
          .makes(values -> new MultiLevelOrderFlowImbalance(values.get(LENGTH)));

  private final QueueFlow[] bids = new QueueFlow[LEVELS];
  private final QueueFlow[] asks = new QueueFlow[LEVELS];
  private final RollingSum[] flows = new RollingSum[LEVELS];

  /**
   * Over the last changes.
   *
   * @param length at least 1
   */
  public MultiLevelOrderFlowImbalance(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    for (int i = 0; i < LEVELS; i++) {
      bids[i] = part(new QueueFlow());
      asks[i] = part(new QueueFlow());
      flows[i] = part(new RollingSum(length));
    }
  }

  @Override
  public double update(
      long timeNs, double[] bidPrices, double[] bidQtys, double[] askPrices, double[] askQtys) {
    for (int i = 0; i < LEVELS; i++) {
      flows[i].add(
          next(bids[i], 1, bidPrices, bidQtys, i) - next(asks[i], -1, askPrices, askQtys, i));
      set(i, flows[i].sum());
    }
    return publish(flows[0].sum());
  }

  private static double next(QueueFlow queue, int sign, double[] prices, double[] qtys, int level) {
    return level < qtys.length
        ? queue.next(sign * prices[level], qtys[level])
        : queue.next(Double.NaN, 0);
  }
}
