package io.tradewind.core.order;

/** What a venue may be able to do beyond market and limit orders; what it lacks is done here. */
public enum Ability {
  /** It keeps a stop. Without it the stop is watched here, at the closes of candles. */
  STOP("stop orders"),
  /** It moves a stop along with the price. Without it the stop follows here, bar by bar. */
  TRAILING_STOP("trailing stops"),
  /** It changes the terms of a standing order. Without it an order is cancelled and replaced. */
  AMEND("amended orders"),
  /**
   * It takes several exits of one position at once, which together close no more than there is.
   * Without it the stop rests alone: targets are watched here, and what closes at the market waits
   * until the stop has been taken back.
   */
  SEVERAL_EXITS("several exits of one position at once"),
  /**
   * It takes an order back before anything else happens, as on history. Without it an entry that is
   * being taken back may still be filled: it counts until it has ended, and the next one in its
   * direction waits.
   */
  CANCEL_AT_ONCE("cancels at once");

  private final String text;

  Ability(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
