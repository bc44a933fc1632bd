package io.tradewind.simulation.matching;

import io.tradewind.analytics.check.Check;
import org.jspecify.annotations.Nullable;

/** The orders at one price, first come first served, as a list through the orders themselves. */
final class Level {
  long priceScaled;

  /** What all its orders show. */
  long visibleQtyScaled;

  /** What the world was last told that it shows. */
  long toldQtyScaled;

  @Nullable BookOrder first;
  private @Nullable BookOrder last;

  boolean isEmpty() {
    return first == null;
  }

  /** At the end of the queue. */
  void append(BookOrder order) {
    BookOrder before = last;
    order.previous = before;
    order.next = null;
    if (before == null) {
      first = order;
    } else {
      before.next = order;
    }
    last = order;
    order.level = this;
    visibleQtyScaled += order.shownQtyScaled;
  }

  /** Out of the queue, from any place. */
  void remove(BookOrder order) {
    BookOrder before = order.previous;
    BookOrder after = order.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    order.previous = null;
    order.next = null;
    order.level = null;
    visibleQtyScaled -= order.shownQtyScaled;
    order.shownQtyScaled = 0;
  }

  /** What the orders have left, hidden parts included. */
  long checkInvariants() {
    long visible = 0;
    long open = 0;
    BookOrder before = null;
    for (BookOrder order = first; order != null; order = order.next) {
      order.checkInvariants();
      Check.invariant(order.level == this, "order %s stands at another level", order.orderId);
      Check.invariant(order.previous == before, "order %s has a broken link", order.orderId);
      visible += order.shownQtyScaled;
      open += order.openQtyScaled;
      before = order;
    }
    Check.invariant(last == before, "level %s ends elsewhere", priceScaled);
    Check.invariant(
        visible == visibleQtyScaled, "level shows %s, its orders %s", visibleQtyScaled, visible);
    Check.invariant(
        toldQtyScaled == visible, "level shows %s, told was %s", visible, toldQtyScaled);
    return open;
  }
}
