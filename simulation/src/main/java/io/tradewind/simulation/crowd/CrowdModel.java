package io.tradewind.simulation.crowd;

import io.tradewind.analytics.check.Check;

/**
 * Who is there besides the user on a symbol.
 *
 * @param makers how they quote
 * @param takers how they come; a replay has its own
 * @param accounts under which they trade
 */
public record CrowdModel(MakerModel makers, TakerModel takers, Accounts accounts) {

  /**
   * Two accounts of the exchange that may owe, so that the crowd never runs dry. Several symbols
   * may share them where the exchange does not limit what one account may have open.
   */
  public record Accounts(long makerId, long takerId) {
    /** Checks that they differ. */
    public Accounts {
      Check.argument(makerId != takerId, "maker and taker must differ, were %s", makerId);
    }
  }

  /** With the defaults. */
  public static CrowdModel of(Accounts accounts) {
    return new CrowdModel(MakerModel.DEFAULT, TakerModel.DEFAULT, accounts);
  }
}
