package io.tradewind.research.backtest;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.simulation.session.CandleSession;
import io.tradewind.simulation.session.History;
import io.tradewind.simulation.session.MarketSession;
import io.tradewind.simulation.session.TickHistory;
import io.tradewind.simulation.session.TickSession;
import io.tradewind.strategies.SignalFileStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A backtest, all at once or slice by slice. Its engine is the one of paper and live; only where
 * events come from and commands go is of its own.
 */
public final class BacktestRun {
  private final BacktestSpec spec;
  private final RunLog log;
  private final MarketSession session;
  private final long total;
  private final long startedNs = System.nanoTime();

  private BacktestRun(BacktestSpec spec) {
    this.spec = spec;
    this.log = new RunLog(spec);
    List<CandleColumns> feeds = spec.market().feeds().stream().map(this::untilEnd).toList();
    this.total = feeds.stream().mapToLong(CandleColumns::size).sum();
    this.session = session(feeds);
  }

  private MarketSession session(List<CandleColumns> feeds) {
    EngineSpec engine =
        new EngineSpec(
            spec.market().instruments(),
            spec.books().stream().map(BacktestBook::toSpec).toList(),
            spec.rules().limits(),
            spec.rules().allocation(),
            spec.rules().seed(),
            spec.fromNs(),
            spec.toNs());
    List<Strategy> strategies = spec.books().stream().map(BacktestBook::strategy).toList();
    if (spec.market().ticks().isEmpty()) {
      History history = new History(feeds, spec.market().fundings());
      return new CandleSession(engine, strategies, spec.rules().costs(), history, this::hear);
    }
    TickReplay ticks = spec.market().ticks().get();
    return new TickSession(
        engine,
        strategies,
        ticks.settings(),
        new TickHistory(ticks.trades(), ticks.books(), spec.market().fundings()),
        this::hear);
  }

  private void hear(AuditRecord entry) {
    log.accept(entry);
    if (entry instanceof AuditRecord.DayClosed day) {
      log.addDay(day.timeNs(), session.engine().books());
    }
  }

  /** Ready for its first {@link #step}. */
  public static BacktestRun prepare(BacktestSpec spec) {
    return new BacktestRun(spec);
  }

  /** Runs from end to end. */
  public static BacktestResult run(BacktestSpec spec) {
    BacktestRun run = prepare(spec);
    boolean more = true;
    while (more) {
      more = run.step();
    }
    return run.finish();
  }

  /** Goes on to the next instant at which candles closed; false when the data has ended. */
  public boolean step() {
    if (!session.step()) {
      return false;
    }
    long sliceNs = session.sliceNs();
    if (spec.notes().candleEquity() && sliceNs > spec.fromNs() && isShown(sliceNs)) {
      log.addCandle(sliceNs, session.engine().equityScaled());
    }
    return true;
  }

  /** The candles that are made of trades are short: equity is kept at the closes of longer ones. */
  private boolean isShown(long sliceNs) {
    return spec.market().ticks().isEmpty() || spec.interval().floor(sliceNs) == sliceNs;
  }

  /** The latest instant, epoch nanoseconds; meaningless before the first step. */
  public long timeNs() {
    return session.timeNs();
  }

  /** What share of the candles, or of the ticks' time, has gone through, 0 to 1. */
  public double share() {
    if (spec.market().ticks().isPresent()) {
      long firstNs = spec.market().ticks().get().firstNs();
      long lastNs = spec.market().ticks().get().lastNs();
      double gone = (double) (session.timeNs() - firstNs) / Math.max(1, lastNs - firstNs);
      return session.timeNs() < firstNs ? 0 : Math.min(1, gone);
    }
    return total == 0 ? 1 : (double) session.candles() / total;
  }

  /** The session, to be read while it runs. */
  public MarketSession session() {
    return session;
  }

  /** Everything that session and log remember, to go on elsewhere by {@link #resume}. */
  public byte[] snapshot() {
    StateWriter out = new StateWriter();
    session.save(out);
    return out.toByteArray();
  }

  /**
   * Takes over what {@link #snapshot} gave, from a run of the same specification. Trades and equity
   * from before are not part of it: the result tells of what came after.
   */
  public void resume(byte[] snapshot) {
    session.load(new StateReader(snapshot));
  }

  /** Closes what is open and sums up. Call once; may be called before the data has ended. */
  public BacktestResult finish() {
    if (session.timeNs() > Long.MIN_VALUE) {
      session.end();
      // What is on its way at the end of the ticks comes a little after it.
      log.end(Math.min(session.timeNs(), spec.toNs()), session.engine().books());
    }
    EquityCurve daily = log.daily();
    return new BacktestResult(
        describe(),
        log.trades(),
        daily,
        spec.notes().candleEquity() ? Optional.of(log.candles()) : Optional.empty(),
        BuyAndHold.curve(spec, daily),
        log.signals(),
        spec.notes().charts() ? charts() : List.of(),
        log.strategies(),
        log.costs(),
        log.executions(),
        log.capital(),
        List.of(),
        Fingerprint.of(log.trades()),
        session.engine().stateHash(),
        session.candles(),
        System.nanoTime() - startedNs);
  }

  private CandleColumns untilEnd(CandleColumns feed) {
    int end = feed.size();
    while (end > 0 && feed.closeTimeNs(end - 1) > spec.toNs()) {
      end--;
    }
    return end == feed.size() ? feed : feed.slice(0, end);
  }

  private List<SymbolChart> charts() {
    List<SymbolChart> charts = new ArrayList<>();
    for (int i = 0; i < spec.market().feeds().size(); i++) {
      CandleColumns feed = spec.market().feeds().get(i);
      CandleColumns traded = feed.slice(feed.firstRowFrom(spec.fromNs()), untilEnd(feed).size());
      charts.add(
          new SymbolChart(
              spec.market().instruments().get(i),
              io.tradewind.store.series.Resample.candles(traded, spec.interval())));
    }
    return charts;
  }

  private RunDescription describe() {
    Instrument first = spec.market().instruments().getFirst();
    List<String> notices = new ArrayList<>(spec.notes().notices());
    notices.addAll(log.notices());
    lateTrades().ifPresent(notices::add);
    for (BacktestBook book : spec.books()) {
      if (book.strategy() instanceof SignalFileStrategy file) {
        file.unusedNotice().ifPresent(notices::add);
      }
    }
    return new RunDescription(
        spec.strategyName(),
        parameters(),
        spec.market().instruments().stream()
            .limit(spec.traded())
            .map(Instrument::id)
            .map(InstrumentId::toString)
            .toList(),
        spec.interval().toString(),
        spec.fromNs(),
        spec.toNs(),
        FixedPoint.format(spec.capitalScaled(), first.cashScale()),
        first.id().quote(),
        spec.notes().data(),
        spec.notes().settings(),
        Version.TRADEWIND,
        Runtime.version().toString(),
        notices);
  }

  private Optional<String> lateTrades() {
    long late = session instanceof TickSession ticks ? ticks.lateTrades() : 0;
    return late == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d %s came here after the candle it is of had closed, and %s in none; candles"
                    + " wait for ticks.grace",
                late,
                late == 1 ? "trade" : "trades",
                late == 1 ? "is" : "are"));
  }

  /** Of several strategies by {@code strategy.parameter}. */
  private Map<String, String> parameters() {
    if (spec.strategies().size() == 1) {
      return spec.parameters().asText();
    }
    Map<String, String> all = new LinkedHashMap<>();
    for (BacktestBook book : spec.strategies()) {
      book.parameters().asText().forEach((key, value) -> all.put(book.name() + "." + key, value));
    }
    return all;
  }
}
