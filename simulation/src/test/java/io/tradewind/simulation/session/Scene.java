package io.tradewind.simulation.session;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.BookSpec;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.engine.HedgeSpec;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.Silent;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ExitWords;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A scripted run on hours with 10,000 of capital, and what came of it in a few words. */
final class Scene {
  static final Interval HOUR = Interval.parse("1h");

  private final List<Instrument> instruments;
  private CostModel costs = CostModel.NONE;
  private ExitRules exits = ExitRules.NONE;
  private Optional<ExecutionStyle> execution = Optional.empty();
  private Optional<HedgeSpec> hedge = Optional.empty();
  private long hedgeScaled;
  private RiskSettings limits = RiskSettings.RESEARCH;
  private EnumSet<Ability> abilities = EnumSet.allOf(Ability.class);
  private long fromNs = CandleTable.START_NS;
  private long toNs = Long.MAX_VALUE / 2;
  private List<CandleColumns> feeds = List.of();
  private List<FundingColumns> fundings = List.of();
  final List<AuditRecord> audit = new ArrayList<>();

  Scene(Instrument... instruments) {
    this.instruments = List.of(instruments);
  }

  /** A script of one instrument, which is a perpetual where it goes short. */
  static Scene played(String exits, String candles, String script) {
    Instrument instrument =
        script.contains("short")
            ? TestInstruments.perp("TEST/USDT")
            : TestInstruments.spot("TEST/USDT");
    Scene scene = new Scene(instrument).exits(exits).candles(candles);
    scene.play(script);
    return scene;
  }

  /** A plain run of one strategy over all there is, for sessions that are made by hand. */
  static EngineSpec spec(Instrument... instruments) {
    return new EngineSpec(
        List.of(instruments),
        HOUR,
        "scripted",
        ParameterValues.of(List.of(), Map.of()),
        RiskSettings.RESEARCH,
        ExitRules.NONE,
        10_000_00000000L,
        CandleTable.START_NS,
        Long.MAX_VALUE / 2);
  }

  Scene costs(CostModel model) {
    costs = model;
    return this;
  }

  /** Entries at the market are worked so. */
  Scene execution(ExecutionStyle style) {
    execution = Optional.of(style);
    return this;
  }

  /** Hedged from a book of its own, with so much capital beside. */
  Scene hedge(HedgeSpec spec, long capital) {
    hedge = Optional.of(spec);
    hedgeScaled = capital * 100_000_000;
    return this;
  }

  /** All that the venue can do. */
  Scene abilities(EnumSet<Ability> all) {
    abilities = all;
    return this;
  }

  Scene exits(String text) {
    exits = ExitWords.parse(text);
    return this;
  }

  Scene limits(RiskSettings all) {
    limits = all;
    return this;
  }

  /** The hours at whose beginning trading begins and ends. */
  Scene span(int from, int to) {
    fromNs = CandleTable.START_NS + from * HOUR.durationNs();
    toNs = CandleTable.START_NS + to * HOUR.durationNs();
    return this;
  }

  /** Tables of hours, one for each instrument. */
  Scene candles(String... tables) {
    feeds = Stream.of(tables).map(table -> CandleTable.parse(table, HOUR)).toList();
    return this;
  }

  Scene feeds(CandleColumns... all) {
    feeds = List.of(all);
    return this;
  }

  /**
   * Rates by instrument, such as {@code 2 0.01, 5+7ms -0.02}: hours, from the first candle's open
   * on, and the ratio of the notional that longs pay.
   */
  Scene fundings(String... all) {
    fundings = Stream.of(all).map(Scene::funding).toList();
    return this;
  }

  static FundingColumns funding(String text) {
    List<String[]> rows =
        text.isBlank()
            ? List.of()
            : Stream.of(text.strip().split("\\s*,\\s*")).map(row -> row.split("\\s+")).toList();
    return new FundingColumns(
        rows.stream().mapToLong(row -> time(row[0])).toArray(),
        rows.stream()
            .mapToLong(row ->
                FixedPoint.parse(row[1], FundingColumns.RATE_SCALE, RoundingMode.UNNECESSARY))
            .toArray());
  }

  private static long time(String text) {
    String[] parts = text.replace("ms", "").split("\\+");
    long millis = parts.length == 1 ? 0 : Long.parseLong(parts[1]);
    return CandleTable.START_NS
        + Long.parseLong(parts[0]) * HOUR.durationNs()
        + millis * (Utc.SECOND_NS / 1000);
  }

  /** Plays it from end to end, checking the books at every step. */
  CandleSession play(String script) {
    return end(session(script));
  }

  /** The same, saved after some candles and gone on with in another session. */
  CandleSession playCut(String script, int candles) {
    CandleSession before = session(script);
    for (int i = 0; i < candles; i++) {
      before.step();
    }
    StateWriter out = new StateWriter();
    before.save(out);
    CandleSession after = session(script);
    after.load(new StateReader(out.toByteArray()));
    return end(after);
  }

  private static CandleSession end(CandleSession session) {
    while (session.step()) {
      session.engine().checkInvariants();
    }
    session.end();
    session.engine().checkInvariants();
    return session;
  }

  /** Ready to step. */
  CandleSession session(String script) {
    return new CandleSession(
        new EngineSpec(instruments, books(), limits, fromNs, toNs),
        hedge.isEmpty()
            ? List.of(new ScriptedStrategy(script))
            : List.of(new ScriptedStrategy(script), new Silent()),
        costs,
        fundings.isEmpty() ? History.of(feeds) : new History(feeds, fundings),
        abilities,
        audit::add);
  }

  private List<BookSpec> books() {
    BookSpec scripted = book("scripted", execution, 10_000_00000000L, Optional.empty());
    return hedge.isEmpty()
        ? List.of(scripted)
        : List.of(scripted, book("hedge", Optional.empty(), hedgeScaled, hedge));
  }

  private BookSpec book(
      String name, Optional<ExecutionStyle> style, long scaled, Optional<HedgeSpec> hedges) {
    return new BookSpec(
        name,
        HOUR,
        ParameterValues.of(List.of(), Map.of()),
        exits,
        MarginMode.ISOLATED,
        style,
        scaled,
        hedges);
  }

  /** All fills such as {@code 1o buy 100@100 fee 10 entry}; T1 and so on before other symbols. */
  String fills(String script) {
    play(script);
    return fills();
  }

  String fills() {
    return audit.stream()
        .filter(AuditRecord.OrderMoved.class::isInstance)
        .map(AuditRecord.OrderMoved.class::cast)
        .filter(moved -> moved.event() instanceof OrderEvent.Filled)
        .map(this::tell)
        .collect(Collectors.joining("; "));
  }

  /** The last state of each order that was not filled, such as {@code rejected}. */
  String refusals() {
    return audit.stream()
        .flatMap(entry ->
            switch (entry) {
              case AuditRecord.OrderMoved moved
                  when moved.event() instanceof OrderEvent.Rejected event ->
                  Stream.of(Told.word(event.reason()));
              case AuditRecord.SignalRefused refused -> Stream.of(Told.word(refused.refusal()));
              case AuditRecord.OrderRefused refused -> Stream.of(Told.word(refused.refusal()));
              default -> Stream.<String>of();
            })
        .collect(Collectors.joining("; "));
  }

  /** What was said of each signal that was refused. */
  List<String> details() {
    return audit.stream()
        .filter(AuditRecord.SignalRefused.class::isInstance)
        .map(entry -> ((AuditRecord.SignalRefused) entry).detail())
        .toList();
  }

  List<AuditRecord.TradeClosed> trades() {
    return audit.stream()
        .filter(AuditRecord.TradeClosed.class::isInstance)
        .map(AuditRecord.TradeClosed.class::cast)
        .toList();
  }

  /** All trades such as {@code long 1o@100 > 2@95 stop}. */
  String told() {
    return trades().stream()
        .map(closed -> Told.HOURS.trade(closed.trade()))
        .collect(Collectors.joining("; "));
  }

  private String tell(AuditRecord.OrderMoved moved) {
    OrderEvent.Filled fill = (OrderEvent.Filled) moved.event();
    int index = moved.intent().instrument();
    String fee =
        fill.feeScaled() == 0
            ? ""
            : " fee " + FixedPoint.format(fill.feeScaled(), 8) + (fill.feeInBase() ? " base" : "");
    String slip =
        fill.slippageScaled() == 0
            ? ""
            : " slip " + FixedPoint.format(fill.slippageScaled(), TestInstruments.CASH_SCALE);
    return (index == 0 ? "" : "T" + index + " ")
        + Told.HOURS.when(fill.timeNs())
        + " "
        + Told.word(moved.intent().side())
        + " "
        + FixedPoint.format(fill.qtyScaled(), TestInstruments.QTY_SCALE)
        + "@"
        + FixedPoint.format(fill.priceScaled(), TestInstruments.PRICE_SCALE)
        + fee
        + slip
        + " "
        + Told.word(moved.intent().purpose());
  }
}
