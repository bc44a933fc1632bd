package io.tradewind.core.strategy;

import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.trade.ExitRules;
import java.time.Duration;

/** Details of an entry. All are optional. */
public interface EntrySignal {

  /** How sure the strategy is, 0 to 1; 1 where nothing is said. */
  EntrySignal confidence(double confidence);

  /** A limit price; without one the entry is a market order. */
  EntrySignal limit(double price);

  /** Where the thought is wrong: the price of the stop. */
  EntrySignal stop(double price);

  /** A price to take profit at. Several may be added, each for an equal part. */
  EntrySignal target(double price);

  /** How long the thought holds: an entry that is not filled by then is withdrawn. */
  EntrySignal horizon(Duration horizon);

  /** Suggested leverage, at least 1; the limits of risk cut it down. */
  EntrySignal leverage(double leverage);

  /** How much; an equal share of equity for each symbol where nothing is said. */
  EntrySignal size(SignalSize size);

  /** It joins an open position in its direction, which otherwise refuses it. */
  EntrySignal adds();

  /** Exits that hold for this position in place of the strategy's own. */
  EntrySignal exits(ExitRules exits);
}
