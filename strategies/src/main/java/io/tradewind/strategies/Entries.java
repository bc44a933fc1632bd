package io.tradewind.strategies;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.trade.Direction;

/** Entries that are alike in both directions. */
final class Entries {
  /** Both directions where the market can be sold short, or the long one alone. */
  static final Parameter<String> DIRECTION = Parameter.choice("direction", "both", "long");

  private static final String BOTH = DIRECTION.defaultValue();

  private Entries() {}

  /** Whether a direction may be taken on the bar's market, {@link #DIRECTION} being what it is. */
  static boolean allows(String directions, BarContext bar, Direction direction) {
    return direction == Direction.LONG
        || (directions.equals(BOTH) && bar.instrument().market() == Market.PERP);
  }

  /** Opens a position in a direction. */
  static EntrySignal open(Signals signals, Direction direction, String reason) {
    return direction == Direction.LONG ? signals.enterLong(reason) : signals.enterShort(reason);
  }

  /** The direction of the position, which is not flat. */
  static Direction held(BarContext bar) {
    return bar.position().isLong() ? Direction.LONG : Direction.SHORT;
  }
}
