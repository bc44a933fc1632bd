package io.tradewind.core.risk;

/**
 * What the gate says.
 *
 * @param <T> the command
 */
public sealed interface GateDecision<T> {

  /** It may go. */
  record Pass<T>(Approved<T> approved) implements GateDecision<T> {}

  /** It may not. */
  record Deny<T>(Refusal refusal) implements GateDecision<T> {}
}
