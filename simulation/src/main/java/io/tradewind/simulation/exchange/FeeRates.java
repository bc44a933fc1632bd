package io.tradewind.simulation.exchange;

import io.tradewind.analytics.check.Check;

/** Fees in parts of a million of what is received; each from 0 to 999999. */
public record FeeRates(int makerPpm, int takerPpm) {
  /** No fees. */
  public static final FeeRates NONE = new FeeRates(0, 0);

  public FeeRates {
    Check.argument(makerPpm >= 0 && makerPpm < 1_000_000, "makerPpm was %s", makerPpm);
    Check.argument(takerPpm >= 0 && takerPpm < 1_000_000, "takerPpm was %s", takerPpm);
  }

  /** The rate of one side of a trade. */
  public int ratePpm(boolean maker) {
    return maker ? makerPpm : takerPpm;
  }
}
