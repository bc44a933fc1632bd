package io.tradewind.research.backtest;

/** What stands in every result. */
public final class Version {
  /** Of Tradewind; a test holds it equal to the build's. */
  public static final String TRADEWIND = "0.1.0";

  private Version() {}
}
