package io.tradewind.core.strategy;

/**
 * Where a strategy says what it thinks, during {@code onBar}, about the bar's instrument. What
 * becomes of it is decided behind: sizing and the risk gate may cut it down or refuse it.
 */
public interface Signals {

  /**
   * Open a long. Details can be added to what is returned; it is taken up when {@code onBar}
   * returns.
   *
   * @param reason in words, for the journal
   */
  EntrySignal enterLong(String reason);

  /** Open a short, as {@link #enterLong}; needs a market that can be sold short. */
  EntrySignal enterShort(String reason);

  /** Close the position, and withdraw an entry that is not filled yet. */
  void exit(String reason);
}
