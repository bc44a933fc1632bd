package io.tradewind.app.config;

import io.tradewind.core.risk.limit.HedgeLimits;

/** Makes of settings what is hedged, and how. */
final class ChosenHedge {
  private ChosenHedge() {}

  static Configuration.Hedge of(Settings given) {
    boolean isOn = given.find(HedgeCatalogue.WITH).isPresent();
    return new Configuration.Hedge(
        given.find(HedgeCatalogue.WITH),
        new HedgeLimits(
            given.get(HedgeCatalogue.BETA),
            given.get(HedgeCatalogue.BETA_TARGET),
            given.get(HedgeCatalogue.HEAT),
            given.get(HedgeCatalogue.HEAT_TARGET),
            given.get(HedgeCatalogue.BAND)),
        given.get(HedgeCatalogue.CAPITAL),
        Math.toIntExact(given.get(HedgeCatalogue.LEVERAGE)),
        Effect.of(given, HedgeCatalogue.ALL, setting -> isOn));
  }
}
