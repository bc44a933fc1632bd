package io.tradewind.research.backtest;

import java.util.List;
import java.util.Map;

/**
 * What made a result, in words and numbers, so that the report and JSON can name it.
 *
 * @param strategy name of the strategy
 * @param parameters its parameters as text, by name
 * @param symbols full names, such as {@code binance:BTC/USDT}
 * @param interval of the strategy's candles, such as {@code 1h}
 * @param fromNs first instant that was traded, included
 * @param toNs end of what was traded, not included
 * @param capital in currency, decimal text
 * @param currency the reporting currency
 * @param data what was read for each symbol
 * @param settings everything else that decided the result (exits, costs, limits, fill model, seed),
 *     as dotted path to text, in a fixed order
 * @param version of Tradewind
 * @param javaVersion of the JDK
 * @param notices what the user should know: inferred filters, gaps, sizes that were cut
 */
public record RunDescription(
    String strategy,
    Map<String, String> parameters,
    List<String> symbols,
    String interval,
    long fromNs,
    long toNs,
    String capital,
    String currency,
    List<DataSpan> data,
    Map<String, String> settings,
    String version,
    String javaVersion,
    List<String> notices) {

  /**
   * What was read for one symbol.
   *
   * @param symbol full name
   * @param intervals of the candles that were read, shortest first; in a run on ticks, of those
   *     that were made of the trades
   * @param firstNs open of the first candle
   * @param lastNs close of the last candle
   * @param candles how many
   * @param trades how many; 0 in a run on candles
   * @param bookChanges how many levels of the order book were set; 0 in a run on candles
   */
  public record DataSpan(
      String symbol,
      List<String> intervals,
      long firstNs,
      long lastNs,
      long candles,
      long trades,
      long bookChanges) {
    /** Of a run on candles. */
    public DataSpan(
        String symbol, List<String> intervals, long firstNs, long lastNs, long candles) {
      this(symbol, intervals, firstNs, lastNs, candles, 0, 0);
    }
  }

  /** Whether trades and order books were replayed. */
  public boolean onTicks() {
    return trades() > 0;
  }

  /** How many trades were read of all symbols. */
  public long trades() {
    return data.stream().mapToLong(DataSpan::trades).sum();
  }

  /** How many levels of order books were set, of all symbols. */
  public long bookChanges() {
    return data.stream().mapToLong(DataSpan::bookChanges).sum();
  }
}
