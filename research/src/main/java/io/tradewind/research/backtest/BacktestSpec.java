package io.tradewind.research.backtest;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.engine.HedgeSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CostModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that decides a run.
 *
 * @param instruments in a fixed order
 * @param feeds candles by instrument, in its price scale with volumes in its quantity scale, of the
 *     interval or shorter; those before {@code fromNs} only warm up
 * @param fundings by instrument, empty where none are known and for spot
 * @param ticks what is replayed in place of the candles, which then are those of its trades; empty
 *     in a run on candles
 * @param books one for each strategy
 * @param limits of the risk gate, over all books
 * @param allocation how capital is moved between the books; empty where it stays
 * @param seed of what is drawn by lot
 * @param costs of fills beside fees
 * @param fromNs first instant that is traded, included
 * @param toNs end of what is traded, not included
 * @param candleEquity whether equity is kept at every close
 * @param charts whether the candles are kept for the report
 * @param data what was read, for the description
 * @param settings what else decided the result, for the description
 * @param notices for the user, added to those of the run
 * @param listener hears every audit record as it is made
 */
public record BacktestSpec(
    List<Instrument> instruments,
    List<CandleColumns> feeds,
    List<FundingColumns> fundings,
    Optional<TickReplay> ticks,
    List<BacktestBook> books,
    RiskSettings limits,
    Optional<AllocationSettings> allocation,
    long seed,
    CostModel costs,
    long fromNs,
    long toNs,
    boolean candleEquity,
    boolean charts,
    List<RunDescription.DataSpan> data,
    Map<String, String> settings,
    List<String> notices,
    AuditSink listener) {
  /** Checks that there is a feed for each instrument. */
  public BacktestSpec {
    instruments = List.copyOf(instruments);
    feeds = List.copyOf(feeds);
    fundings = List.copyOf(fundings);
    books = List.copyOf(books);
    data = List.copyOf(data);
    notices = List.copyOf(notices);
    Check.argument(
        instruments.size() == feeds.size(),
        "each instrument needs a feed, feeds: %s",
        feeds.size());
    Check.argument(
        instruments.size() == fundings.size(),
        "each instrument needs fundings, maybe none, was %s",
        fundings.size());
    Check.argument(!books.isEmpty(), "a run needs a strategy");
    if (ticks.isPresent()) {
      Check.argument(books.size() == 1, "a run on ticks is of one strategy, was %s", books.size());
      Check.argument(
          ticks.get().trades().size() == instruments.size(),
          "each instrument needs ticks, there are those of %s",
          ticks.get().trades().size());
    }
    for (int i = 0; i < feeds.size(); i++) {
      Instrument instrument = instruments.get(i);
      Check.argument(
          feeds.get(i).priceScale() == instrument.priceScale()
              && feeds.get(i).volumeScale() == instrument.qtyScale(),
          "the feed of %s must be in its scales",
          instrument.id());
      Check.argument(
          instrument.id().market() == Market.PERP || fundings.get(i).size() == 0,
          "there is no funding of %s, which is no perpetual",
          instrument.id());
    }
  }

  /** Capital stays with its strategy. */
  public BacktestSpec(
      List<Instrument> instruments,
      List<CandleColumns> feeds,
      List<FundingColumns> fundings,
      List<BacktestBook> books,
      RiskSettings limits,
      CostModel costs,
      long fromNs,
      long toNs,
      boolean candleEquity,
      boolean charts,
      List<RunDescription.DataSpan> data,
      Map<String, String> settings,
      List<String> notices,
      AuditSink listener) {
    this(
        instruments,
        feeds,
        fundings,
        Optional.empty(),
        books,
        limits,
        Optional.empty(),
        0,
        costs,
        fromNs,
        toNs,
        candleEquity,
        charts,
        data,
        settings,
        notices,
        listener);
  }

  /** With one strategy and without funding. */
  public BacktestSpec(
      List<Instrument> instruments,
      List<CandleColumns> feeds,
      Interval interval,
      Strategy strategy,
      String strategyName,
      ParameterValues parameters,
      RiskSettings limits,
      ExitRules exits,
      CostModel costs,
      long capitalScaled,
      long fromNs,
      long toNs,
      boolean candleEquity,
      boolean charts,
      List<RunDescription.DataSpan> data,
      Map<String, String> settings,
      List<String> notices,
      AuditSink listener) {
    this(
        instruments,
        feeds,
        instruments.stream().map(each -> FundingColumns.empty()).toList(),
        List.of(
            new BacktestBook(strategyName, strategy, interval, parameters, exits, capitalScaled)),
        limits,
        costs,
        fromNs,
        toNs,
        candleEquity,
        charts,
        data,
        settings,
        notices,
        listener);
  }

  /** The shortest of the strategies' intervals. */
  public Interval interval() {
    return books.stream()
        .map(BacktestBook::interval)
        .min(Comparator.comparingLong(Interval::durationNs))
        .orElseThrow();
  }

  /** The names of the strategies, with commas. */
  public String strategyName() {
    return String.join(", ", strategies().stream().map(BacktestBook::name).toList());
  }

  /** The books of strategies, without the hedge. */
  List<BacktestBook> strategies() {
    return books.stream().filter(book -> book.hedge().isEmpty()).toList();
  }

  /** How many of the instruments strategies see, from the first. */
  int traded() {
    return HedgeSpec.seen(books.getLast().hedge(), instruments.size());
  }

  /** What the strategies have at the start, without the hedge, in cash scale. */
  public long strategiesScaled() {
    return capital(strategies());
  }

  private static long capital(List<BacktestBook> books) {
    return books.stream().mapToLong(BacktestBook::capitalScaled).reduce(0, Math::addExact);
  }

  /** The first strategy, where there is but one the only. */
  public Strategy strategy() {
    return books.getFirst().strategy();
  }

  /** The parameters of the first strategy. */
  public ParameterValues parameters() {
    return books.getFirst().parameters();
  }

  /** The exits of the first strategy. */
  public ExitRules exits() {
    return books.getFirst().exits();
  }

  /** What all books have at the start, in cash scale. */
  public long capitalScaled() {
    return capital(books);
  }

  /** The same, traded from another instant on. */
  public BacktestSpec tradedFrom(long otherFromNs) {
    return with(fundings, ticks, books, otherFromNs, listener);
  }

  /** The same with fundings by instrument. */
  public BacktestSpec funded(List<FundingColumns> others) {
    return with(others, ticks, books, fromNs, listener);
  }

  /** The same on ticks, of which the feeds are candles. */
  public BacktestSpec replaying(TickReplay others) {
    return with(fundings, Optional.of(others), books, fromNs, listener);
  }

  /** The same with other strategies. */
  public BacktestSpec of(List<BacktestBook> others) {
    return with(fundings, ticks, others, fromNs, listener);
  }

  /** The same, heard by another listener. */
  public BacktestSpec heardBy(AuditSink other) {
    return with(fundings, ticks, books, fromNs, other);
  }

  /** The same, with capital that is moved between the books. */
  public BacktestSpec allocated(AllocationSettings rule, long lot) {
    return new BacktestSpec(
        instruments,
        feeds,
        fundings,
        ticks,
        books,
        limits,
        Optional.of(rule),
        lot,
        costs,
        fromNs,
        toNs,
        candleEquity,
        charts,
        data,
        settings,
        notices,
        listener);
  }

  private BacktestSpec with(
      List<FundingColumns> funding,
      Optional<TickReplay> replay,
      List<BacktestBook> all,
      long start,
      AuditSink heard) {
    return new BacktestSpec(
        instruments,
        feeds,
        funding,
        replay,
        all,
        limits,
        allocation,
        seed,
        costs,
        start,
        toNs,
        candleEquity,
        charts,
        data,
        settings,
        notices,
        heard);
  }

  /**
   * The same candles, costs and limits for a challenger by itself: its account is its own, so that
   * nothing of it touches this run, and nobody hears of it. It is hedged as this run is.
   *
   * @param challenger with all of the strategies' capital
   * @param itsNotices what the user should know about it
   */
  public BacktestSpec rival(BacktestBook challenger, List<String> itsNotices) {
    return new BacktestSpec(
        instruments,
        feeds,
        fundings,
        Stream.concat(
                Stream.of(challenger), books.stream().filter(book -> book.hedge().isPresent()))
            .toList(),
        limits,
        costs,
        fromNs,
        toNs,
        false,
        false,
        data,
        settings,
        itsNotices,
        entry -> {});
  }
}
