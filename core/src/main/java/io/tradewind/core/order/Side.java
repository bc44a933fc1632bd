package io.tradewind.core.order;

/** Buy or sell. */
public enum Side {
  /** More of the base. */
  BUY(1),
  /** Less of the base. */
  SELL(-1);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  /** 1 for a purchase, -1 for a sale. */
  public int sign() {
    return sign;
  }

  /** The other one. */
  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }
}
