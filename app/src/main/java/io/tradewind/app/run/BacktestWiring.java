package io.tradewind.app.run;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Configuration.Costs;
import io.tradewind.app.config.Configuration.Trading;
import io.tradewind.app.config.Home;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.engine.HedgeSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.BacktestBook;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.backtest.RunMarket;
import io.tradewind.research.backtest.RunNotes;
import io.tradewind.research.backtest.RunRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.rules.FilterBook;
import io.tradewind.store.rules.FilterError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Puts together what a run needs. */
public final class BacktestWiring {
  private static final List<BigDecimal> ALL = List.of(BigDecimal.valueOf(100));

  private final Configuration configuration;
  private final RiskSettings limits;
  private final TickWiring ticks;

  /**
   * For a configuration.
   *
   * @param unnamed the limits where the configuration names no set
   */
  public BacktestWiring(Configuration configuration, RiskSettings unnamed) {
    this.configuration = configuration;
    this.limits = configuration.risk().settings(unnamed);
    this.ticks = new TickWiring(configuration);
  }

  /**
   * What is to be traded, in the order in which it was named.
   *
   * @throws UserMistake if nothing was named, something twice, or not all in one currency
   */
  public List<InstrumentId> symbols() {
    Trading trading = configuration.trading();
    if (trading.symbols().isEmpty()) {
      throw new UserMistake("say what to trade: --symbols BTC/USDT, several with commas");
    }
    List<InstrumentId> ids = new ArrayList<>();
    for (String text : trading.symbols()) {
      InstrumentId id = parse(text, trading);
      if (ids.contains(id)) {
        throw new UserMistake("--symbols names " + id + " twice");
      }
      if (!id.quote().equals(ids.isEmpty() ? id.quote() : ids.getFirst().quote())) {
        throw new UserMistake(
            "all symbols of a run are quoted in one currency; "
                + ids.getFirst()
                + " and "
                + id
                + " are not");
      }
      ids.add(id);
    }
    return ids;
  }

  /**
   * What hedges the strategies; empty where nothing does.
   *
   * @throws UserMistake if it is no perpetual in the currency of the symbols
   */
  public Optional<InstrumentId> hedge(List<InstrumentId> symbols) {
    Optional<InstrumentId> hedge =
        configuration
            .hedge()
            .with()
            .map(text -> parse(text, configuration.trading().venue(), Market.PERP));
    if (hedge.isPresent() && !hedge.get().quote().equals(symbols.getFirst().quote())) {
      throw new UserMistake(
          "what hedges is quoted in the currency of what it hedges; --hedge "
              + hedge.get()
              + " and "
              + symbols.getFirst()
              + " are not");
    }
    return hedge;
  }

  /** The records tell strategies and hedge apart by their names. */
  private static void checkNames(Contestants contestants) {
    boolean isTaken =
        Stream.concat(contestants.live().stream(), contestants.rivals().stream())
            .anyMatch(strategy -> strategy.name().equals(BacktestBook.HEDGE));
    if (isTaken) {
      throw new UserMistake(
          "no strategy can be called "
              + BacktestBook.HEDGE
              + " beside --hedge, whose trades are listed by that name; call it otherwise");
    }
  }

  private static InstrumentId parse(String text, Trading trading) {
    return parse(text, trading.venue(), trading.market());
  }

  private static InstrumentId parse(String text, String venue, Market market) {
    try {
      return InstrumentId.parse(text, venue, market);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }

  /** The specification of a backtest on data of the store or of files. */
  public BacktestSpec backtest(ChosenStrategy strategy, Home home) {
    return specification(
        List.of(strategy), ALL, listings(home, symbols()), Optional.empty(), entry -> {});
  }

  /**
   * What several strategies are backtested by, and what challengers are.
   *
   * @param live each strategy with its own books
   * @param rivals one for each challenger
   */
  public record Contest(BacktestSpec live, List<BacktestSpec> rivals) {
    /** Copies the list. */
    public Contest {
      rivals = List.copyOf(rivals);
    }
  }

  /**
   * The specifications of a backtest and of those of its challengers, on the same candles.
   *
   * @param percents what each strategy that is no challenger has of the capital
   * @throws UserMistake if there are no candles, or the settings do not fit the strategies
   */
  public Contest backtest(Contestants contestants, List<BigDecimal> percents, Home home) {
    List<InstrumentId> symbols = symbols();
    Optional<InstrumentId> reference = hedge(symbols);
    reference.ifPresent(id -> checkNames(contestants));
    List<InstrumentId> all = new ArrayList<>(symbols);
    reference.filter(id -> !symbols.contains(id)).ifPresent(all::add);
    List<Listing> listings = listings(home, all);
    Optional<HedgeSpec> hedge =
        reference.map(id -> hedging(all.indexOf(id), all.size() > symbols.size()));
    BacktestSpec live = specification(contestants.live(), percents, listings, hedge, entry -> {});
    List<BacktestSpec> rivals = new ArrayList<>();
    for (ChosenStrategy strategy : contestants.rivals()) {
      List<String> notices = new ArrayList<>(strategy.notices());
      List<Listing> traded = listings.subList(0, symbols.size());
      notices.addAll(shortages(strategy, traded, span(traded)));
      rivals.add(live.rival(book(strategy, live.strategiesScaled()), notices));
    }
    return new Contest(live, rivals);
  }

  /**
   * The candles of the only symbol until the end of the span, and those before it that warm up.
   *
   * @param wholePast whether all of those do, whatever the warm-up of the configuration
   * @param notice hears what the user should know about them
   * @throws UserMistake if there are none in the span
   */
  public CandleColumns candles(Home home, boolean wholePast, Consumer<String> notice) {
    Span configured = readable(configuration.trading());
    Span readable = wholePast ? new Span(Long.MIN_VALUE, configured.toNs()) : configured;
    List<SymbolData> found = load(home, symbols(), readable);
    if (found.size() != 1) {
      throw new UserMistake(
          "values are of one symbol, and --symbol names "
              + found.size()
              + "; ask for each on its own");
    }
    Listing listing = listing(found.getFirst(), filters());
    Span span = span(List.of(listing));
    found.getFirst().notices().forEach(notice);
    notices(listing, span).forEach(notice);
    CandleColumns feed = listing.feed();
    return feed.slice(feed.firstRowFrom(readable.fromNs()), feed.firstRowFrom(span.toNs()));
  }

  private List<Listing> listings(Home home, List<InstrumentId> symbols) {
    FilterBook filters = filters();
    Span readable = readable(configuration.trading());
    if (ticks.isWanted()) {
      return ticks.listings(home, symbols, readable, filters);
    }
    return load(home, symbols, readable).stream().map(found -> listing(found, filters)).toList();
  }

  private Listing listing(SymbolData found, FilterBook filters) {
    return Listing.of(
        found,
        filters,
        configuration.trading().interval(),
        configuration.costs(),
        cashScale(configuration.trading().capital()));
  }

  private FilterBook filters() {
    FilterBook book =
        FilterBook.read(configuration.data().filters(), configuration.trading().venue());
    List<FilterError> errors = book.errors();
    if (errors.isEmpty()) {
      return book;
    }
    if (errors.size() == 1) {
      throw new UserMistake(errors.getFirst() + " (--filters)");
    }
    StringBuilder text = new StringBuilder(errors.size() + " filters are wrong (--filters):");
    errors.forEach(error -> text.append("\n  ").append(error));
    throw new UserMistake(text.toString());
  }

  private List<SymbolData> load(Home home, List<InstrumentId> symbols, Span readable) {
    Trading trading = configuration.trading();
    Map<InstrumentId, List<Path>> files =
        SymbolFiles.assign(Catalogue.CANDLES.flag(), configuration.data().candles(), symbols);
    List<SymbolData> found = new ArrayList<>();
    try (CandleStore store = new CandleStore(home.store())) {
      StoredCandles stored = new StoredCandles(home.store(), store);
      FundingSource funding = new FundingSource(store, configuration.data().funding(), symbols);
      for (InstrumentId id : symbols) {
        List<Path> mine = files.getOrDefault(id, List.of());
        SymbolData candles =
            mine.isEmpty()
                ? stored.load(id, trading.interval(), readable)
                : CandleFiles.load(id, mine, trading.interval());
        found.add(candles.with(funding.load(id, readable)));
      }
    }
    return found;
  }

  /** What is traded, and before it what warms up. */
  private static Span readable(Trading trading) {
    long fromNs =
        trading.fromNs().isPresent()
            ? trading.fromNs().getAsLong() - trading.warmUpNs()
            : Long.MIN_VALUE;
    return new Span(fromNs, trading.toNs().orElse(Long.MAX_VALUE));
  }

  private BacktestSpec specification(
      List<ChosenStrategy> strategies,
      List<BigDecimal> percents,
      List<Listing> listings,
      Optional<HedgeSpec> hedge,
      AuditSink listener) {
    List<Listing> traded = traded(listings, hedge);
    Span span = span(traded);
    listings.forEach(listing -> checkCandles(listing, span));
    List<String> notices = new ArrayList<>();
    strategies.forEach(strategy -> notices.addAll(strategy.notices()));
    for (Listing listing : listings) {
      notices.addAll(listing.notices());
      notices.addAll(notices(listing, span));
      FundingNotices.describe(listing.instrument().id(), listing.funding(), span)
          .ifPresent(notices::add);
    }
    notices.addAll(
        strategies.stream()
            .flatMap(strategy -> shortages(strategy, traded, span).stream())
            .distinct()
            .toList());
    notices.addAll(Ways.notices(configuration, strategies.size(), traded));
    List<String> names = strategies.stream().map(ChosenStrategy::name).toList();
    Optional<AllocationSettings> allocation = Ways.allocation(configuration, names, percents);
    Ways.cutShares(configuration, allocation, names, percents).ifPresent(notices::add);
    int cashScale = listings.getFirst().instrument().cashScale();
    return new BacktestSpec(
        new RunMarket(
            listings.stream().map(Listing::instrument).toList(),
            listings.stream().map(Listing::feed).toList(),
            listings.stream()
                .map(listing -> listing.funding().orElseGet(FundingColumns::empty))
                .toList(),
            ticks.replay(listings, cashScale)),
        books(strategies, percents, hedge, cashScale),
        new RunRules(
            limits,
            allocation,
            configuration.allocation().seed(),
            costModel(configuration.costs(), cashScale)),
        span.fromNs(),
        span.toNs(),
        new RunNotes(
            configuration.report().equityPerCandle(),
            configuration.report().html().isPresent(),
            listings.stream().map(Listing::data).toList(),
            RunSettings.of(configuration, limits, strategies.size()),
            notices),
        listener);
  }

  /** What strategies see of it. */
  private static List<Listing> traded(List<Listing> listings, Optional<HedgeSpec> hedge) {
    return listings.subList(0, HedgeSpec.seen(hedge, listings.size()));
  }

  private HedgeSpec hedging(int instrument, boolean own) {
    Configuration.Hedge hedge = configuration.hedge();
    return new HedgeSpec(instrument, own, hedge.limits(), hedge.leverage());
  }

  /**
   * What an engine is made of that trades from now on.
   *
   * @param percents what each strategy has of the capital
   * @param fromNs from when on signals are followed
   */
  public EngineSpec engine(
      List<ChosenStrategy> strategies,
      List<BigDecimal> percents,
      List<Instrument> instruments,
      long fromNs) {
    int cashScale = instruments.getFirst().cashScale();
    List<String> names = strategies.stream().map(ChosenStrategy::name).toList();
    return new EngineSpec(
        instruments,
        books(strategies, percents, Optional.empty(), cashScale).stream()
            .map(BacktestBook::toSpec)
            .toList(),
        limits,
        Ways.allocation(configuration, names, percents),
        configuration.allocation().seed(),
        fromNs,
        Utc.LAST_NS);
  }

  private List<BacktestBook> books(
      List<ChosenStrategy> strategies,
      List<BigDecimal> percents,
      Optional<HedgeSpec> hedge,
      int cashScale) {
    BigDecimal all = configuration.trading().capital();
    BigDecimal kept =
        hedge.isPresent()
            ? all.multiply(BigDecimal.valueOf(configuration.hedge().capital()))
            : BigDecimal.ZERO;
    long capital = FixedPoint.fromDecimal(all.subtract(kept), cashScale, RoundingMode.DOWN);
    List<Long> parts = Shares.parts(capital, percents);
    List<BacktestBook> books = new ArrayList<>();
    for (int i = 0; i < strategies.size(); i++) {
      books.add(book(strategies.get(i), parts.get(i)));
    }
    hedge.ifPresent(each ->
        books.add(
            BacktestBook.hedging(
                each,
                configuration.trading().interval(),
                FixedPoint.fromDecimal(kept, cashScale, RoundingMode.DOWN))));
    return books;
  }

  private BacktestBook book(ChosenStrategy strategy, long capitalScaled) {
    return new BacktestBook(
        strategy.name(),
        strategy.strategy(),
        configuration.trading().interval(),
        strategy.parameters(),
        configuration.exits(),
        configuration.trading().margin(),
        configuration.execution().style(),
        capitalScaled,
        Optional.empty());
  }

  /** As asked for, or as far as the data reaches. */
  private Span span(List<Listing> listings) {
    long firstNs = listings.stream().mapToLong(Listing::firstNs).min().orElseThrow();
    long lastNs = listings.stream().mapToLong(Listing::lastNs).max().orElseThrow();
    Trading trading = configuration.trading();
    Span span = new Span(trading.fromNs().orElse(firstNs), trading.toNs().orElse(lastNs));
    listings.forEach(listing -> checkCandles(listing, span));
    return span;
  }

  private static void checkCandles(Listing listing, Span span) {
    if (listing.lastNs() <= span.fromNs() || listing.firstNs() >= span.toNs()) {
      throw new UserMistake(
          "there are no "
              + listing.what()
              + " of "
              + listing.instrument().id()
              + " from "
              + Utc.format(span.fromNs())
              + " to "
              + Utc.format(span.toNs())
              + "; there are some from "
              + Utc.format(listing.firstNs())
              + " to "
              + Utc.format(listing.lastNs())
              + "\nask for what there is with --from and --to, or import more:"
              + " tradewind data import FILE");
    }
  }

  private List<String> notices(Listing listing, Span span) {
    List<String> notices = new ArrayList<>();
    String symbol = listing.instrument().id().toString();
    if (listing.firstNs() > span.fromNs()) {
      notices.add(
          symbol + ": the " + listing.what() + " begin late, at " + Utc.format(listing.firstNs()));
    }
    if (listing.lastNs() < span.toNs()) {
      notices.add(
          symbol + ": the " + listing.what() + " end early, at " + Utc.format(listing.lastNs()));
    }
    Interval interval = configuration.trading().interval();
    long wholeNs = interval.floor(listing.firstNs());
    if (wholeNs < listing.firstNs() && wholeNs + interval.durationNs() > span.fromNs()) {
      notices.add(
          symbol
              + ": the first candle of "
              + interval
              + " is a part of one, from "
              + Utc.format(listing.firstNs())
              + " on");
    }
    if (listing.ticks().isPresent()) {
      notices.addAll(ticks.notices(listing, span));
    } else {
      Gaps.describe(symbol, listing.feed(), span).ifPresent(notices::add);
    }
    Jumps.describe(symbol, listing.feed(), span).ifPresent(notices::add);
    return notices;
  }

  private List<String> shortages(ChosenStrategy strategy, List<Listing> listings, Span span) {
    List<InstrumentId> ids = listings.stream().map(listing -> listing.instrument().id()).toList();
    Needs warmUp;
    try {
      warmUp =
          Needs.of(
              strategy.another().get(),
              strategy.parameters(),
              configuration.trading().interval(),
              ids);
    } catch (RuntimeException _) {
      return List.of(); // a strategy that can't be prepared says so when it is run
    }
    if (warmUp.wantsBook()) {
      listings.forEach(listing -> TickWiring.checkBook(strategy.name(), listing));
    }
    return listings.stream()
        .map(listing -> warmUp.shortage(listing.instrument().id(), listing.feed(), span.toNs()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static CostModel costModel(Costs costs, int cashScale) {
    return new CostModel(
        costs.slippageBps().doubleValue(),
        costs.spreadBps().doubleValue(),
        costs.impactBps().doubleValue(),
        costs.volumeShare(),
        costs.feeInBase(),
        Fees.tiers(costs.feeTiers(), cashScale));
  }

  /** As many digits of cash as leave room for a hundredfold of the capital, eight at most. */
  static int cashScale(BigDecimal capital) {
    int digits = capital.precision() - capital.scale();
    return Math.clamp(16L - digits, 2, 8);
  }
}
