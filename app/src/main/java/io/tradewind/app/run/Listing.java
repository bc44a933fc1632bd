package io.tradewind.app.run;

import io.tradewind.app.config.Configuration.Costs;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.FinestCandles;
import io.tradewind.research.backtest.RunDescription.DataSpan;
import io.tradewind.store.rules.CandleRescale;
import io.tradewind.store.rules.FilterBook;
import io.tradewind.store.rules.InferredRules;
import io.tradewind.store.rules.RuleInference;
import io.tradewind.store.series.Resample;
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
 * @param ticks of a run on ticks, in the instrument's scales; the feed is then made of its trades
 * @param notices what the user should know about it
 */
record Listing(
    Instrument instrument,
    CandleColumns feed,
    Optional<FundingColumns> funding,
    Optional<SymbolTicks> ticks,
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
    notices.addAll(notices(instrument, rules, feed));
    return new Listing(
        instrument, feed, found.funding(), Optional.empty(), span(found, feed), notices);
  }

  /**
   * Makes one out of ticks that were found.
   *
   * @param candles length of the candles that are made of the trades
   */
  static Listing of(
      SymbolTicks found, FilterBook book, Interval candles, Costs costs, int cashScale) {
    InferredRules inferred = RuleInference.infer(found.trades(), found.book());
    SymbolRules rules = new SymbolRules(found.id(), book, inferred, costs);
    Instrument instrument = fitting(found.id(), () -> rules.instrument(found.id(), cashScale));
    SymbolTicks ticks =
        fitting(found.id(), () -> found.rescaled(instrument.priceScale(), instrument.qtyScale()));
    CandleColumns feed = Resample.trades(ticks.trades(), candles);
    List<String> notices = new ArrayList<>(found.notices());
    notices.addAll(notices(instrument, rules, feed));
    return new Listing(
        instrument, feed, found.funding(), Optional.of(ticks), span(ticks, feed, candles), notices);
  }

  private static List<String> notices(
      Instrument instrument, SymbolRules rules, CandleColumns feed) {
    List<String> notices = new ArrayList<>();
    notices.add(instrument.id() + ": " + rules.sentence());
    rules
        .marginSentence(instrument.id())
        .ifPresent(said -> notices.add(instrument.id() + ": " + said));
    OffTick.describe(instrument, feed).ifPresent(notices::add);
    return notices;
  }

  private static <T> T fitting(InstrumentId id, Supplier<T> made) {
    try {
      return made.get();
    } catch (ArithmeticException e) {
      throw new UserMistake(
          "prices, volumes or filters of " + id + " have too many digits to be reckoned with", e);
    }
  }

  /** What it is made of. */
  String what() {
    return ticks.isPresent() ? "trades" : "candles";
  }

  /** When its first candle opens; of ticks, the second of the first trade. */
  long firstNs() {
    return data.firstNs();
  }

  /** When its last candle closes; of ticks, the end of the second of the last trade. */
  long lastNs() {
    return data.lastNs();
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

  private static DataSpan span(SymbolTicks ticks, CandleColumns feed, Interval candles) {
    TradeColumns trades = ticks.trades();
    long firstNs = Math.floorDiv(trades.timeNs(0), Utc.SECOND_NS);
    long lastNs = Math.floorDiv(trades.timeNs(trades.size() - 1), Utc.SECOND_NS);
    return new DataSpan(
        ticks.id().toString(),
        List.of(candles.toString()),
        firstNs * Utc.SECOND_NS,
        (lastNs + 1) * Utc.SECOND_NS,
        feed.size(),
        trades.size(),
        ticks.book().size());
  }
}
