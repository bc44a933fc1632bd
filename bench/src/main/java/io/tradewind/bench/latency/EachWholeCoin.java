package io.tradewind.bench.latency;

import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.BookContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.strategy.TradeContext;
import io.tradewind.core.time.Utc;

/** Orders at the price of each trade of a whole coin: buys if flat, sells if not. */
final class EachWholeCoin implements Strategy {
  private static final SignalSize ONE = new SignalSize.Qty(1);

  /** An order that is not filled by then was refused. */
  private static final long PATIENCE_NS = 5 * Utc.SECOND_NS;

  private double leaning;

  /** Whether the latest order has not been filled, and whether it buys. */
  private boolean asked;

  private boolean askedToBuy;
  private long askedNs;

  @Override
  public void prepare(Preparation preparation) {
    preparation.trades();
    preparation.book();
  }

  @Override
  public void onTrade(TradeContext trade, Signals signals) {
    boolean flat = trade.position().isFlat();
    if (trade.qty() != 1 || isWaiting(flat, trade.timeNs())) {
      return;
    }
    asked = true;
    askedNs = trade.timeNs();
    askedToBuy = flat;
    if (flat) {
      signals.enterLong("a coin").limit(trade.price()).size(ONE);
    } else {
      signals.reduce(1, trade.price(), "a coin");
    }
  }

  private boolean isWaiting(boolean flat, long timeNs) {
    return asked && flat == askedToBuy && timeNs < askedNs + PATIENCE_NS;
  }

  /** Looks at the book as strategies do. */
  @Override
  public void onBook(BookContext book, Signals signals) {
    leaning = book.depth().imbalance(5) + leaning * 0.9;
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {}
}
