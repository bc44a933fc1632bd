package io.tradewind.core.golive;

/** What may have to be shown before a stage. */
public enum GoLiveRule {
  /** The stage has lasted long enough. */
  DURATION("time in the stage"),
  /** There were enough trades. */
  TRADES("closed trades"),
  /** Enough of them won. */
  WIN_RATE("win rate"),
  /** They won on average. */
  AVERAGE_RESULT("average result"),
  /** Equity never fell too far. */
  DRAWDOWN("drawdown"),
  /** What happens stands in the tables of the database. */
  TABLES("tables are written"),
  /** Messages arrive. */
  NOTIFICATIONS("notifications arrive"),
  /** The venue takes our keys, and they may do no more than they need. */
  KEYS("keys work"),
  /** A backup was made and read back. */
  BACKUP("a backup was restored"),
  /** Every limit, breaker and stop was triggered once. */
  STOPS_TRIGGERED("every stop was triggered");

  private final String text;

  GoLiveRule(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
