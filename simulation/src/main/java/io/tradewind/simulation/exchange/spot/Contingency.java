package io.tradewind.simulation.exchange.spot;

/** How the orders of a list depend on each other; a triggered pair counts as {@link #OTO}. */
public enum Contingency {
  OCO,
  OTO
}
