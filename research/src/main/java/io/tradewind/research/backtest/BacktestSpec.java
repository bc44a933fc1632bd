package io.tradewind.research.backtest;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.engine.HedgeSpec;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that decides a run.
 *
 * @param market what it is played on
 * @param books one for each strategy
 * @param rules what it is held to
 * @param fromNs first instant that is traded, included
 * @param toNs end of what is traded, not included
 * @param notes what is kept and told
 * @param listener hears every audit record as it is made
 */
public record BacktestSpec(
    RunMarket market,
    List<BacktestBook> books,
    RunRules rules,
    long fromNs,
    long toNs,
    RunNotes notes,
    AuditSink listener) {
  /** Checks that there is a strategy. */
  public BacktestSpec {
    books = List.copyOf(books);
    Check.argument(!books.isEmpty(), "a run needs a strategy");
    Check.argument(
        market.ticks().isEmpty() || books.size() == 1,
        "a run on ticks is of one strategy, was %s",
        books.size());
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
    return HedgeSpec.seen(books.getLast().hedge(), market.instruments().size());
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
    return new BacktestSpec(market, books, rules, otherFromNs, toNs, notes, listener);
  }

  /** The same with fundings by instrument. */
  public BacktestSpec funded(List<FundingColumns> others) {
    return on(market.funded(others));
  }

  /** The same on ticks, of which the feeds are candles. */
  public BacktestSpec replaying(TickReplay others) {
    return on(market.replaying(others));
  }

  private BacktestSpec on(RunMarket other) {
    return new BacktestSpec(other, books, rules, fromNs, toNs, notes, listener);
  }

  /** The same with other strategies. */
  public BacktestSpec of(List<BacktestBook> others) {
    return new BacktestSpec(market, others, rules, fromNs, toNs, notes, listener);
  }

  /** The same, heard by another listener. */
  public BacktestSpec heardBy(AuditSink other) {
    return new BacktestSpec(market, books, rules, fromNs, toNs, notes, other);
  }

  /** The same, with capital that is moved between the books. */
  public BacktestSpec allocated(AllocationSettings rule, long lot) {
    RunRules moved = new RunRules(rules.limits(), Optional.of(rule), lot, rules.costs());
    return new BacktestSpec(market, books, moved, fromNs, toNs, notes, listener);
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
        market,
        Stream.concat(
                Stream.of(challenger), books.stream().filter(book -> book.hedge().isPresent()))
            .toList(),
        new RunRules(rules.limits(), rules.costs()),
        fromNs,
        toNs,
        new RunNotes(false, false, notes.data(), notes.settings(), itsNotices),
        entry -> {});
  }
}
