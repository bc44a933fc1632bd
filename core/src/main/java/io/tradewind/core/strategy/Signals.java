package io.tradewind.core.strategy;

/**
 * Where a strategy says what it thinks, during {@code onBar}, {@code onTrade} or {@code onBook},
 * about its instrument or, by {@link #on}, about another. What becomes of it is decided behind:
 * sizing and the risk gate may cut it down or refuse it.
 */
public interface Signals {

  /**
   * Open a long. Details can be added to what is returned; it is taken up when the call returns.
   *
   * @param reason in words, for the journal
   */
  EntrySignal enterLong(String reason);

  /** Open a short, as {@link #enterLong}; needs a market that can be sold short. */
  EntrySignal enterShort(String reason);

  /** Close the position, and withdraw an entry that is not filled yet. */
  void exit(String reason);

  /**
   * Close a part of the position at the market.
   *
   * @param share of it, above 0 and up to 1
   */
  void reduce(double share, String reason);

  /** Close a part of the position at a limit price, as {@link #reduce(double, String)}. */
  void reduce(double share, double limit, String reason);

  /**
   * The same for another instrument of the run; what is said is taken up with the rest.
   *
   * @param instrumentIndex its place in the run, from 0
   */
  Signals on(int instrumentIndex);
}
