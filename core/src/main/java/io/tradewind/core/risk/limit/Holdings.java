package io.tradewind.core.risk.limit;

import java.util.List;
import java.util.function.Predicate;

/**
 * What all books hold and have under way, in one currency.
 *
 * @param equity of the account
 * @param all each position and each entry under way
 */
public record Holdings(double equity, List<Holding> all) {
  /** Keeps a copy. */
  public Holdings {
    all = List.copyOf(all);
  }

  /** Notional of those that match, longs and shorts added. */
  double gross(Predicate<Holding> which) {
    double sum = 0;
    for (Holding holding : all) {
      sum += which.test(holding) ? Math.abs(holding.notional()) : 0;
    }
    return sum;
  }

  /** What the stops of those that match would lose. */
  double risk(Predicate<Holding> which) {
    double sum = 0;
    for (Holding holding : all) {
      sum += which.test(holding) ? holding.risk() : 0;
    }
    return sum;
  }

  /** Positions: a book's holdings of one instrument are one. */
  int positions() {
    int positions = 0;
    for (int i = 0; i < all.size(); i++) {
      positions += all.get(i).notional() != 0 && isFirst(i) ? 1 : 0;
    }
    return positions;
  }

  private boolean isFirst(int index) {
    Holding one = all.get(index);
    for (int i = 0; i < index; i++) {
      Holding before = all.get(i);
      boolean same = before.book() == one.book() && before.instrument() == one.instrument();
      if (same && before.notional() != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether any of it is an entry under way. */
  boolean hasEntries() {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isEntry()) {
        return true;
      }
    }
    return false;
  }

  /** As if no entry under way were ever filled. */
  Holdings positionsOnly() {
    return new Holdings(equity, all.stream().filter(holding -> !holding.isEntry()).toList());
  }

  /**
   * Notional in units of a reference, by the betas to it.
   *
   * @param reference the instrument
   */
  public double betaNotional(MarketRisk market, int reference) {
    double sum = 0;
    for (Holding holding : all) {
      sum += market.beta(holding.instrument(), reference) * holding.notional();
    }
    return sum;
  }

  /** What all stops would lose. */
  public double risk() {
    return risk(_ -> true);
  }

  /** Notional over equity by instrument, below 0 for shorts. */
  double[] exposures(int instruments) {
    double[] exposures = new double[instruments];
    for (Holding holding : all) {
      exposures[holding.instrument()] += holding.notional() / equity;
    }
    return exposures;
  }
}
