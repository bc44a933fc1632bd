package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * What came to a queue of bids since the last look, in base: all of it if its price rose, less all
 * that was there if it fell, the difference if it stayed. Asks are fed with negated prices. A queue
 * that is empty counts as infinitely far away, whatever its price. NaN at the first look. Source:
 * R. Cont, A. Kukanov and S. Stoikov (2014), "The Price Impact of Order Book Events", Journal of
 * Financial Econometrics 12, equation 2.
 */
final class QueueFlow implements Resettable {
  private double price = Double.NaN;
  private double qty = Double.NaN;

  double next(double quotedPrice, double newQty) {
    double newPrice = newQty == 0 ? Double.NEGATIVE_INFINITY : quotedPrice;
    double flow;
    if (newPrice > price) {
      flow = newQty;
    } else if (newPrice < price) {
      flow = -qty;
    } else if (newPrice == price) {
      flow = newQty - qty;
    } else {
      flow = Double.NaN;
    }
    price = newPrice;
    qty = newQty;
    return flow;
  }

  @Override
  public void reset() {
    price = Double.NaN;
    qty = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.writeDouble(price).writeDouble(qty);
  }

  @Override
  public void load(StateReader in) {
    price = in.readDouble();
    qty = in.readDouble();
  }
}
