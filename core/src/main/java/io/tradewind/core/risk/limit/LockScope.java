package io.tradewind.core.risk.limit;

/** Which trades a protection looks at together, and what it locks. */
public enum LockScope {
  /** One symbol in one direction. */
  SYMBOL_SIDE(true, true),
  /** One symbol. */
  SYMBOL(true, false),
  /** One direction, in all symbols. */
  SIDE(false, true),
  /** Everything. */
  PORTFOLIO(false, false);

  private final boolean bySymbol;
  private final boolean bySide;

  LockScope(boolean bySymbol, boolean bySide) {
    this.bySymbol = bySymbol;
    this.bySide = bySide;
  }

  /** Whether each symbol is for itself. */
  public boolean bySymbol() {
    return bySymbol;
  }

  /** Whether each direction is for itself. */
  public boolean bySide() {
    return bySide;
  }
}
