package io.tradewind.research.report;

/** What the number of a figure counts. */
public enum FigureUnit {
  /** A fraction: 0.05 is 5 %. */
  RATIO,
  /** A number without a unit. */
  NUMBER,
  /** Money in the reporting currency, exact. */
  MONEY,
  /** Multiples of the risk that a trade took. */
  R,
  /** Whole days. */
  DAYS,
  /** A whole number of things. */
  COUNT;

  /** Whether the number is whole. */
  public boolean isWhole() {
    return this == DAYS || this == COUNT;
  }
}
