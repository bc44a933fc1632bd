package io.tradewind.core.risk;

/**
 * Proof that a command passed the risk gate: only {@link RiskGate} makes one.
 *
 * @param <T> the command
 */
public final class Approved<T> {
  private final T command;

  Approved(T command) {
    this.command = command;
  }

  /** What was approved. */
  public T command() {
    return command;
  }
}
