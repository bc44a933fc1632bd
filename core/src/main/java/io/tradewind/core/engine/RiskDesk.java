package io.tradewind.core.engine;

import io.tradewind.core.ledger.Books;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.risk.Opening;
import io.tradewind.core.risk.RiskLimits;

/** The account as a whole, as risk sees it: all books with all that is on its way. */
final class RiskDesk {
  private final RiskLimits limits;
  private final int instruments;
  private final Books books;
  private final OpenOrders open;
  private boolean halted;

  RiskDesk(RiskLimits limits, int instruments, Books books, OpenOrders open) {
    this.limits = limits;
    this.instruments = instruments;
    this.books = books;
    this.open = open;
  }

  RiskLimits limits() {
    return limits;
  }

  Books books() {
    return books;
  }

  boolean isHalted() {
    return halted;
  }

  /** Nothing opens any more, or again. */
  void halt(boolean now) {
    halted = now;
  }

  /**
   * What stands around an entry.
   *
   * @param replaces whether what the book holds and has ordered there is on its way out
   */
  Opening around(int book, int instrument, double stopDistance, boolean replaces) {
    long symbol = 0;
    long others = 0;
    int positions = 0;
    for (int b = 0; b < books.size(); b++) {
      for (int i = 0; i < instruments; i++) {
        long pending = open.pendingScaled(b, i);
        if (i != instrument) {
          others += pending;
        } else if (b != book) {
          symbol += pending;
        }
        boolean own = b == book && i == instrument;
        if (!own && books.of(b).position(i).isFlat() && open.isOpening(b, i)) {
          positions++;
        }
      }
    }
    long own = replaces ? 0 : open.pendingScaled(book, instrument);
    return new Opening(stopDistance, own, symbol, others, positions, replaces, halted);
  }

  /** Notional of all that is held and on its way but for what an entry replaces. */
  long othersScaled(int book, int instrument, Opening opening) {
    Portfolio own = books.of(book);
    long others =
        opening.otherPendingScaled() + opening.symbolPendingScaled() + opening.ownPendingScaled();
    for (int i = 0; i < instruments; i++) {
      others += books.exposureScaled(i);
    }
    return opening.replaces() ? others - own.exposureScaled(instrument) : others;
  }

  /** Notional of a book's entries in other instruments that are on their way. */
  long pendingScaled(int book, int except) {
    long sum = 0;
    for (int i = 0; i < instruments; i++) {
      sum += i == except ? 0 : open.pendingScaled(book, i);
    }
    return sum;
  }
}
