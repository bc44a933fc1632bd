package io.tradewind.core.execution.latency;

/** The steps from market data to a fill; each begins where the one before ends. */
public enum LatencyStep {
  /** From the venue's stamp on market data to its arrival here. */
  FEED("feed"),
  /** From its arrival to the decision. */
  DECISION("decision"),
  /** From the decision to the gate's answer. */
  GATE("gate"),
  /** From the gate's answer to the order's leaving. */
  OUT("out"),
  /** From its leaving to the venue's acknowledgement. */
  ACK("ack"),
  /** From the acknowledgement to the first fill. */
  FILL("fill"),
  /** From the arrival of market data to the order's leaving: all that is ours. */
  IN_TO_OUT("in to out");

  private final String text;

  LatencyStep(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
