package io.tradewind.core.allocation;

/** How a strategy is looked at when capital is divided. */
public enum Standing {
  /** By its record. */
  JUDGED("judged by its record"),
  /** Its record is too short: an equal share. */
  WARMING_UP("still making its record"),
  /** Its losses have brought it to its floor. */
  DRAWDOWN("in drawdown"),
  /** It does not trade, and has its floor. */
  HALTED("halted");

  private final String text;

  Standing(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }

  /** Whether it has its floor and no more. */
  boolean isHeldDown() {
    return switch (this) {
      case DRAWDOWN, HALTED -> true;
      case JUDGED, WARMING_UP -> false;
    };
  }
}
