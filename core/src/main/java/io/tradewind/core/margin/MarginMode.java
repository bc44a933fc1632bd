package io.tradewind.core.margin;

/** What stands in for the losses of a position in contracts. */
public enum MarginMode {
  /** The margin that was set aside for it, and no more. */
  ISOLATED("isolated"),
  /** All the cash of its book, shared with the other positions that are held so. */
  CROSS("cross");

  private final String label;

  MarginMode(String label) {
    this.label = label;
  }

  /** The word that stands in settings and JSON. */
  public String label() {
    return label;
  }
}
