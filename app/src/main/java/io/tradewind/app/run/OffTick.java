package io.tradewind.app.run;

import io.tradewind.app.terminal.Text;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import java.util.Optional;

/** Prices of candles that the tick of their day does not have. */
final class OffTick {
  private OffTick() {}

  /** A sentence on them, empty where there are none. */
  static Optional<String> describe(Instrument instrument, CandleColumns feed) {
    if (instrument.rules().stream().allMatch(rules -> rules.tickScaled() == 1)) {
      return Optional.empty();
    }
    long count = 0;
    for (int row = 0; row < feed.size(); row++) {
      long tick = instrument.rulesAt(feed.openTimeNs(row)).tickScaled();
      count += feed.open(row) % tick == 0 ? 0 : 1;
      count += feed.high(row) % tick == 0 ? 0 : 1;
      count += feed.low(row) % tick == 0 ? 0 : 1;
      count += feed.close(row) % tick == 0 ? 0 : 1;
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(
            Text.of(
                "%s: %,d of %,d prices of the candles are off the tick; fills take them as they"
                    + " are, orders keep to the tick",
                instrument.id(), count, 4L * feed.size()));
  }
}
