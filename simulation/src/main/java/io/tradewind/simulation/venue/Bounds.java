package io.tradewind.simulation.venue;

import io.tradewind.core.order.TimeInForce;
import java.util.List;

/** Whether a range of prices can concern any order of an instrument: two comparisons a candle. */
final class Bounds {
  private long highestBelow = Long.MIN_VALUE;
  private long lowestAbove = Long.MAX_VALUE;
  private boolean always;
  boolean expires;

  boolean canFill(long low, long high) {
    return always || low <= highestBelow || high >= lowestAbove;
  }

  void refresh(List<RestingOrder> orders) {
    highestBelow = Long.MIN_VALUE;
    lowestAbove = Long.MAX_VALUE;
    always = false;
    expires = false;
    for (int i = 0; i < orders.size(); i++) {
      RestingOrder order = orders.get(i);
      boolean bounded =
          order.kind() != RestingOrder.Kind.MARKET
              && order.kind() != RestingOrder.Kind.TRAILING
              && order.joined() == Joined.BEFORE
              && !order.crosses();
      always |= !bounded;
      expires |= !(order.intent().timeInForce() instanceof TimeInForce.GoodTillCancelled);
      if (order.waitsForFall()) {
        highestBelow = Math.max(highestBelow, order.level());
      } else {
        lowestAbove = Math.min(lowestAbove, order.level());
      }
    }
  }
}
