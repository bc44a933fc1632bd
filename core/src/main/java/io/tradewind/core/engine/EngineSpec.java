package io.tradewind.core.engine;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import java.util.List;
import java.util.Optional;

/**
 * What an engine is made for.
 *
 * @param instruments in the order of their indices, all quoted in one currency
 * @param books one for each strategy, and last that of the hedge if there is one
 * @param risk what all books together are held to
 * @param allocation how capital is moved between the books; empty where it stays
 * @param seed of what is drawn by lot
 * @param tradeFromNs the first instant at which a signal is followed; before, all only warms up
 * @param tradeToNs the first instant at which none is followed any more
 */
public record EngineSpec(
    List<Instrument> instruments,
    List<BookSpec> books,
    RiskSettings risk,
    Optional<AllocationSettings> allocation,
    long seed,
    long tradeFromNs,
    long tradeToNs) {
  /** Checks the ranges. */
  public EngineSpec {
    instruments = List.copyOf(instruments);
    books = List.copyOf(books);
    Check.argument(!instruments.isEmpty(), "a session needs an instrument");
    Check.argument(!books.isEmpty(), "a session needs a strategy");
    Check.argument(
        books.stream().map(BookSpec::name).distinct().count() == books.size(),
        "each book needs a name of its own, were %s",
        books.stream().map(BookSpec::name).toList());
    for (int i = 0; i < books.size(); i++) {
      checkHedge(instruments, i, books);
    }
    Check.argument(
        tradeFromNs <= Utc.LAST_NS,
        "trading must begin by the year 2200, was %s",
        Utc.format(tradeFromNs));
    Check.argument(tradeFromNs < tradeToNs, "the span must not be empty, from %s", tradeFromNs);
  }

  private static void checkHedge(List<Instrument> instruments, int book, List<BookSpec> books) {
    if (books.get(book).hedge().isEmpty()) {
      return;
    }
    HedgeSpec hedge = books.get(book).hedge().get();
    Check.argument(
        book > 0 && book == books.size() - 1,
        "the book of the hedge comes after those of the strategies, was %s",
        book);
    Check.argument(
        hedge.instrument() < instruments.size()
            && instruments.get(hedge.instrument()).id().market() == Market.PERP,
        "a hedge needs a perpetual, was %s",
        hedge.instrument());
    Check.argument(
        !hedge.own() || (hedge.instrument() > 0 && hedge.instrument() == instruments.size() - 1),
        "an instrument for the hedge alone comes after the others, was %s",
        hedge.instrument());
  }

  /** What the last book hedges the others with; empty where nothing is hedged. */
  Optional<HedgeSpec> hedge() {
    return books.getLast().hedge();
  }

  /** How many books are of strategies. */
  int strategies() {
    return books.size() - (hedge().isPresent() ? 1 : 0);
  }

  /** What strategies see. */
  List<Instrument> traded() {
    return instruments.subList(0, HedgeSpec.seen(hedge(), instruments.size()));
  }

  /** Capital stays with its strategy. */
  public EngineSpec(
      List<Instrument> instruments,
      List<BookSpec> books,
      RiskSettings risk,
      long tradeFromNs,
      long tradeToNs) {
    this(instruments, books, risk, Optional.empty(), 0, tradeFromNs, tradeToNs);
  }

  /** With one strategy, contracts on isolated margin. */
  public EngineSpec(
      List<Instrument> instruments,
      Interval interval,
      String strategyName,
      ParameterValues parameters,
      RiskSettings risk,
      ExitRules exits,
      long capitalScaled,
      long tradeFromNs,
      long tradeToNs) {
    this(
        instruments,
        List.of(
            new BookSpec(
                strategyName, interval, parameters, exits, MarginMode.ISOLATED, capitalScaled)),
        risk,
        Optional.empty(),
        0,
        tradeFromNs,
        tradeToNs);
  }

  /** Money at the start of all books, in cash scale. */
  public long capitalScaled() {
    return books.stream().mapToLong(BookSpec::capitalScaled).reduce(0, Math::addExact);
  }
}
