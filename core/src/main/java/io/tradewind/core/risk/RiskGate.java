package io.tradewind.core.risk;

/** Placeholder to be filled with the gate itself. */
public final class RiskGate {
  private RiskGate() {}
}
