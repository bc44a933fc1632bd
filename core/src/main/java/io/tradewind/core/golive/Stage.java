package io.tradewind.core.golive;

import java.util.List;
import java.util.Optional;

/**
 * The stages on the way to real money, in their order, with what each must show before the next.
 */
public enum Stage {
  /** Orders go to the simulated exchange. */
  SIMULATED("simulated exchange"),
  /** Orders go to the venue's test network. */
  TESTNET("testnet"),
  /** Real prices, simulated fills. */
  PAPER("paper"),
  /** A little real money, each trade announced. */
  MICRO("micro"),
  /** Above 200. */
  SMALL("small"),
  /** 1000 to 5000. */
  MEDIUM("medium"),
  /** All that there is. */
  FULL("full");

  private final String text;

  Stage(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }

  /** What must be shown in this stage before the next one. */
  public List<GoLiveRule> asks() {
    return switch (this) {
      case SIMULATED -> List.of(GoLiveRule.TABLES, GoLiveRule.STOPS_TRIGGERED);
      case TESTNET -> List.of(GoLiveRule.KEYS, GoLiveRule.NOTIFICATIONS);
      case PAPER -> List.of(GoLiveRule.values());
      case MICRO, SMALL, MEDIUM ->
          List.of(GoLiveRule.DURATION, GoLiveRule.AVERAGE_RESULT, GoLiveRule.DRAWDOWN);
      case FULL -> List.of();
    };
  }

  /** The one after; empty of the last. */
  public Optional<Stage> next() {
    return this == FULL ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }
}
