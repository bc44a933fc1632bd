package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.allocation.Allocation;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.allocation.Allocator;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.RiskGate;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Moves capital between the books at the ends of UTC days as the allocator says. Cash goes from
 * books that have more than their share, as far as it is free, to those that have less. What the
 * allocator keeps in reserve stays where it is and is not traded with.
 */
final class AllocationDesk implements Stateful {
  private final Books books;
  private final RiskGate gate;
  private final VenuePort venue;
  private final AuditTrail audit;
  private final Optional<Allocator> allocator;

  /** Equity of each book at the end of the day before, with what was moved since. */
  private final double[] bases;

  private final int[] closedTrades;

  AllocationDesk(
      Optional<AllocationSettings> settings,
      List<String> names,
      long seed,
      Books books,
      RiskGate gate,
      VenuePort venue,
      AuditTrail audit) {
    this.books = books;
    this.gate = gate;
    this.venue = venue;
    this.audit = audit;
    this.allocator = settings.map(each -> new Allocator(names, each, seed));
    this.bases = new double[names.size()];
    this.closedTrades = new int[names.size()];
    Arrays.fill(bases, Double.NaN);
  }

  void onTrade(int book) {
    closedTrades[book]++;
  }

  /** Cash has been moved: it is neither gain nor loss. */
  void onTransfer(Transferred event) {
    bases[event.fromBook()] -= event.amountScaled();
    bases[event.toBook()] += event.amountScaled();
  }

  /** Equity that a book may trade with, in cash scale. */
  long allottedScaled(int book) {
    long own = books.of(book).equityScaled();
    return allocator.isEmpty() ? own : Math.min(own, shareScaled(book));
  }

  private long shareScaled(int book) {
    return FixedPoint.mulDiv(
        Math.max(0, sharedScaled()),
        allocator.orElseThrow().weightPpm(book),
        Allocator.WHOLE_PPM,
        RoundingMode.DOWN);
  }

  /** Equity of all books that share: that of a hedge does not. */
  private long sharedScaled() {
    long sum = 0;
    for (int i = 0; i < bases.length; i++) {
      sum = Math.addExact(sum, books.of(i).equityScaled());
    }
    return sum;
  }

  /** A UTC day has ended. */
  void onDay(long timeNs) {
    if (allocator.isEmpty()) {
      return;
    }
    Allocator all = allocator.get();
    for (int i = 0; i < bases.length; i++) {
      double equity = books.of(i).equityScaled();
      if (bases[i] > 0) {
        all.onPeriod(i, equity / bases[i] - 1, closedTrades[i]);
      }
      bases[i] = equity;
      closedTrades[i] = 0;
    }
    if (all.isDue(timeNs)) {
      Allocation allocation = all.rebalance(timeNs);
      audit.write(new AuditRecord.Allocated(audit.next(), timeNs, allocation));
      move();
    }
  }

  /** The first that lack are served first, by the first that have. */
  private void move() {
    long[] surplus = new long[bases.length];
    long[] free = new long[bases.length];
    for (int i = 0; i < bases.length; i++) {
      surplus[i] = books.of(i).equityScaled() - shareScaled(i);
      free[i] = Math.max(0, books.of(i).freeCashScaled());
    }
    for (int to = 0; to < bases.length; to++) {
      for (int from = 0; from < bases.length && surplus[to] < 0; from++) {
        long amount = Math.min(-surplus[to], Math.min(surplus[from], free[from]));
        if (amount > 0) {
          venue.submit(gate.transfer(new VenueCommand.Transfer(from, to, amount)));
          surplus[to] += amount;
          surplus[from] -= amount;
          free[from] -= amount;
        }
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("allocation-desk", 1).writeDoubles(bases).writeInts(closedTrades);
    allocator.ifPresent(each -> each.save(out));
  }

  @Override
  public void load(StateReader in) {
    in.section("allocation-desk", 1);
    in.readDoubles(bases);
    System.arraycopy(in.readInts(), 0, closedTrades, 0, closedTrades.length);
    allocator.ifPresent(each -> each.load(in));
  }
}
