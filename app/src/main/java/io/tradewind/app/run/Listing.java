package io.tradewind.app.run;

import io.tradewind.app.config.Configuration.Costs;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.research.backtest.FinestCandles;
import io.tradewind.research.backtest.RunDescription.DataSpan;
import io.tradewind.store.rules.CandleRescale;
import io.tradewind.store.rules.FilterBook;
import io.tradewind.store.rules.InferredRules;
import io.tradewind.store.rules.RuleInference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A symbol as a run takes it: the instrument with its rules, and one feed of candles.
 *
 * @param feed in the instrument's scales
 * @param funding of a perpetual; empty where none is known
 * @param data what it was made of
 * @param notices what the user should know about it
 */
record Listing(
    Instrument instrument,
    CandleColumns feed,
    Optional<FundingColumns> funding,
    DataSpan data,
    List<String> notices) {

  /** Makes one out of what was found; rules that no file knows are inferred. */
  static Listing of(
      SymbolData found, FilterBook book, Interval interval, Costs costs, int cashScale) {
    InferredRules inferred = RuleInference.infer(List.copyOf(found.series().values()));
    SymbolRules rules = new SymbolRules(found.id(), book, inferred, costs);
    Instrument instrument = fitting(found.id(), () -> rules.instrument(found.id(), cashScale));
    TreeMap<Interval, CandleColumns> scaled = new TreeMap<>();
    found
        .series()
        .forEach((length, candles) ->
            scaled.put(length, fitting(found.id(), () -> rescale(candles, instrument))));
    CandleColumns feed = FinestCandles.compose(interval, scaled);
    List<String> notices = new ArrayList<>(found.notices());
    notices.add(found.id() + ": " + rules.sentence());
    rules.marginSentence(found.id()).ifPresent(said -> notices.add(found.id() + ": " + said));
    OffTick.describe(instrument, feed).ifPresent(notices::add);
    return new Listing(instrument, feed, found.funding(), span(found, feed), notices);
  }

  private static <T> T fitting(InstrumentId id, Supplier<T> made) {
    try {
      return made.get();
    } catch (ArithmeticException e) {
      throw new UserMistake(
          "prices, volumes or filters of " + id + " have too many digits to be reckoned with", e);
    }
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
    return CandleRescale.to(candles, instrument.priceScale(), instrument.qtyScale());
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
