package io.tradewind.core.signal;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitRules;
import java.util.List;
import java.util.Optional;
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

  /** The same at another time in other words. */
  Signal said(long timeNs, String reason);

  /**
   * Open a position.
   *
   * @param confidence 0 to 1
   * @param horizonNs how long the thought holds: an entry that is not filled by then is withdrawn
   * @param entry a limit price in quote, empty for the market
   * @param stop a price in quote
   * @param targets prices in quote, each for an equal part of the position
   * @param leverage suggested, at least 1
   * @param adds whether it may join an open position in its direction
   * @param exits that hold for this position in place of the strategy's own
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
      boolean adds,
      Optional<ExitRules> exits,
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

    @Override
    public Enter said(long time, String words) {
      return new Enter(
          time,
          instrument,
          direction,
          confidence,
          size,
          horizonNs,
          entry,
          stop,
          targets,
          leverage,
          adds,
          exits,
          words);
    }
  }

  /**
   * Close the position, or a part of it.
   *
   * @param share of the position as it then is, above 0; 1 is all of it, and takes back entries
   * @param limit a price in quote, empty for the market
   */
  record Exit(
      long timeNs, InstrumentId instrument, double share, OptionalDouble limit, String reason)
      implements Signal {
    /** Checks the range. */
    public Exit {
      Check.argument(share > 0 && share <= 1, "share must be within 0 and 1, was %s", share);
    }

    /** All of it at the market. */
    public Exit(long timeNs, InstrumentId instrument, String reason) {
      this(timeNs, instrument, 1, OptionalDouble.empty(), reason);
    }

    @Override
    public Exit said(long time, String words) {
      return new Exit(time, instrument, share, limit, words);
    }
  }
}
