package io.tradewind.simulation.venue;

import io.tradewind.core.book.LevelBook;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What recorded trades and order books do to our orders, by docs/fill-rules.md. Each order meets an
 * event at most once, and none that brought it.
 */
final class TickMatcher {
  private static final long PLENTY = Long.MAX_VALUE / 4;

  private final Floor floor;
  private final QueueModel queue;
  private final VenueListener listener;
  private long event;

  /** What of the trade under way our orders have had. */
  private long used;

  TickMatcher(Floor floor, QueueModel queue, VenueListener listener) {
    this.floor = floor;
    this.queue = queue;
    this.listener = listener;
  }

  /** What a venue consists of, by instrument but for the desks. */
  record Floor(
      List<Instrument> instruments,
      List<Book> books,
      List<TakenBook> depths,
      List<VenueAccount> accounts,
      FillDesk fills,
      CommandDesk desk,
      SettlementDesk settlement) {}

  /** How many events there have been, to be saved. */
  long event() {
    return event;
  }

  void event(long count) {
    event = count;
  }

  /** Orders that have come to stand take what they can and queue for the rest. */
  void arrive(int instrument, long timeNs) {
    List<RestingOrder> orders = floor.books().get(instrument).orders();
    int at = 0;
    while (at < orders.size()) {
      if (orders.get(at).place() == null) {
        arrive(orders.get(at), timeNs);
        at = 0;
      } else {
        at++;
      }
    }
  }

  /** An order has new terms: it loses its place. */
  void arriveAgain(RestingOrder order, long timeNs) {
    arrive(order, timeNs);
    arrive(order.intent().instrument(), timeNs);
  }

  private void arrive(RestingOrder order, long timeNs) {
    Book book = book(order);
    QueuePlace place = new QueuePlace();
    place.enter(event);
    place.show(order.visibleQty());
    order.place(place);
    order.join(Joined.BEFORE, 0);
    order.meet(isKnown(order) ? 0 : book.lastPrice());
    RestingOrder leg = order.passiveLeg();
    if (order.kind() == RestingOrder.Kind.MARKET || leg.isLimit()) {
      takeAtOnce(order, leg, timeNs);
    } else if (order.kind() == RestingOrder.Kind.TRAILING && book.lastPrice() > 0) {
      follow(order, book.lastPrice(), timeNs);
    }
    if (book.has(order) && leg.isLimit()) {
      queue(order, leg, place);
    }
    book.refresh();
  }

  private void takeAtOnce(RestingOrder order, RestingOrder leg, long timeNs) {
    if (!isKnown(order)) {
      return;
    }
    if (!order.isAllOrNone() || isAllThere(order, leg)) {
      order.findWhole();
      take(order, leg, timeNs);
    }
    endIfImmediate(order, timeNs);
  }

  private void endIfImmediate(RestingOrder order, long timeNs) {
    boolean ends =
        switch (order.intent().timeInForce()) {
          case TimeInForce.ImmediateOrCancel _, TimeInForce.FillOrKill _ -> book(order).has(order);
          case TimeInForce.GoodTillCancelled _, TimeInForce.GoodTillDate _ -> false;
        };
    if (ends) {
      end(order, timeNs);
    }
  }

  private void end(RestingOrder order, long timeNs) {
    floor.settlement().expire(order, timeNs);
    floor.desk().endEntry(order, timeNs);
  }

  private void queue(RestingOrder order, RestingOrder leg, QueuePlace place) {
    if (isKnown(order)) {
      Side side = order.intent().side();
      TakenBook depth = depth(order);
      place.join(depth.recorded().qtyAtScaled(side, leg.level()), depth.takenAt(side, leg.level()));
    } else {
      place.joinUnknown();
    }
  }

  /** Takes what the other side offers, level by level. */
  private void take(RestingOrder order, RestingOrder leg, long timeNs) {
    Side side = order.intent().side().opposite();
    TakenBook depth = depth(order);
    LevelBook recorded = depth.recorded();
    for (int level = 0; level < recorded.levels(side) && book(order).has(order); level++) {
      long price = recorded.priceScaled(side, level);
      if (leg.isLimit() && !leg.isReachedBy(price)) {
        return;
      }
      takeLevel(order, side, level, timeNs);
    }
  }

  /** An iceberg takes part by part. */
  private void takeLevel(RestingOrder order, Side side, int level, long timeNs) {
    TakenBook depth = depth(order);
    long price = depth.recorded().priceScaled(side, level);
    long filled = 1;
    while (filled > 0 && book(order).has(order) && depth.left(side, level) > 0) {
      filled = fill(order, price, timeNs, depth.left(side, level), true);
      depth.take(side, price, filled);
    }
  }

  /** Whether the other side has all of it, within its limit. */
  private boolean isAllThere(RestingOrder order, RestingOrder leg) {
    Side side = order.intent().side().opposite();
    TakenBook depth = depth(order);
    LevelBook recorded = depth.recorded();
    long qty = 0;
    long quote = 0;
    for (int level = 0; level < recorded.levels(side); level++) {
      long price = recorded.priceScaled(side, level);
      if (leg.isLimit() && !leg.isReachedBy(price)) {
        break;
      }
      long left = depth.left(side, level);
      qty += left;
      quote += quote(order, price, left);
    }
    return switch (order.intent().size()) {
      case OrderSize.Base _ -> qty >= order.remainingQty();
      case OrderSize.Budget _ -> quote >= order.remainingBudget();
      case OrderSize.Position _ -> qty >= Math.abs(heldScaled(order));
    };
  }

  private long heldScaled(RestingOrder order) {
    return floor.accounts().get(order.intent().book()).heldScaled(order.intent().instrument());
  }

  private long quote(RestingOrder order, long price, long qty) {
    Instrument i = floor.instruments().get(order.intent().instrument());
    return FixedPoint.multiply(
        price, i.priceScale(), qty, i.qtyScale(), i.cashScale(), RoundingMode.DOWN);
  }

  /** A recorded trade. */
  void onTrade(int instrument, TradeColumns rows, int row) {
    Book book = floor.books().get(instrument);
    long timeNs = rows.timeNs(row);
    event++;
    used = 0;
    expire(book, timeNs);
    if (book.canFill(rows.price(row), rows.price(row))) {
      for (RestingOrder order = next(book); order != null; order = next(book)) {
        meet(order, rows, row);
      }
    }
  }

  /** The oldest order that has not met the event yet; null if there is none. */
  private @Nullable RestingOrder next(Book book) {
    List<RestingOrder> orders = book.orders();
    for (int i = 0; i < orders.size(); i++) {
      QueuePlace place = orders.get(i).place();
      if (place != null && place.enter(event)) {
        return orders.get(i);
      }
    }
    return null;
  }

  private void meet(RestingOrder order, TradeColumns rows, int row) {
    long price = rows.price(row);
    long timeNs = rows.timeNs(row);
    RestingOrder leg = order.passiveLeg();
    boolean waits = order.kind() == RestingOrder.Kind.MARKET;
    if (waits || (leg.crosses() && leg.isReachedBy(price))) {
      if (!isKnown(order)) {
        used += fill(order, price, timeNs, rows.qty(row) - used, true);
        endIfImmediate(order, timeNs);
      }
      return;
    }
    if (leg.isLimit() && leg.isReachedBy(price)) {
      passive(order, leg, rows, row);
    }
    if (order.hasTrigger() && order.isReachedBy(price) && book(order).has(order)) {
      trigger(order, timeNs);
    } else if (order.kind() == RestingOrder.Kind.TRAILING) {
      follow(order, price, timeNs);
    }
  }

  /** A limit that stands is traded with, or through. */
  private void passive(RestingOrder order, RestingOrder leg, TradeColumns rows, int row) {
    long timeNs = rows.timeNs(row);
    if (rows.price(row) != leg.level()) {
      long filled = 1;
      while (filled > 0 && book(order).has(order)) {
        filled = fill(order, leg.level(), timeNs, PLENTY, false);
      }
      return;
    }
    QueuePlace place = placeOf(order);
    long left = rows.qty(row) - used;
    boolean queues = rows.buyerIsAggressor(row) == order.sells();
    used += fillShown(order, leg, queues ? place.trade(left) : left, timeNs);
  }

  /** No more than it shows; what comes after that has to queue anew. */
  private long fillShown(RestingOrder order, RestingOrder leg, long supply, long timeNs) {
    QueuePlace place = placeOf(order);
    if (supply <= 0) {
      return 0;
    }
    long filled = fill(order, leg.level(), timeNs, Math.min(supply, place.shown()), false);
    if (order.visibleQty() < Long.MAX_VALUE) {
      place.show(place.shown() - filled);
      if (place.shown() == 0) {
        place.show(order.visibleQty());
        queue(order, leg, place);
      }
    }
    return filled;
  }

  private void trigger(RestingOrder order, long timeNs) {
    if (!order.isTouched()) {
      listener.onOrder(new OrderEvent.Triggered(order.intent().orderId(), timeNs, order.level()));
    }
    if (order.kind() == RestingOrder.Kind.STOP_LIMIT) {
      order.becomeLimit(Joined.BEFORE, 0);
    } else {
      order.becomeMarket();
    }
    arriveAgain(order, timeNs);
  }

  private void follow(RestingOrder order, long price, long timeNs) {
    if (order.isActivatedBy(price)) {
      Instrument instrument = floor.instruments().get(order.intent().instrument());
      order.tighten(order.trailedFrom(price, instrument.rulesAt(timeNs).tickScaled()));
    }
  }

  /** A message of the recorded book has ended. */
  void onBook(int instrument, long timeNs) {
    Book book = floor.books().get(instrument);
    LevelBook recorded = floor.depths().get(instrument).recorded();
    look(book, recorded);
    event++;
    expire(book, timeNs);
    long bid = recorded.bestScaled(Side.BUY);
    long ask = recorded.bestScaled(Side.SELL);
    if (recorded.isKnown() && book.canFill(ask == 0 ? Long.MAX_VALUE : ask, bid)) {
      for (RestingOrder order = next(book); order != null; order = next(book)) {
        meetBook(order, timeNs);
      }
    }
  }

  private void look(Book book, LevelBook recorded) {
    List<RestingOrder> orders = book.orders();
    for (int i = 0; i < orders.size(); i++) {
      RestingOrder order = orders.get(i);
      RestingOrder leg = order.passiveLeg();
      if (leg.isLimit()) {
        if (recorded.isKnown()) {
          placeOf(order).look(recorded.qtyAtScaled(order.intent().side(), leg.level()), queue);
        } else {
          placeOf(order).joinUnknown();
        }
      }
    }
  }

  private void meetBook(RestingOrder order, long timeNs) {
    RestingOrder leg = order.passiveLeg();
    if (order.kind() == RestingOrder.Kind.MARKET) {
      take(order, leg, timeNs);
      endIfImmediate(order, timeNs);
    } else if (leg.isLimit()) {
      meetOthers(order, leg, timeNs);
    }
  }

  /** The other side has come to an order's price: it fills there, with what they bring. */
  private void meetOthers(RestingOrder order, RestingOrder leg, long timeNs) {
    Side side = order.intent().side().opposite();
    TakenBook depth = depth(order);
    LevelBook recorded = depth.recorded();
    for (int level = 0; level < recorded.levels(side) && book(order).has(order); level++) {
      long price = recorded.priceScaled(side, level);
      if (!leg.isReachedBy(price)) {
        return;
      }
      depth.take(side, price, fillShown(order, leg, depth.left(side, level), timeNs));
    }
  }

  private void expire(Book book, long timeNs) {
    if (!book.expires()) {
      return;
    }
    List<RestingOrder> orders = book.orders();
    for (int i = orders.size() - 1; i >= 0; i = Math.min(i, orders.size()) - 1) {
      if (orders.get(i).intent().timeInForce() instanceof TimeInForce.GoodTillDate date
          && date.untilNs() <= timeNs) {
        end(orders.get(i), timeNs);
      }
    }
  }

  /** Fills as much as there is at a price; returns how much that was. */
  long fill(RestingOrder order, long price, long timeNs, long supply, boolean takes) {
    if (supply <= 0) {
      return 0;
    }
    return switch (floor.fills().fill(order, price, timeNs, supply, 0, takes)) {
      case FillDesk.Outcome.Wait _ -> 0;
      case FillDesk.Outcome.Refuse refuse -> {
        floor.settlement().refuse(order, refuse.reason(), timeNs);
        floor.desk().endEntry(order, timeNs);
        yield 0;
      }
      case FillDesk.Outcome.Fill fill -> {
        long qty = fill.event().qtyScaled();
        floor.settlement().fill(order, fill.event(), timeNs);
        listener.onOrder(fill.event());
        floor.desk().bringExit(order, fill.event(), Joined.OPEN);
        arrive(order.intent().instrument(), timeNs);
        yield fill.turns() ? qty + fill(order, price, timeNs, supply - qty, takes) : qty;
      }
    };
  }

  private boolean isKnown(RestingOrder order) {
    return depth(order).recorded().isKnown();
  }

  private static QueuePlace placeOf(RestingOrder order) {
    QueuePlace place = order.place();
    if (place == null) {
      throw new IllegalStateException("no place for order " + order.intent().orderId());
    }
    return place;
  }

  private Book book(RestingOrder order) {
    return floor.books().get(order.intent().instrument());
  }

  private TakenBook depth(RestingOrder order) {
    return floor.depths().get(order.intent().instrument());
  }
}
