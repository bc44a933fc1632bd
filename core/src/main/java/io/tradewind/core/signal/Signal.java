package io.tradewind.core.signal;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.trade.Direction;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a strategy thinks should be done. Every signal is kept, also those that were refused. */
public sealed interface Signal {

  /** The close that revealed it, epoch nanoseconds. */
  long timeNs();

  /** What it is about. */
  InstrumentId instrument();

  /** In words. */
  String reason();

  /**
   * Open a position.
   *
   * @param confidence 0 to 1
   * @param horizonNs how long the thought holds: an entry that is not filled by then is withdrawn
   * @param entry a limit price in quote, empty for the market
   * @param stop a price in quote
   * @param targets prices in quote, each for an equal part of the position
   * @param leverage suggested, at least 1; more is refused, for positions are held at 1 as yet
   */
  record Enter(
      long timeNs,
      InstrumentId instrument,
      Direction direction,
      double confidence,
      SignalSize size,
      OptionalLong horizonNs,
      OptionalDouble entry,
      OptionalDouble stop,
      List<Double> targets,
      double leverage,
      String reason)
      implements Signal {
    /** Checks the ranges. */
    public Enter {
      Check.argument(
          confidence >= 0 && confidence <= 1,
          "confidence must be within 0 and 1, was %s",
          confidence);
      Check.argument(leverage >= 1, "leverage must be >= 1, was %s", leverage);
      targets = List.copyOf(targets);
    }
  }

  /** Close the position. */
  record Exit(long timeNs, InstrumentId instrument, String reason) implements Signal {}
}
