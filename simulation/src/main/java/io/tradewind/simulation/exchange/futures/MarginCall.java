package io.tradewind.simulation.exchange.futures;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.OptionalLong;

/**
 * A warning before a liquidation: what is needed of what stands behind positions has come to four
 * fifths. It is given once, and again after it has been less.
 *
 * @param crossWalletE8 what stands behind cross positions; empty if the call is of an isolated one
 * @param positions at least one
 */
public record MarginCall(
    long timeNs, long accountId, OptionalLong crossWalletE8, List<Called> positions) {

  /** A position and its mark. */
  public record Called(PositionView position, long markE8) {}

  /** Copies the list. */
  public MarginCall {
    positions = List.copyOf(positions);
    Check.argument(!positions.isEmpty(), "a margin call is of a position");
  }
}
