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
    return (int)
        all.stream()
            .filter(held -> held.notional() != 0)
            .map(held -> ((long) held.book() << Integer.SIZE) | held.instrument())
            .distinct()
            .count();
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
