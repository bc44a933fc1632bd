package io.tradewind.exchange.fault;

/** The machine's time, which no fault moves, and what is done by it later. */
public interface Timer {
  /** Of a clock that never falls and begins anywhere. */
  long nanoTime();

  /** The wall's time, epoch milliseconds. */
  long wallMs();

  /**
   * Has something done after a while.
   *
   * @param delayNs not below 0
   */
  void after(long delayNs, Runnable action);
}
