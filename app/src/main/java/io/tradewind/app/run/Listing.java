package io.tradewind.app.run;

import io.tradewind.app.config.Configuration.Costs;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.research.backtest.FinestCandles;
import io.tradewind.research.backtest.RunDescription.DataSpan;
import io.tradewind.store.rules.CandleRescale;
import io.tradewind.store.rules.InferredRules;
import io.tradewind.store.rules.RuleInference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A symbol as a run takes it: the instrument with its rules, and one feed of candles.
 *
 * @param feed in the instrument's scales
 * @param data what it was made of
 * @param notices what the user should know about it
 */
record Listing(Instrument instrument, CandleColumns feed, DataSpan data, List<String> notices) {

  /** Makes one out of what was found; rules that are not known are inferred. */
  static Listing of(SymbolData found, Interval interval, Costs costs, int cashScale) {
    InferredRules inferred = RuleInference.infer(List.copyOf(found.series().values()));
    TradingRules rules = inferred.rules(ppm(costs.makerFeeBps()), ppm(costs.takerFeeBps()));
    Instrument instrument =
        new Instrument(
            found.id(), inferred.priceScale(), inferred.qtyScale(), cashScale, List.of(rules));
    TreeMap<Interval, CandleColumns> scaled = new TreeMap<>();
    found.series().forEach((length, candles) -> scaled.put(length, rescale(candles, instrument)));
    CandleColumns feed = FinestCandles.compose(interval, scaled);
    List<String> notices = new ArrayList<>(found.notices());
    notices.add(found.id() + ": " + inferred.sentence());
    return new Listing(instrument, feed, span(found, feed), notices);
  }

  /** When its first candle opens. */
  long firstNs() {
    return feed.openTimeNs(0);
  }

  /** When its last candle closes. */
  long lastNs() {
    return feed.closeTimeNs(feed.size() - 1);
  }

  private static CandleColumns rescale(CandleColumns candles, Instrument instrument) {
    try {
      return CandleRescale.to(candles, instrument.priceScale(), instrument.qtyScale());
    } catch (ArithmeticException e) {
      throw new UserMistake(
          "prices or volumes of " + instrument.id() + " have too many digits to be reckoned with",
          e);
    }
  }

  /** Hundredths of a percent to millionths. */
  private static long ppm(BigDecimal bps) {
    return bps.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  private static DataSpan span(SymbolData found, CandleColumns feed) {
    return new DataSpan(
        found.id().toString(),
        found.series().keySet().stream().map(Interval::toString).toList(),
        feed.openTimeNs(0),
        feed.closeTimeNs(feed.size() - 1),
        feed.size());
  }
}
