package io.tradewind.core.risk.sizing;

/** What an entry must reach to be worth its risk. */
public enum Floor {
  /** The stop is neither too near nor too far. */
  STOP_BAND("the stop's band"),
  /** The first target earns enough after costs. */
  NET_PROFIT("the least net profit"),
  /** The targets are worth the stop. */
  REWARD_TO_RISK("the least reward to risk"),
  /** The signal is sure enough. */
  CONFIDENCE("the least confidence");

  private final String text;

  Floor(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
