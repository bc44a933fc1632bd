package io.tradewind.core.engine;

import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitRules;
import java.util.OptionalDouble;

/** Where the first stop of a position is: the nearest of all that were asked for. Pure. */
final class StopPrices {
  private StopPrices() {}

  /** The nearest stop that does not follow the price: the signal's or the fixed one. */
  static OptionalDouble fixed(
      Direction direction, double entry, OptionalDouble signal, ExitRules rules) {
    if (rules.stopLoss().isEmpty()) {
      return signal;
    }
    double ruled = entry * (1 - direction.sign() * rules.stopLoss().getAsDouble());
    return OptionalDouble.of(signal.isEmpty() ? ruled : nearer(direction, ruled, signal));
  }

  /** The nearest stop of all that stand from the entry on. */
  static OptionalDouble first(
      Direction direction, double entry, OptionalDouble signal, ExitRules rules) {
    OptionalDouble fixed = fixed(direction, entry, signal, rules);
    if (rules.trailing().isEmpty() || rules.trailingOffset().isPresent()) {
      return fixed;
    }
    double trailed = entry * (1 - direction.sign() * rules.trailing().getAsDouble());
    return OptionalDouble.of(fixed.isEmpty() ? trailed : nearer(direction, trailed, fixed));
  }

  private static double nearer(Direction direction, double one, OptionalDouble other) {
    return direction == Direction.LONG
        ? Math.max(one, other.getAsDouble())
        : Math.min(one, other.getAsDouble());
  }
}
