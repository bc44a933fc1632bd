package io.tradewind.core.book;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.order.Side;

/**
 * The order book of one instrument by price levels, kept from the rows of {@link BookColumns}. Of
 * both sides level 0 is the best. Bids are {@link Side#BUY}, asks {@link Side#SELL}. Prices and
 * quantities are in the scales of the columns. Nothing is allocated once it has been as deep as it
 * gets.
 *
 * <p>What it shows is worth something only where {@link #isKnown}: after a whole book has begun and
 * the message under way has ended.
 */
public final class LevelBook implements Stateful {
  private final Ladder bids = new Ladder(1);
  private final Ladder asks = new Ladder(-1);
  private boolean begun;
  private boolean whole;

  /** Not known yet. */
  public LevelBook() {}

  /**
   * Takes in a row.
   *
   * @return what stood at its price before, 0 where nothing did or a whole book begins
   */
  public long apply(BookColumns rows, int row) {
    if (rows.begins(row)) {
      forget();
      begun = rows.price(row) > 0;
    }
    whole = rows.ends(row);
    long price = rows.price(row);
    if (price == 0) {
      return 0;
    }
    return (rows.isBid(row) ? bids : asks).set(price, rows.qty(row));
  }

  /** Nothing is known until a whole book begins. */
  public void forget() {
    bids.clear();
    asks.clear();
    begun = false;
    whole = true;
  }

  /** Whether it holds together: a whole book has begun, and no message is under way. */
  public boolean isKnown() {
    return begun && whole;
  }

  /** Whether it is known and has a level on either side. */
  public boolean hasBothSides() {
    return isKnown() && bids.size() > 0 && asks.size() > 0;
  }

  /** How many levels a side has. */
  public int levels(Side side) {
    return of(side).size();
  }

  /**
   * The price of a level.
   *
   * @param level 0 the best, below {@link #levels}
   */
  public long priceScaled(Side side, int level) {
    return of(side).price(level);
  }

  /** The quantity of a level, as {@link #priceScaled}. */
  public long qtyScaled(Side side, int level) {
    return of(side).qty(level);
  }

  /** The best price of a side, 0 where it has none. */
  public long bestScaled(Side side) {
    Ladder ladder = of(side);
    return ladder.size() == 0 ? 0 : ladder.price(0);
  }

  /** What stands at a price of a side, 0 where nothing does. */
  public long qtyAtScaled(Side side, long priceScaled) {
    return of(side).qtyAt(priceScaled);
  }

  /** What stands in the best levels of a side, at most so many, together. */
  public long depthScaled(Side side, int levels) {
    Ladder ladder = of(side);
    long sum = 0;
    for (int i = Math.min(levels, ladder.size()) - 1; i >= 0; i--) {
      sum += ladder.qty(i);
    }
    return sum;
  }

  /** The middle between the best prices, in price scale; NaN unless both sides are there. */
  public double midScaled() {
    return hasBothSides() ? (bids.price(0) + asks.price(0)) / 2.0 : Double.NaN;
  }

  /**
   * How one-sided the best levels are: {@code (bids - asks) / (bids + asks)} of their quantities,
   * -1 to 1; NaN unless both sides are there.
   */
  public double imbalance(int levels) {
    if (!hasBothSides()) {
      return Double.NaN;
    }
    double bid = depthScaled(Side.BUY, levels);
    double ask = depthScaled(Side.SELL, levels);
    return (bid - ask) / (bid + ask);
  }

  private Ladder of(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  @Override
  public void save(StateWriter out) {
    out.section("level-book", 1).writeBoolean(begun).writeBoolean(whole);
    bids.save(out);
    asks.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("level-book", 1);
    begun = in.readBoolean();
    whole = in.readBoolean();
    bids.load(in);
    asks.load(in);
  }
}
