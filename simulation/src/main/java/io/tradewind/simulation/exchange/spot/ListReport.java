package io.tradewind.simulation.exchange.spot;

/** What an account hears of a list. */
public record ListReport(long timeNs, Event event, OrderListView list) {

  /** What has happened. */
  public enum Event {
    /** It was placed. */
    EXEC_STARTED,
    /** Its orders changed: pending ones came to the market, or were amended. */
    UPDATED,
    /** None of its orders is open any more. */
    ALL_DONE
  }
}
