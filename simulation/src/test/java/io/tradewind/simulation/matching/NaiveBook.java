package io.tradewind.simulation.matching;

import io.tradewind.core.order.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a book in the plainest way: one list of all orders by the time at which each joined
 * its queue, searched from end to end each time. Fill or kill is tried on a copy.
 */
final class NaiveBook {
  private final List<Resting> orders = new ArrayList<>();
  private final Map<String, Long> told = new HashMap<>();
  private final long quoteUnit;
  private List<String> events = new ArrayList<>();

  NaiveBook(long quoteUnit) {
    this.quoteUnit = quoteUnit;
  }

  /** An order, as a taker or waiting. */
  static final class Resting {
    final BookCommand terms;
    long price;
    long qty;
    long open;
    long filled;
    long prevented;
    long shown;
    BigInteger budget;
    @Nullable DoneReason end;

    Resting(BookCommand terms) {
      this.terms = terms;
      price = terms.price();
      qty = terms.qty();
      open = qty;
      budget = BigInteger.valueOf(terms.budget());
    }

    Resting(Resting other) {
      this(other.terms);
      price = other.price;
      qty = other.qty;
      open = other.open;
      filled = other.filled;
      prevented = other.prevented;
      shown = other.shown;
    }

    boolean rpi() {
      return terms.time() == TimeInForce.RPI;
    }

    boolean byQuote() {
      return terms.budget() > 0;
    }

    void show() {
      shown = terms.display() > 0 ? Math.min(open, terms.display()) : open;
    }

    @Override
    public String toString() {
      return terms.id() + ":" + qty + "=" + filled + "+" + prevented + "+" + open + "/" + shown;
    }
  }

  List<String> apply(BookCommand command) {
    events = new ArrayList<>();
    switch (command.verb()) {
      case "cancel" -> cancel(command.id());
      case "reduce" -> reduce(find(command.id()), command.qty());
      case "replace" -> replace(find(command.id()), command.price(), command.qty());
      default -> place(new Resting(command));
    }
    return events;
  }

  private @Nullable Resting search(long id) {
    for (Resting order : orders) {
      if (order.terms.id() == id) {
        return order;
      }
    }
    return null;
  }

  private Resting find(long id) {
    Resting order = search(id);
    if (order == null) {
      throw new IllegalArgumentException("no order " + id);
    }
    return order;
  }

  private void cancel(long id) {
    Resting order = search(id);
    if (order != null) {
      orders.remove(order);
      events.add("done " + id + " CANCELLED");
      tell(order);
    }
  }

  private void reduce(Resting order, long qty) {
    order.open -= order.qty - qty;
    order.qty = qty;
    order.shown = Math.min(order.shown, order.open);
    tell(order);
  }

  private void replace(Resting order, long price, long qty) {
    if (price == order.price && qty <= order.qty) {
      reduce(order, qty);
      return;
    }
    long old = order.price;
    orders.remove(order);
    order.open += qty - order.qty;
    order.qty = qty;
    order.price = price;
    if (price == old) {
      rest(order);
    } else {
      tell(order.terms.side(), old, order.rpi());
      place(order);
    }
  }

  private void place(Resting taker) {
    long id = taker.terms.id();
    boolean crosses = best(taker) != null;
    if ((taker.terms.time() == TimeInForce.POST_ONLY || taker.rpi()) && crosses) {
      events.add("done " + id + " WOULD_TAKE");
      return;
    }
    if (taker.terms.time() == TimeInForce.FOK && !wouldFill(taker)) {
      events.add("done " + id + " KILLED");
      return;
    }
    match(taker);
    if (taker.end != null) {
      events.add("done " + id + " " + taker.end);
    } else if (taker.terms.time() == TimeInForce.IOC) {
      events.add("done " + id + " EXPIRED");
    } else {
      rest(taker);
    }
  }

  private void rest(Resting order) {
    order.show();
    orders.add(order);
    events.add("rest " + order.terms.id());
    tell(order);
  }

  private boolean wouldFill(Resting taker) {
    NaiveBook copy = new NaiveBook(quoteUnit);
    for (Resting order : orders) {
      copy.orders.add(new Resting(order));
    }
    Resting trial = new Resting(taker);
    copy.match(trial);
    return trial.filled == taker.qty;
  }

  private void match(Resting taker) {
    Resting last = null;
    while (taker.end == null) {
      Resting maker = best(taker);
      if (last != null
          && (maker == null || maker.price != last.price || maker.rpi() != last.rpi())) {
        tell(last);
      }
      if (maker == null) {
        return;
      }
      last = maker;
      meet(taker, maker);
    }
    if (last != null) {
      tell(last);
    }
  }

  /**
   * The maker of the best price that the taker accepts, who has waited longest; those beside the
   * book for retail alone, and at each price last.
   */
  private @Nullable Resting best(Resting taker) {
    Resting best = null;
    boolean buys = taker.terms.side() == Side.BUY;
    for (Resting maker : orders) {
      boolean fits =
          maker.terms.side() != taker.terms.side()
              && (!maker.rpi() || taker.terms.retail())
              && (taker.price == 0
                  || (buys ? maker.price <= taker.price : maker.price >= taker.price));
      boolean better =
          best == null
              || (buys ? maker.price < best.price : maker.price > best.price)
              || (maker.price == best.price && best.rpi() && !maker.rpi());
      if (fits && better) {
        best = maker;
      }
    }
    return best;
  }

  private void meet(Resting taker, Resting maker) {
    boolean own =
        taker.terms.mode() != SelfTradeMode.NONE && taker.terms.owner() == maker.terms.owner();
    long qty = wish(taker, maker, own ? maker.open : maker.shown);
    if (qty == 0) {
      boolean nothing = taker.prevented == 0;
      taker.end = nothing ? DoneReason.UNDER_LOT : DoneReason.SELF_TRADE;
      taker.end = taker.filled > 0 ? DoneReason.FILLED : taker.end;
    } else if (own) {
      prevent(taker, maker, qty);
    } else {
      trade(taker, maker, qty);
    }
  }

  private long wish(Resting taker, Resting maker, long most) {
    if (!taker.byQuote()) {
      return Math.min(taker.open, most);
    }
    BigInteger products = taker.budget.multiply(BigInteger.valueOf(quoteUnit));
    BigInteger qty = products.divide(BigInteger.valueOf(maker.price));
    if (qty.compareTo(BigInteger.valueOf(most)) >= 0) {
      return most;
    }
    return qty.longValueExact() / taker.terms.lot() * taker.terms.lot();
  }

  private void lose(Resting taker, long price, long qty) {
    if (taker.byQuote()) {
      BigInteger[] cost =
          BigInteger.valueOf(price)
              .multiply(BigInteger.valueOf(qty))
              .divideAndRemainder(BigInteger.valueOf(quoteUnit));
      taker.budget = taker.budget.subtract(cost[0]);
      if (cost[1].signum() > 0) {
        taker.budget = taker.budget.subtract(BigInteger.ONE);
      }
      taker.qty += qty;
    } else {
      taker.open -= qty;
    }
  }

  private void trade(Resting taker, Resting maker, long qty) {
    lose(taker, maker.price, qty);
    taker.filled += qty;
    maker.filled += qty;
    maker.open -= qty;
    maker.shown -= qty;
    events.add(taker.terms.id() + "x" + maker.terms.id() + " " + qty + "@" + maker.price);
    if (maker.shown == 0) {
      orders.remove(maker);
      if (maker.open == 0) {
        events.add("done " + maker.terms.id() + " FILLED");
      } else {
        maker.show();
        orders.add(maker);
      }
    }
    if (taker.open == 0 && !taker.byQuote()) {
      taker.end = DoneReason.FILLED;
    }
  }

  private void prevent(Resting taker, Resting maker, long qty) {
    long takers = taker.byQuote() ? qty : taker.open;
    long makers = maker.open;
    boolean takerEnds = true;
    switch (taker.terms.mode()) {
      case EXPIRE_TAKER -> makers = 0;
      case EXPIRE_MAKER -> {
        takers = 0;
        takerEnds = false;
      }
      case EXPIRE_BOTH -> {}
      case DECREMENT -> {
        takerEnds = taker.byQuote() ? qty < maker.open : taker.open <= maker.open;
        takers = qty;
        makers = qty;
      }
      case NONE -> throw new IllegalStateException();
    }
    lose(taker, maker.price, takers);
    taker.prevented += takers;
    maker.prevented += makers;
    maker.open -= makers;
    maker.shown = Math.min(maker.shown, maker.open);
    events.add(taker.terms.id() + "~" + maker.terms.id() + " -" + takers + " -" + makers);
    if (maker.open == 0) {
      orders.remove(maker);
      events.add("done " + maker.terms.id() + " SELF_TRADE");
    }
    if (takerEnds) {
      taker.end = DoneReason.SELF_TRADE;
    }
  }

  long visible(Side side, long price, boolean rpi) {
    long sum = 0;
    for (Resting order : orders) {
      boolean there = order.terms.side() == side && order.price == price && order.rpi() == rpi;
      sum += there ? order.shown : 0;
    }
    return sum;
  }

  private void tell(Resting order) {
    tell(order.terms.side(), order.price, order.rpi());
  }

  private void tell(Side side, long price, boolean rpi) {
    String level = (rpi ? "RPI " : "") + side + " " + price;
    long now = visible(side, price, rpi);
    long before = told.getOrDefault(level, 0L);
    if (now != before) {
      events.add(level + "=" + now);
      told.put(level, now);
    }
  }

  /** All orders of a side as retail would match them, the first to match first. */
  List<Resting> queue(Side side) {
    List<Resting> queue = new ArrayList<>();
    for (Resting order : orders) {
      if (order.terms.side() == side) {
        queue.add(order);
      }
    }
    // A stable sort: those of one price stay in the order of time.
    queue.sort((a, b) -> {
      int prices = side.sign() * Long.compare(b.price, a.price);
      return prices != 0 ? prices : Boolean.compare(a.rpi(), b.rpi());
    });
    return queue;
  }

  List<Resting> orders() {
    return orders;
  }
}
