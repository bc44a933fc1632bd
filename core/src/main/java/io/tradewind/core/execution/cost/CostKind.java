package io.tradewind.core.execution.cost;

/** What a cost is paid for. */
public enum CostKind {
  /** To the venue, maker or taker; below 0 where a maker is paid. */
  FEE("fees"),
  /** From the mid to the touch. */
  SPREAD("spread"),
  /** From the price that was decided on to the mid at which the order arrived. */
  SLIPPAGE("slippage"),
  /** From the touch to the average price. */
  IMPACT("impact"),
  /** Of a perpetual's position; below 0 where it was received. */
  FUNDING("funding"),
  /** Interest on what was borrowed. */
  BORROW("borrow"),
  /** For the answers of models. */
  MODEL("model"),
  /** Of a chain, where one is used. */
  GAS("gas");

  private final String text;

  CostKind(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
