package io.tradewind.app.run;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Home;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.order.Ability;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.TickReplay;
import io.tradewind.simulation.session.TickSettings;
import io.tradewind.simulation.venue.TickRules;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.rules.FilterBook;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Puts together what a run on trades and order books needs beside what every run does. */
public final class TickWiring {
  /** Candles of the trades are as short as that, so that limits and worked entries see them. */
  private static final Interval SHORT = new Interval(Utc.SECOND_NS);

  private final Configuration configuration;

  TickWiring(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Whether the run is on ticks. */
  boolean isWanted() {
    return configuration.ticks().areWanted();
  }

  /** Length of the candles that are made of the trades: a candle outlasts what it waits for. */
  Interval candles() {
    return configuration.ticks().graceNs() < SHORT.durationNs()
        ? SHORT
        : configuration.trading().interval();
  }

  /** The symbols with their trades and books, those of the store or of files. */
  List<Listing> listings(Home home, List<InstrumentId> symbols, Span readable, FilterBook filters) {
    List<Listing> listings = new ArrayList<>();
    try (CandleStore store = new CandleStore(home.store())) {
      TickSource source =
          new TickSource(home.store(), store, configuration.ticks().source(), symbols);
      FundingSource funding = new FundingSource(store, configuration.data().funding(), symbols);
      long bookFromNs = configuration.trading().fromNs().orElse(Long.MIN_VALUE);
      for (InstrumentId id : symbols) {
        SymbolTicks found = source.load(id, readable, bookFromNs).with(funding.load(id, readable));
        listings.add(
            Listing.of(
                found,
                filters,
                candles(),
                configuration.costs(),
                BacktestWiring.cashScale(configuration.trading().capital())));
      }
    }
    return listings;
  }

  /** What is replayed; empty in a run on candles. */
  Optional<TickReplay> replay(List<Listing> listings, int cashScale) {
    List<SymbolTicks> ticks =
        listings.stream().flatMap(listing -> listing.ticks().stream()).toList();
    return isWanted()
        ? Optional.of(
            new TickReplay(
                ticks.stream().map(SymbolTicks::trades).toList(),
                ticks.stream().map(SymbolTicks::book).toList(),
                settings(cashScale)))
        : Optional.empty();
  }

  private TickSettings settings(int cashScale) {
    return new TickSettings(
        rules(configuration, cashScale),
        EnumSet.allOf(Ability.class),
        candles(),
        configuration.ticks().feedLatencyNs(),
        configuration.ticks().graceNs());
  }

  /** How a session on paper fills its orders: as a run on ticks does. */
  public static TickSettings paper(
      Configuration configuration, Set<Ability> abilities, int cashScale) {
    return new TickSettings(
        rules(configuration, cashScale),
        abilities,
        configuration.trading().interval(),
        OptionalLong.empty(),
        0);
  }

  private static TickRules rules(Configuration configuration, int cashScale) {
    Configuration.Ticks ticks = configuration.ticks();
    Configuration.Costs costs = configuration.costs();
    return new TickRules(
        costs.feeInBase(),
        Fees.tiers(costs.feeTiers(), cashScale),
        ticks.queue(),
        ticks.order(),
        ticks.answer(),
        ticks.seed());
  }

  /** What the user should know of a symbol's ticks. */
  List<String> notices(Listing listing, Span span) {
    return listing
        .ticks()
        .map(ticks -> TickNotices.describe(ticks, span, configuration.ticks().feedLatencyNs()))
        .orElse(List.of());
  }

  /**
   * Sees to it that who asks for the order book is shown one.
   *
   * @throws UserMistake if there is none
   */
  static void checkBook(String strategy, Listing listing) {
    if (listing.ticks().isPresent() && listing.ticks().get().book().size() == 0) {
      throw new UserMistake(
          "the strategy "
              + strategy
              + " asks for the order book, and none of "
              + listing.instrument().id()
              + " is known in the span\nimport a recording with its book: tradewind data import"
              + " FILE (what has no snapshot: --book-from-updates); or name a file with --ticks"
              + " FILE");
    }
  }
}
