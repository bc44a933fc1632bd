package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.GateDecision;
import io.tradewind.core.risk.RiskGate;
import io.tradewind.core.risk.RiskLimits;
import io.tradewind.core.strategy.ParameterValues;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CandleVenue;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of docs/fill-rules.md that need more than one line of a table; named by their tags. */
class FillRulesVenueTest {
  private static final Interval HOUR = Interval.parse("1h");
  private static final long CAPITAL = 10_000_00000000L;

  /** The numbers that the tags of this class name. */
  static Set<Integer> rules() {
    return Set.copyOf(
        Stream.of(FillRulesVenueTest.class.getDeclaredMethods())
            .flatMap(method -> Stream.of(method.getAnnotationsByType(Tag.class)))
            .map(tag -> Integer.parseInt(tag.value()))
            .toList());
  }

  @Test
  @Tag("11")
  void finerCandlesDecideTheWay() {
    CandleColumns hours =
        CandleTable.parse("100 101 99 100, 100 111 94 105, 105 106 104 105", HOUR);
    CandleColumns halves =
        CandleTable.parse(
            "100 101 99 100, 100 101 99 100, 100 111 99 108, 108 109 94 105, 105 106 104 105, 105 106 104 105",
            Interval.parse("30m"));
    assertThat(tell(run(hours, "0 long stop 95 target 110", CostModel.NONE)))
        .containsExactly("100 > 95 stop");
    assertThat(tell(run(halves, "0 long stop 95 target 110", CostModel.NONE)))
        .containsExactly("100 > 110 target");
  }

  @Test
  @Tag("12")
  void costsAreBesideThePrice() {
    Instrument instrument = withFees(200, 1000);
    String candles = "100 101 99 100, 100 101 99 100, 100 111 99 108, 108 109 107 108";
    CostModel costs = new CostModel(5, 4, 0, OptionalDouble.empty(), false);
    ClosedTrade trade =
        run(instrument, candles, "0 long qty 10 target 110", costs, CAPITAL).getFirst();
    assertThat(trade.entryPrice()).isEqualByComparingTo("100");
    assertThat(trade.exitPrice()).isEqualByComparingTo("110");
    // In at the market: 0.1 % of what 1000 less costs buys, and 7 bps; out at a limit: 0.02 %.
    long entry = trade.entryQuoteScaled();
    long exit = trade.exitQuoteScaled();
    assertThat(trade.feesScaled()).isEqualTo(up(entry, 1000) + up(exit, 200));
    assertThat(trade.slippageScaled()).isEqualTo(up(entry, 700));
    assertThat(trade.profitScaled())
        .isEqualTo(exit - entry - trade.feesScaled() - trade.slippageScaled());
  }

  @Test
  @Tag("12")
  void impactGrowsWithTheRootOfTheShare() {
    Instrument instrument = withFees(0, 0);
    CostModel costs = new CostModel(0, 0, 100, OptionalDouble.empty(), false);
    String candles = "100 101 99 100, 100 101 99 100 400, 100 101 99 100 400";
    ClosedTrade small = run(instrument, candles, "0 long qty 1", costs, CAPITAL).getFirst();
    ClosedTrade large = run(instrument, candles, "0 long qty 4", costs, CAPITAL).getFirst();
    // 100 bps times the root of 1/400, of 4/400; the way out at the last close is not measured.
    assertThat((double) small.slippageScaled() / small.entryQuoteScaled())
        .isBetween(0.00050, 0.00051);
    assertThat((double) large.slippageScaled() / large.entryQuoteScaled())
        .isBetween(0.00099, 0.00101);
  }

  @Test
  @Tag("13")
  void oneCandleFillsItsShareOfVolume() {
    CostModel costs = new CostModel(0, 0, 0, OptionalDouble.of(0.1), false);
    String candles =
        "100 101 99 100, 100 101 99 100 300, 102 103 101 102 300, 104 105 103 104 1000, 104 105 103 104 400, 90 91 89 90 1000, 90 91 89 90 1000";
    List<ClosedTrade> trades =
        run(TestInstruments.spot("TEST/USDT"), candles, "0 long, 3 exit", costs, CAPITAL);
    ClosedTrade trade = trades.getFirst();
    // 30 at 100, 30 at 102, and with the 3,940 that are left 37.88 at 104.
    assertThat(trade.qty()).isEqualByComparingTo("97.88461538");
    // 40 at 104, the rest at 90.
    assertThat(trade.exitQuoteScaled())
        .isEqualTo(40L * 104_00000000L + (trade.qtyScaled() - 40_00000000L) * 90);
  }

  @Test
  @Tag("13")
  void aStopThatTheVolumeDoesNotHoldGoesOnAtTheNextOpen() {
    CostModel costs = new CostModel(0, 0, 0, OptionalDouble.of(0.1), false);
    String candles =
        "100 101 99 100, 100 101 99 100 1000, 100 101 94 95 500, 93 94 92 93 1000, 93 94 92 93";
    List<ClosedTrade> trades =
        run(TestInstruments.spot("TEST/USDT"), candles, "0 long stop 95", costs, CAPITAL);
    ClosedTrade trade = trades.getFirst();
    assertThat(trade.exitQuoteScaled()).isEqualTo(50L * 95_00000000L + 50L * 93_00000000L);
    assertThat(trade.reason().label()).isEqualTo("stop");
  }

  @Test
  @Tag("15")
  void anEntrySpendsItsBudgetDownToTheLot() {
    Instrument instrument =
        TestInstruments.of(
            "TEST/USDT", Market.SPOT, new TradingRules(0, 100, 1000000, 0, 0, 1000, 1000));
    String candles = "100 101 99 100, 103 104 102 103, 103 104 102 103";
    ClosedTrade trade = run(instrument, candles, "0 long", CostModel.NONE, CAPITAL).getFirst();
    // 10,000 / (103 x 1.001) = 96.99...
    assertThat(trade.qty()).isEqualByComparingTo("96.99");
    assertThat(trade.entryQuoteScaled() + up(trade.entryQuoteScaled(), 1000))
        .isLessThanOrEqualTo(CAPITAL);
  }

  @Test
  @Tag("15")
  void tooSmallIsRefusedAloud() {
    Instrument instrument =
        TestInstruments.of(
            "TEST/USDT", Market.SPOT, new TradingRules(0, 1, 1, 0, 500_00000000L, 0, 0));
    String candles = "100 101 99 100, 100 101 99 100, 100 101 99 100";
    List<AuditRecord> audit = new ArrayList<>();
    session(instrument, candles, "0 long qty 4", CostModel.NONE, CAPITAL, audit::add);
    assertThat(audit)
        .filteredOn(AuditRecord.SignalRefused.class::isInstance)
        .extracting(entry -> ((AuditRecord.SignalRefused) entry).refusal().name())
        .containsExactly("SIZE_TOO_SMALL");
  }

  @Test
  @Tag("15")
  void aFeeInBaseLeavesDustThatTheLedgerShows() {
    Instrument instrument =
        TestInstruments.of(
            "TEST/USDT", Market.SPOT, new TradingRules(0, 1, 100_000_000, 0, 0, 1000, 1000));
    CostModel costs = new CostModel(0, 0, 0, OptionalDouble.empty(), true);
    String candles = "100 101 99 100, 100 101 99 100, 110 111 109 110, 110 111 109 110";
    List<ClosedTrade> trades = new ArrayList<>();
    CandleSession session =
        session(
            instrument,
            candles,
            "0 long, 1 exit",
            costs,
            CAPITAL,
            entry -> {
              if (entry instanceof AuditRecord.TradeClosed closed) {
                trades.add(closed.trade());
              }
            });
    // 100 bought, 0.1 kept as fee, 99 sold at whole lots, 0.9 is dust.
    Portfolio portfolio = session.engine().portfolio();
    assertThat(portfolio.position(0).isFlat()).isTrue();
    assertThat(portfolio.position(0).dustQtyScaled()).isEqualTo(90_000_000);
    assertThat(session.venue().account().heldScaled(0)).isEqualTo(90_000_000);
    ClosedTrade trade = trades.getFirst();
    assertThat(trade.exitQtyScaled()).isEqualTo(99_00000000L);
    // Sold 99 at 110 for what 99 at 100 cost, less 10 for the fee in base and 0.1 % of the sale.
    assertThat(trade.profit()).isEqualByComparingTo("969.11");
    assertThat(session.engine().equityScaled())
        .isEqualTo(CAPITAL + trade.profitScaled() + 9_00000000L);
  }

  @Test
  @Tag("17")
  void stampsAndOrderAcrossSymbols() {
    List<String> fills = new ArrayList<>();
    List<Instrument> two = List.of(TestInstruments.spot("A/USDT"), TestInstruments.spot("B/USDT"));
    CandleColumns candles =
        CandleTable.parse("100 101 99 100, 100 101 99 100, 100 101 89 90", HOUR);
    CandleSession session =
        new CandleSession(
            FillRulesTest.spec(two, ExitRules.NONE),
            new ScriptedStrategy("0 long stop 95"),
            CostModel.NONE,
            List.of(candles, candles),
            entry -> {
              if (entry instanceof AuditRecord.OrderMoved moved
                  && moved.event() instanceof OrderEvent.Filled fill) {
                fills.add(
                    moved.intent().instrument() + " " + Utc.format(fill.timeNs()).substring(11));
              }
            });
    while (session.step()) {
      session.engine().checkInvariants();
    }
    assertThat(fills)
        .containsExactly(
            "0 01:00:00Z", "1 01:00:00Z", "0 02:59:59.999999999Z", "1 02:59:59.999999999Z");
  }

  record VenueLine(String what, Side side, OrderTerms terms, TimeInForce force, String expected) {
    @Override
    public String toString() {
      return what;
    }
  }

  /** The candles: 100 101 99 100, then 100 106 94 102, then 110 112 108 111. */
  static Stream<VenueLine> orders() {
    return Stream.of(
        order("market", Side.BUY, new OrderTerms.Market(), "Accepted, Filled 100"),
        order("limit", Side.BUY, new OrderTerms.Limit(96_0000, false), "Accepted, Filled 96"),
        order("limit never reached", Side.BUY, new OrderTerms.Limit(90_0000, false), "Accepted"),
        order(
            "limit through the open",
            Side.BUY,
            new OrderTerms.Limit(101_0000, false),
            "Accepted, Filled 100"),
        order(
            "post-only that would take",
            Side.BUY,
            new OrderTerms.Limit(101_0000, true),
            "Rejected WOULD_TAKE"),
        order(
            "post-only that rests",
            Side.BUY,
            new OrderTerms.Limit(95_0000, true),
            "Accepted, Filled 95"),
        order(
            "stop entry",
            Side.BUY,
            new OrderTerms.Stop(105_0000),
            "Accepted, Triggered 105, Filled 105"),
        order(
            "stop entry over a gap",
            Side.BUY,
            new OrderTerms.Stop(107_0000),
            "Accepted, Triggered 107, Filled 110"),
        order(
            "stop-limit",
            Side.BUY,
            new OrderTerms.StopLimit(105_0000, 106_0000),
            "Accepted, Triggered 105, Filled 105"),
        order(
            "stop-limit that rests",
            Side.BUY,
            new OrderTerms.StopLimit(105_0000, 104_0000),
            "Accepted, Triggered 105, Filled 104"),
        order(
            "stop-limit jumped over",
            Side.BUY,
            new OrderTerms.StopLimit(107_0000, 107_5000),
            "Accepted, Triggered 107"),
        order(
            "take-profit of a purchase",
            Side.BUY,
            new OrderTerms.TakeProfit(95_0000),
            "Accepted, Filled 95"),
        order(
            "off the tick",
            Side.BUY,
            new OrderTerms.Limit(96_0001, false),
            "Rejected PRICE_OFF_TICK"),
        order("oco", Side.BUY, new OrderTerms.Oco(110_0000, 90_0000), "Rejected UNSUPPORTED_TYPE"),
        order(
            "bracket",
            Side.BUY,
            new OrderTerms.Bracket(new OrderTerms.Market(), 110_0000, 90_0000),
            "Rejected UNSUPPORTED_TYPE"),
        order(
            "iceberg", Side.BUY, new OrderTerms.Iceberg(100_0000, 1), "Rejected UNSUPPORTED_TYPE"),
        new VenueLine(
            "immediate or cancel",
            Side.BUY,
            new OrderTerms.Limit(96_0000, false),
            TimeInForce.IOC,
            "Accepted, Expired"),
        new VenueLine(
            "immediate or cancel that fills",
            Side.BUY,
            new OrderTerms.Limit(100_0000, false),
            TimeInForce.IOC,
            "Accepted, Filled 100"),
        new VenueLine(
            "fill or kill",
            Side.BUY,
            new OrderTerms.Limit(96_0000, false),
            TimeInForce.FOK,
            "Accepted, Expired"),
        new VenueLine(
            "good till date",
            Side.BUY,
            new OrderTerms.Limit(96_0000, false),
            new TimeInForce.GoodTillDate(CandleTable.START_NS + HOUR.durationNs()),
            "Accepted, Expired"),
        order(
            "sale of what is not held",
            Side.SELL,
            new OrderTerms.Market(),
            "Accepted, Rejected NOT_HELD"));
  }

  private static VenueLine order(String what, Side side, OrderTerms terms, String expected) {
    return new VenueLine(what, side, terms, TimeInForce.GTC, expected);
  }

  @ParameterizedTest
  @MethodSource("orders")
  @Tag("19")
  void ordersOfEveryKind(VenueLine line) {
    Instrument instrument =
        TestInstruments.of("TEST/USDT", Market.SPOT, new TradingRules(0, 100, 1, 0, 0, 0, 0));
    List<String> said = new ArrayList<>();
    CandleVenue venue =
        new CandleVenue(
            List.of(instrument), CostModel.NONE, CAPITAL, event -> said.add(tell(event)));
    Portfolio portfolio = new Portfolio(List.of(instrument));
    portfolio.deposit(CAPITAL);
    portfolio.mark(0, 100_0000);
    RiskGate gate = new RiskGate(RiskLimits.RESEARCH, List.of(instrument), portfolio);
    OrderIntent intent =
        new OrderIntent(
            1,
            0,
            line.side(),
            new OrderSize.Base(1_00000000L),
            line.terms(),
            line.force(),
            false,
            OrderPurpose.ENTRY);
    CandleColumns candles =
        CandleTable.parse("100 101 99 100, 100 106 94 102, 110 112 108 111", HOUR);
    venue.open(0, candles, 0);
    venue.walk(0, candles, 0);
    if (gate.enter(intent, 1, 0, 0, false)
        instanceof GateDecision.Pass<VenueCommand.NewOrder> pass) {
      venue.submit(pass.approved());
    }
    for (int row = 1; row < candles.size(); row++) {
      venue.process(candles.openTimeNs(row));
      venue.open(0, candles, row);
      venue.walk(0, candles, row);
    }
    assertThat(String.join(", ", said)).isEqualTo(line.expected());
  }

  private static String tell(OrderEvent event) {
    return switch (event) {
      case OrderEvent.Filled fill -> "Filled " + price(fill.priceScaled());
      case OrderEvent.Triggered triggered -> "Triggered " + price(triggered.levelScaled());
      case OrderEvent.Rejected rejected -> "Rejected " + rejected.reason();
      case OrderEvent.Accepted _ -> "Accepted";
      case OrderEvent.Expired _ -> "Expired";
      case OrderEvent.Sent _, OrderEvent.Lost _, OrderEvent.Amended _, OrderEvent.Cancelled _ ->
          event.toString();
    };
  }

  private static String price(long scaled) {
    return FixedPoint.format(scaled, TestInstruments.PRICE_SCALE);
  }

  private static Instrument withFees(long makerPpm, long takerPpm) {
    return TestInstruments.of(
        "TEST/USDT", Market.SPOT, new TradingRules(0, 1, 1, 0, 0, makerPpm, takerPpm));
  }

  private static long up(long amount, long ppm) {
    return Math.ceilDiv(amount * ppm, 1_000_000L);
  }

  private static List<String> tell(List<ClosedTrade> trades) {
    return trades.stream()
        .map(trade ->
            trade.entryPrice().toPlainString()
                + " > "
                + trade.exitPrice().toPlainString()
                + " "
                + trade.reason().label())
        .toList();
  }

  private static List<ClosedTrade> run(CandleColumns candles, String script, CostModel costs) {
    return run(TestInstruments.spot("TEST/USDT"), candles, script, costs, CAPITAL);
  }

  private static List<ClosedTrade> run(
      Instrument instrument, String candles, String script, CostModel costs, long capital) {
    return run(instrument, CandleTable.parse(candles, HOUR), script, costs, capital);
  }

  private static List<ClosedTrade> run(
      Instrument instrument, CandleColumns candles, String script, CostModel costs, long capital) {
    List<ClosedTrade> trades = new ArrayList<>();
    run(
        instrument,
        candles,
        script,
        costs,
        capital,
        entry -> {
          if (entry instanceof AuditRecord.TradeClosed closed) {
            trades.add(closed.trade());
          }
        });
    return trades;
  }

  private static CandleSession session(
      Instrument instrument,
      String candles,
      String script,
      CostModel costs,
      long capital,
      io.tradewind.core.port.AuditSink sink) {
    return run(instrument, CandleTable.parse(candles, HOUR), script, costs, capital, sink);
  }

  private static CandleSession run(
      Instrument instrument,
      CandleColumns candles,
      String script,
      CostModel costs,
      long capital,
      io.tradewind.core.port.AuditSink sink) {
    EngineSpec spec =
        new EngineSpec(
            List.of(instrument),
            HOUR,
            "scripted",
            ParameterValues.of(List.of(), Map.of()),
            RiskLimits.RESEARCH,
            new ExitRules(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(),
                OptionalLong.empty()),
            capital,
            CandleTable.START_NS,
            Long.MAX_VALUE / 2);
    CandleSession session =
        new CandleSession(spec, new ScriptedStrategy(script), costs, List.of(candles), sink);
    while (session.step()) {
      session.engine().checkInvariants();
    }
    session.end();
    session.engine().checkInvariants();
    return session;
  }
}
