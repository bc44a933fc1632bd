package io.tradewind.core.margin;

/** What became of a wish to hold the contracts of an instrument in another way. */
public enum MarginChange {
  /** It holds from now on. */
  DONE("set"),
  /** A spot market has no margin. */
  NO_CONTRACTS("a spot market has no margin"),
  /** The mode cannot change while there is a position. */
  POSITION_OPEN("the margin mode cannot change while there is a position"),
  /** The leverage of an isolated position can only be raised. */
  LEVERAGE_REDUCED("the leverage of an isolated position can only be raised"),
  /** The position is too large for it. */
  LEVERAGE_TOO_HIGH("more leverage than a position of this size may have"),
  /** There is not enough free cash for the margin that it asks for. */
  INSUFFICIENT_MARGIN("not enough free cash for that much margin");

  private final String text;

  MarginChange(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
