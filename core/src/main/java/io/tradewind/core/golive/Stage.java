package io.tradewind.core.golive;

import java.util.List;
import java.util.Optional;

/** The stages on the way to real money, in their order, with what each must show before the next. */
public enum Stage {
  /** Orders go to the simulated exchange. */
  SIMULATED("simulated exchange", List.of(GoLiveRule.TABLES, GoLiveRule.STOPS_TRIGGERED)),
  /** Orders go to the venue's test network. */
  TESTNET("testnet", List.of(GoLiveRule.KEYS, GoLiveRule.NOTIFICATIONS)),
  /** Real prices, simulated fills. */
  PAPER("paper", List.of(GoLiveRule.values())),
  /** A little real money, each trade announced. */
  MICRO("micro", GoLiveRule.WITH_MONEY),
  /** Above 200. */
  SMALL("small", GoLiveRule.WITH_MONEY),
  /** 1000 to 5000. */
  MEDIUM("medium", GoLiveRule.WITH_MONEY),
  /** All that there is. */
  FULL("full", List.of());

  private final String text;
  private final List<GoLiveRule> asks;

  Stage(String text, List<GoLiveRule> asks) {
    this.text = text;
    this.asks = asks;
  }

  /** In words. */
  public String text() {
    return text;
  }

  /** What must be shown in this stage before the next one. */
  public List<GoLiveRule> asks() {
    return asks;
  }

  /** The one after; empty of the last. */
  public Optional<Stage> next() {
    return this == FULL ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }
}
