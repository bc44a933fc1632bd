package io.tradewind.core.ledger;

import java.util.List;

/** The portfolios of all strategies of an account, looked at together. */
public final class Books {
  private final Portfolio[] portfolios;

  /** Over these, each of one strategy, all of the same instruments. */
  public Books(List<Portfolio> portfolios) {
    this.portfolios = portfolios.toArray(Portfolio[]::new);
  }

  /** How many. */
  public int size() {
    return portfolios.length;
  }

  /** That of a strategy, by its place among them. */
  public Portfolio of(int book) {
    return portfolios[book];
  }

  /** The price at which positions are valued from now on. */
  public void mark(int instrument, long priceScaled) {
    for (Portfolio portfolio : portfolios) {
      portfolio.mark(instrument, priceScaled);
    }
  }

  /** The latest price, 0 before the first. */
  public long markScaled(int instrument) {
    return portfolios[0].markScaled(instrument);
  }

  /** Cash and everything held by all, at the latest prices. */
  public long equityScaled() {
    long equity = 0;
    for (Portfolio portfolio : portfolios) {
      equity = Math.addExact(equity, portfolio.equityScaled());
    }
    return equity;
  }

  /** Notional of an instrument's positions, longs and shorts added up. */
  public long exposureScaled(int instrument) {
    long exposure = 0;
    for (Portfolio portfolio : portfolios) {
      exposure = Math.addExact(exposure, portfolio.exposureScaled(instrument));
    }
    return exposure;
  }

  /** How many positions are open. */
  public int openPositions() {
    int open = 0;
    for (Portfolio portfolio : portfolios) {
      open += portfolio.openPositions();
    }
    return open;
  }
}
