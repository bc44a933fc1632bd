package io.tradewind.core.risk.limit;

/**
 * Where an emergency stop asks. Both may be asked again for the same thing, and neither answers
 * from within: what came of it shows in what is left at the next step.
 */
public interface StopPort {

  /** Takes an order back. */
  void cancel(long orderId);

  /**
   * Closes a position at the market, reducing only. A close that is still under way is replaced,
   * not doubled.
   */
  void close(int book, int instrument);
}
