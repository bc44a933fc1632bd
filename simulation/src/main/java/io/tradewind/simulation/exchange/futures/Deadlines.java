package io.tradewind.simulation.exchange.futures;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** What ends by itself, by time. What has ended before stays here until its time has come. */
final class Deadlines {
  private final TreeSet<Deadline> deadlines = new TreeSet<>();

  /** An order, or without one all orders of an account on a symbol. */
  record Deadline(long timeNs, long accountId, String symbol, OptionalLong orderId)
      implements Comparable<Deadline> {
    @Override
    public int compareTo(Deadline other) {
      int byTime = Long.compare(timeNs, other.timeNs);
      int byAccount = byTime != 0 ? byTime : Long.compare(accountId, other.accountId);
      int bySymbol = byAccount != 0 ? byAccount : symbol.compareTo(other.symbol);
      return bySymbol != 0 ? bySymbol : Long.compare(orderId.orElse(0), other.orderId.orElse(0));
    }
  }

  /** An order with a date. */
  void add(FuturesOrder order, long timeNs) {
    deadlines.add(
        new Deadline(
            timeNs,
            order.position.account.accountId,
            order.order.symbol(),
            OptionalLong.of(order.orderId)));
  }

  /** A countdown. */
  void add(Position position, long timeNs) {
    deadlines.add(
        new Deadline(
            timeNs,
            position.account.accountId,
            position.market.listing.symbol(),
            OptionalLong.empty()));
  }

  /** The next that is due at a time. */
  Optional<Deadline> next(long timeNs) {
    return deadlines.isEmpty() || deadlines.first().timeNs() > timeNs
        ? Optional.empty()
        : Optional.of(deadlines.removeFirst());
  }
}
