package io.tradewind.app.run;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Configuration.Trading;
import io.tradewind.app.config.Home;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.bias.LookaheadAnalysis;
import io.tradewind.research.bias.LookaheadReport;
import io.tradewind.research.bias.StrategySource;
import io.tradewind.research.bias.WarmupAnalysis;
import io.tradewind.research.bias.WarmupReport;
import io.tradewind.store.catalog.CandleStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/** A strategy and its candles, ready to be examined. */
public final class Examination {
  private final BacktestSpec spec;
  private final Source source;
  private final List<String> notices;
  private final boolean hasFrom;

  private Examination(BacktestSpec spec, Source source, List<String> notices, boolean hasFrom) {
    this.spec = spec;
    this.source = source;
    this.notices = List.copyOf(notices);
    this.hasFrom = hasFrom;
  }

  /**
   * Of the strategy that a configuration names, on the candles that it names; where it names no
   * symbol, on the first of the store.
   *
   * @throws UserMistake if there is no such strategy, or there are no candles
   */
  public static Examination of(Configuration given, Home home) {
    if (given.trading().signals().isPresent()) {
      throw new UserMistake(
          "signals of a file were made elsewhere, and nobody can make them again with less to go"
              + " by (trading.signals); name a strategy: --strategy NAME or FILE");
    }
    if (given.trading().strategy().isEmpty()) {
      throw new UserMistake(
          "say what to examine: --strategy NAME or --strategy FILE"
              + "\nsee what there is with: tradewind strategies");
    }
    List<String> notices = new ArrayList<>();
    Configuration configuration = withSymbols(given, home, notices);
    BacktestWiring wiring = new BacktestWiring(configuration, RiskSettings.RESEARCH);
    List<InstrumentId> symbols = wiring.symbols();
    StrategyChoice choice = new StrategyChoice(home);
    Source source = new Source(() -> choice.of(configuration, symbols));
    BacktestSpec spec = wiring.backtest(source.latest, home);
    notices.addAll(source.latest.notices());
    return new Examination(spec, source, notices, configuration.trading().fromNs().isPresent());
  }

  private static Configuration withSymbols(Configuration given, Home home, List<String> notices) {
    Trading trading = given.trading();
    if (!trading.symbols().isEmpty() || !given.data().candles().isEmpty()) {
      return given;
    }
    InstrumentId first = first(trading, home).orElseThrow(() -> noSymbol(trading, home));
    notices.add("no --symbols was given: " + first + " is taken");
    return given.withSymbols(List.of(first.symbol()));
  }

  private static UserMistake noSymbol(Trading trading, Home home) {
    return new UserMistake(
        "no --symbols was given, and the store in "
            + home.store()
            + " has no candles of "
            + trading.venue()
            + ", "
            + trading.market().name().toLowerCase(Locale.ROOT)
            + ", for "
            + trading.interval()
            + "\nsee what it has with: tradewind data list"
            + "\nadd to it with: tradewind data import FILE");
  }

  private static Optional<InstrumentId> first(Trading trading, Home home) {
    try (CandleStore store = new CandleStore(home.store())) {
      return store.candleContents().series().stream()
          .filter(info -> trading.interval().isMultipleOf(info.interval().orElseThrow()))
          .map(info -> info.instrument())
          .filter(id -> id.venue().equals(trading.venue()) && id.market() == trading.market())
          .min(Comparator.comparing(InstrumentId::symbol));
    }
  }

  /** What is run. */
  public BacktestSpec spec() {
    return spec;
  }

  /** What the user should know of it. */
  public List<String> notices() {
    return notices;
  }

  /**
   * Examined for look-ahead.
   *
   * @throws UserMistake if the strategy failed, or was never asked
   */
  public LookaheadReport lookahead(int cuts, DoubleConsumer progress) {
    LookaheadReport report = explained(() -> LookaheadAnalysis.run(spec, source, cuts, progress));
    if (report.bars() == 0) {
      throw neverAsked();
    }
    return report;
  }

  /**
   * With the span that the warm-up is examined on: where no beginning was given, the second half of
   * the candles.
   */
  public Examination forWarmup() {
    if (hasFrom) {
      return this;
    }
    long firstNs = spec.fromNs();
    long middleNs = spec.interval().floor(firstNs + (spec.toNs() - firstNs) / 2);
    List<String> more = new ArrayList<>(notices);
    more.add("no --from was given: the first half of the candles serves as history");
    return new Examination(spec.tradedFrom(middleNs), source, more, true);
  }

  /**
   * Examined for whether the warm-up is long enough.
   *
   * @throws UserMistake if the strategy failed, or there is too little history to take any away
   */
  public WarmupReport warmup(int starts, double tolerance, DoubleConsumer progress) {
    WarmupReport report =
        explained(() -> WarmupAnalysis.run(spec, source, starts, tolerance, progress));
    if (report.firstCall().isEmpty()) {
      throw neverAsked();
    }
    boolean compared = !report.starts().isEmpty() || !report.findings().isEmpty();
    if (!compared) {
      throw new UserMistake(
          "too little history: "
              + report.history()
              + " candles lie before "
              + RunTimes.minute(spec.fromNs())
              + ", and "
              + spec.strategyName()
              + " is told of one after "
              + report.firstCall().getAsInt()
              + "; at least twice as many are needed, to take some away"
              + "\ngive a later --from or a longer --warm-up, or import more:"
              + " tradewind data import FILE");
    }
    return report;
  }

  private UserMistake neverAsked() {
    return new UserMistake(
        spec.strategyName()
            + " was never told of a candle: its features need more candles than there are"
            + "\ngive an earlier --from, a later --to or a longer --warm-up, or import more:"
            + " tradewind data import FILE");
  }

  private <T> T explained(Supplier<T> run) {
    try {
      return run.get();
    } catch (UserMistake e) {
      throw e;
    } catch (RuntimeException e) {
      new StrategyRun(spec).toEnd(share -> {}); // fails alike, and tells when
      throw StrategyRun.explained(e, spec, "on its whole history");
    }
  }

  /** Chooses anew for each fresh strategy, so that a file's classes are loaded anew. */
  private static final class Source implements StrategySource {
    private final Supplier<ChosenStrategy> choice;
    private ChosenStrategy latest;

    Source(Supplier<ChosenStrategy> choice) {
      this.choice = choice;
      this.latest = choice.get();
    }

    @Override
    public Strategy fresh(List<CandleColumns> feeds) {
      latest = choice.get();
      return latest.strategy();
    }

    @Override
    public Strategy again(List<CandleColumns> feeds) {
      return latest.another().get();
    }
  }
}
