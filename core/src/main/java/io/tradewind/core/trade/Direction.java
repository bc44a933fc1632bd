package io.tradewind.core.trade;

import io.tradewind.core.order.Side;

/** Which way a position profits. */
public enum Direction {
  /** From rising prices. */
  LONG(Side.BUY),
  /** From falling prices. */
  SHORT(Side.SELL);

  private final Side entry;

  Direction(Side entry) {
    this.entry = entry;
  }

  /** The side that opens it. */
  public Side entrySide() {
    return entry;
  }

  /** The side that closes it. */
  public Side exitSide() {
    return entry.opposite();
  }

  /** 1 for long, -1 for short. */
  public int sign() {
    return entry.sign();
  }

  /** The word that stands in reports and JSON: {@code long} or {@code short}. */
  public String label() {
    return this == LONG ? "long" : "short";
  }
}
