package io.tradewind.simulation.exchange.spot;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** Labels of the one who sent an order; the exchange only gives them back. */
public record Strategy(OptionalLong id, OptionalInt type) {
  /** No labels. */
  public static final Strategy NONE = new Strategy(OptionalLong.empty(), OptionalInt.empty());
}
