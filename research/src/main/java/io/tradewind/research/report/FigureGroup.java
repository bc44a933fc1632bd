package io.tradewind.research.report;

/** Figures that are read together. */
public enum FigureGroup {
  /** What was earned. */
  RETURN("Return"),
  /** What it took to earn it. */
  RISK("Risk"),
  /** One against the other. */
  RATIO("Return for risk"),
  /** The closed trades. */
  TRADES("Trades"),
  /** How much was traded and what that cost. */
  ACTIVITY("Activity and costs");

  private final String title;

  FigureGroup(String title) {
    this.title = title;
  }

  /** Heading of the group. */
  public String title() {
    return title;
  }
}
