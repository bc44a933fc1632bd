package io.tradewind.simulation.session;

import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.testkit.CandleTable;
import java.util.Locale;

/**
 * What came of a run, in a few words.
 *
 * @param startNs when the first candle opens
 * @param candleNs how long one is
 */
record Told(long startNs, long candleNs) {
  /** Of hours from the start of the tables. */
  static final Told HOURS = new Told(CandleTable.START_NS, Scene.HOUR.durationNs());

  /** Such as {@code long 1o@100 > 2@97.9 stop}. */
  String trade(ClosedTrade trade) {
    return trade.direction().label()
        + " "
        + when(trade.entryTimeNs())
        + "@"
        + trade.entryPrice().stripTrailingZeros().toPlainString()
        + " > "
        + when(trade.exitTimeNs())
        + "@"
        + trade.exitPrice().stripTrailingZeros().toPlainString()
        + " "
        + trade.reason().label();
  }

  /** The candle, with an o at its open. */
  String when(long timeNs) {
    long since = timeNs - startNs;
    return since / candleNs + (since % candleNs == 0 ? "o" : "");
  }

  /** The candle that closes then. */
  long close(long timeNs) {
    return (timeNs - startNs) / candleNs - 1;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
