package io.tradewind.core.execution.latency;

/** The steps from market data to a fill; each begins where the one before ends. */
public enum LatencyStep {
  /** From the venue's stamp on market data to its arrival here, which two clocks measure. */
  FEED("feed"),
  /** From its arrival to the session's taking it: parsing, and the wait for its turn. */
  HAND_OVER("hand over"),
  /** From the session's taking of what caused an order to the order; the gate is within. */
  DECISION("decision"),
  /** From the order to its being on disk. */
  JOURNAL("journal"),
  /** From the disk to the line. */
  OUT("out"),
  /** From the line to the venue's answer, as it is known here. */
  ACK("ack"),
  /** From the venue's answer to the first fill, as it is known here. */
  FILL("fill"),
  /** From the arrival of what caused an order to the line: all that is ours. */
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
