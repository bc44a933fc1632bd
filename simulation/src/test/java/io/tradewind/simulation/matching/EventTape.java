package io.tradewind.simulation.matching;

import io.tradewind.core.order.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * What a book said, a line for each event: {@code 3x1 5@100} taker 3 traded 5 with maker 1, {@code
 * 3~1 -5 -0} they did not and lost 5 and nothing, {@code rest 3}, {@code done 1 FILLED}, {@code
 * SELL 100=5} what the level shows now, {@code RPI SELL 100=5} beside the book.
 */
final class EventTape implements BookSink {
  private final List<String> events = new ArrayList<>();

  @Override
  public void onTrade(BookOrder taker, BookOrder maker, long priceScaled, long qtyScaled) {
    events.add(taker.orderId() + "x" + maker.orderId() + " " + qtyScaled + "@" + priceScaled);
  }

  @Override
  public void onPrevented(
      BookOrder taker, BookOrder maker, long takerQtyScaled, long makerQtyScaled) {
    events.add(
        taker.orderId() + "~" + maker.orderId() + " -" + takerQtyScaled + " -" + makerQtyScaled);
  }

  @Override
  public void onRested(BookOrder order) {
    events.add("rest " + order.orderId());
  }

  @Override
  public void onDone(BookOrder order, DoneReason reason) {
    events.add("done " + order.orderId() + " " + reason);
  }

  @Override
  public void onLevel(Side side, long priceScaled, long visibleQtyScaled) {
    events.add(side + " " + priceScaled + "=" + visibleQtyScaled);
  }

  @Override
  public void onRpiLevel(Side side, long priceScaled, long visibleQtyScaled) {
    events.add("RPI " + side + " " + priceScaled + "=" + visibleQtyScaled);
  }

  /** What was said since the last time. */
  List<String> take() {
    List<String> taken = List.copyOf(events);
    events.clear();
    return taken;
  }
}
