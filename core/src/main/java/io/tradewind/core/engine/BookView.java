package io.tradewind.core.engine;

import io.tradewind.core.book.LevelBook;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.Side;
import io.tradewind.core.strategy.DepthView;

/** An order book as strategies see it. */
record BookView(LevelBook book, Instrument instrument) implements DepthView {
  @Override
  public boolean isKnown() {
    return book.isKnown();
  }

  @Override
  public int levels(Side side) {
    return book.levels(side);
  }

  @Override
  public double price(Side side, int level) {
    return price(book.priceScaled(side, level));
  }

  @Override
  public double qty(Side side, int level) {
    return qty(book.qtyScaled(side, level));
  }

  @Override
  public long priceScaled(Side side, int level) {
    return book.priceScaled(side, level);
  }

  @Override
  public long qtyScaled(Side side, int level) {
    return book.qtyScaled(side, level);
  }

  @Override
  public double depth(Side side, int levels) {
    return qty(book.depthScaled(side, levels));
  }

  @Override
  public long qtyAtScaled(Side side, long priceScaled) {
    return book.qtyAtScaled(side, priceScaled);
  }

  @Override
  public double bid() {
    return best(Side.BUY);
  }

  @Override
  public double ask() {
    return best(Side.SELL);
  }

  @Override
  public double mid() {
    return book.hasBothSides() ? (bid() + ask()) / 2 : Double.NaN;
  }

  /** From the best prices as they are shown, so that it lies between them to the last bit. */
  @Override
  public double microprice() {
    if (!book.hasBothSides()) {
      return Double.NaN;
    }
    double bidQty = book.qtyScaled(Side.BUY, 0);
    double askQty = book.qtyScaled(Side.SELL, 0);
    return bid() + (ask() - bid()) * (bidQty / (bidQty + askQty));
  }

  @Override
  public double imbalance(int levels) {
    return book.imbalance(levels);
  }

  private double best(Side side) {
    return book.levels(side) == 0 ? Double.NaN : price(book.priceScaled(side, 0));
  }

  private double price(long scaled) {
    return Crossing.toDouble(scaled, instrument.priceScale());
  }

  private double qty(long scaled) {
    return Crossing.toDouble(scaled, instrument.qtyScale());
  }
}
