package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of docs/fill-rules.md about margins, liquidation, funding and books, a line each.
 * Contracts need 4 % of maintenance margin, may have leverage 20, and pay 1 % when they are
 * liquidated: 10 of them, bought at 100 with leverage 10, are liquidated at (1000 - 100) / 9.6 =
 * 93.75, or sold so at 1100 / 10.4 = 105.7692.
 */
class MarginRulesTest {
  private static final Instrument PERP = contracts(0, 0);
  private static final Instrument SPOT = TestInstruments.spot("T0/USDT");
  private static final Instrument TIERS = TestInstruments.perp("T0/USDT");
  private static final String FLAT = "100 101 99 100";
  private static final String TWO = FLAT + ", " + FLAT + ", ";
  private static final String LONG = "0 margin isolated 10, 1 buy 10 market";
  private static final String SHORT = "0 margin isolated 10, 1 sell 10 market";
  private static final String IN = "0o margin done; 1o #1 10@100";

  /** One table line: what is in each book, the candles of each instrument, orders, what is told. */
  record Line(
      int rule,
      String what,
      CostModel costs,
      List<Instrument> instruments,
      List<Long> cash,
      List<String> candles,
      String orders,
      String told) {
    @Override
    public String toString() {
      return rule + ": " + what;
    }
  }

  /** The rules that have a line here. */
  static final Set<Integer> RULES = lines().map(Line::rule).collect(Collectors.toUnmodifiableSet());

  private static Instrument contracts(long makerPpm, long takerPpm) {
    MarginTier tier = new MarginTier(0, Long.MAX_VALUE, 40_000, 0, 20);
    return new Instrument(
        InstrumentId.parse("T0/USDT", "test", Market.PERP),
        TestInstruments.PRICE_SCALE,
        TestInstruments.QTY_SCALE,
        TestInstruments.CASH_SCALE,
        List.of(new TradingRules(0, 1, 1, 0, 0, makerPpm, takerPpm)),
        new MarginTable(List.of(tier), 10_000));
  }

  private static Line one(int rule, String what, String candles, String orders, String told) {
    return with(rule, what, PERP, 10_000, candles, orders, told);
  }

  private static Line with(
      int rule,
      String what,
      Instrument instrument,
      long cash,
      String candles,
      String orders,
      String told) {
    return new Line(
        rule,
        what,
        CostModel.NONE,
        List.of(instrument),
        List.of(cash),
        List.of(candles),
        orders,
        told);
  }

  /** Several instruments of one book. */
  private static Line many(
      int rule, String what, long cash, List<String> candles, String orders, String told) {
    return new Line(
        rule,
        what,
        CostModel.NONE,
        Collections.nCopies(candles.size(), PERP),
        List.of(cash),
        candles,
        orders,
        told);
  }

  /** Two books in one instrument. */
  private static Line books(
      int rule, String what, List<Long> cash, String candles, String orders, String told) {
    return new Line(
        rule, what, CostModel.NONE, List.of(PERP), cash, List.of(candles), orders, told);
  }

  static Stream<Line> lines() {
    List<Line> all = new ArrayList<>();
    all.addAll(margin());
    all.addAll(changes());
    all.addAll(prices());
    all.addAll(ways());
    all.addAll(costs());
    all.addAll(cross());
    all.addAll(funding());
    all.addAll(books());
    return all.stream();
  }

  private static List<Line> margin() {
    return List.of(
        one(
            22,
            "leverage 10 opens ten times the cash and no more",
            TWO + FLAT,
            "0 margin isolated 10, 1 buy 1000.0001 market, 1 buy 1000 market",
            "0o margin done; 1o #1 insufficient-balance; 1o #2 1000@100"),
        one(
            22,
            "short: the same",
            TWO + FLAT,
            "0 margin isolated 10, 1 sell 1000.0001 market, 1 sell 1000 market",
            "0o margin done; 1o #1 insufficient-balance; 1o #2 1000@100"),
        one(
            22,
            "cross: the same",
            TWO + FLAT,
            "0 margin cross 10, 1 buy 1000.0001 market, 1 buy 1000 market",
            "0o margin done; 1o #1 insufficient-balance; 1o #2 1000@100"),
        with(
            22,
            "fees come on top of the margin",
            contracts(0, 1_000),
            10_000,
            TWO + FLAT,
            "0 margin isolated 10, 1 buy 1000 market, 1 buy 990 market",
            "0o margin done; 1o #1 insufficient-balance; 1o #2 990@100 fee 99"),
        one(
            22,
            "a budget is notional, as far as the cash is its margin",
            TWO + FLAT,
            "0 margin isolated 10, 1 buy $500 market, 2 buy $200000 market",
            "0o margin done; 1o #1 5@100; 2o #2 995@100"),
        with(
            22,
            "a budget leaves its costs",
            contracts(0, 2_000),
            10_200,
            TWO + FLAT,
            "0 margin isolated 10, 1 buy $200000 market",
            "0o margin done; 1o #1 1000@100 fee 200"),
        with(
            22,
            "500 at 100 are the most that leverage 50 may have, also in two steps",
            TIERS,
            10_000,
            TWO + FLAT,
            "0 margin isolated 50, 1 buy 501 market, 1 buy 400 market, 2 buy 101 market,"
                + " 2 buy 100 market",
            "0o margin done; 1o #1 leverage-too-high; 1o #2 400@100; 2o #3 leverage-too-high;"
                + " 2o #4 100@100"),
        one(
            22,
            "cross: what another position has lost is not free",
            FLAT + ", 100 101 94 95, 95 96 94 95",
            "0 margin cross 10, 1 buy 1000 market, 2 buy 1 market",
            "0o margin done; 1o #1 1000@100; 2o #2 insufficient-balance"),
        one(
            22,
            "cross: what it has gained is",
            FLAT + ", 100 111 99 110, 110 111 109 110",
            "0 margin cross 10, 1 buy 1000 market, 2 buy 818.1819 market, 2 buy 818.1818 market",
            "0o margin done; 1o #1 1000@100; 2o #2 insufficient-balance; 2o #3 818.1818@110"),
        one(
            22,
            "isolated: what it has gained is not free",
            FLAT + ", 100 111 99 110, 110 111 109 110",
            "0 margin isolated 10, 1 buy 1000 market, 2 buy 1 market",
            "0o margin done; 1o #1 1000@100; 2o #2 insufficient-balance"),
        one(
            22,
            "a part that is closed frees its share of the margin, the rest stands as it stood",
            TWO + "95 96 94 95, 95 95 93 94",
            LONG + ", 2 sell 4 market reduce",
            IN + "; 2o #2 4@95; 3 liquidated 6@93.75 fee 5.625"));
  }

  private static List<Line> changes() {
    return List.of(
        one(
            23,
            "the mode stays while there is a position",
            TWO + FLAT,
            LONG + ", 2 margin cross 10",
            IN + "; 2o margin position-open"),
        one(
            23,
            "the leverage of an isolated position does not fall",
            TWO + FLAT,
            LONG + ", 2 margin isolated 5",
            IN + "; 2o margin leverage-reduced"),
        one(
            23,
            "it rises, and what is set aside stays",
            TWO + "100 101 93 95",
            LONG + ", 2 margin isolated 20",
            IN + "; 2o margin done; 2 liquidated 10@93.75 fee 9.375"),
        one(
            23,
            "no more than the table has",
            FLAT,
            "0 margin isolated 21",
            "0o margin leverage-too-high"),
        with(
            23,
            "no more than a position of this size may have",
            TIERS,
            10_000,
            TWO + FLAT,
            "0 margin cross 25, 1 buy 600 market, 2 margin cross 26",
            "0o margin done; 1o #1 600@100; 2o margin leverage-too-high"),
        with(23, "spot has none", SPOT, 10_000, FLAT, "0 margin cross 2", "0o margin no-contracts"),
        with(
            23,
            "cross: less leverage needs the cash for it",
            PERP,
            1_000,
            TWO + FLAT,
            "0 margin cross 10, 1 buy 50 market, 2 margin cross 4, 2 margin cross 5",
            "0o margin done; 1o #1 50@100; 2o margin insufficient-margin; 2o margin done"),
        books(
            23,
            "cash moves",
            List.of(1_000L, 500L),
            FLAT + ", " + FLAT,
            "0 move 0 1 300, 1 move 1 0 900",
            "0o moved 300; 1o moved 800"),
        books(
            23,
            "what is set aside does not",
            List.of(1_000L, 500L),
            TWO + FLAT,
            "1 buy 8 market, 2 move 0 1 300",
            "1o #1 8@100; 2o moved 200"),
        books(
            23,
            "nor what a cross position needs and has lost",
            List.of(1_000L, 500L),
            FLAT + ", 100 101 94 95, 95 96 94 95",
            "0 margin cross 10, 1 buy 8 market, 2 move 0 1 1000",
            "0o margin done; 1o #1 8@100; 2o moved 884"),
        books(
            23,
            "nor what it has gained",
            List.of(1_000L, 500L),
            FLAT + ", 100 151 99 150, 150 151 149 150",
            "0 margin cross 10, 1 buy 8 market, 2 move 0 1 2000",
            "0o margin done; 1o #1 8@100; 2o moved 1000"));
  }

  private static List<Line> prices() {
    return List.of(
        one(24, "long", TWO + "100 101 93 95", LONG, IN + "; 2 liquidated 10@93.75 fee 9.375"),
        one(24, "long, a tick before", TWO + "100 101 93.7501 95", LONG, IN),
        one(
            24,
            "short, against us on the tick",
            TWO + "100 106 99 105",
            SHORT,
            IN + "; 2 liquidated 10@105.7692 fee 10.57692"),
        one(24, "short, a tick before", TWO + "100 105.7691 99 105", SHORT, IN),
        one(
            24,
            "long at leverage 1: never",
            TWO + "100 101 0.0001 1",
            "1 buy 10 market",
            "1o #1 10@100"),
        one(
            24,
            "short at leverage 1: before it has doubled",
            TWO + "100 195 99 190",
            "1 sell 10 market",
            "1o #1 10@100; 2 liquidated 10@192.3076 fee 19.23076"),
        with(
            24,
            "long, cross: all the cash stands behind it",
            PERP,
            400,
            TWO + "100 101 62 65",
            "0 margin cross 10, 1 buy 10 market",
            IN + "; 2 liquidated 10@62.5 fee 6.25"),
        with(
            24,
            "short, cross",
            PERP,
            144,
            TWO + "100 111 99 110",
            "0 margin cross 10, 1 sell 10 market",
            IN + "; 2 liquidated 10@110 fee 11"),
        with(
            24,
            "by the tier in which it ends, not in which it began: (60000 - 15000) / 597",
            TIERS,
            20_000,
            TWO + "100 101 75 85",
            "0 margin isolated 4, 1 buy 600 market",
            "0o margin done; 1o #1 600@100; 2 liquidated 600@75.3769 fee 226.14"));
  }

  private static List<Line> ways() {
    String gone = "; 2 liquidated 10@93.75 fee 9.375";
    return List.of(
        one(
            25,
            "a gap fills at the open",
            TWO + "91 92 90 91",
            LONG,
            IN + "; 2o liquidated 10@91 fee 9.1"),
        one(
            25,
            "short: a gap fills at the open",
            TWO + "108 109 107 108",
            SHORT,
            IN + "; 2o liquidated 10@108 fee 10.8"),
        one(
            25,
            "a stop that is nearer comes first",
            TWO + "100 101 93 95",
            LONG + ", 2 sell all stop 95 reduce",
            IN + "; 2 #2 triggered 95; 2 #2 10@95"),
        one(
            25,
            "short: a stop that is nearer comes first",
            TWO + "100 107 99 105",
            SHORT + ", 2 buy all stop 104 reduce",
            IN + "; 2 #2 triggered 104; 2 #2 10@104"),
        one(
            25,
            "a stop at the very price comes first",
            TWO + "100 101 93 95",
            LONG + ", 2 sell all stop 93.75 reduce",
            IN + "; 2 #2 triggered 93.75; 2 #2 10@93.75"),
        one(
            25,
            "a stop that is further never comes",
            TWO + "100 101 92 95",
            LONG + ", 2 sell all stop 93 reduce",
            IN + "; 2 #2 cancelled" + gone),
        one(
            25,
            "short: a stop that is further never comes",
            TWO + "100 108 99 105",
            SHORT + ", 2 buy all stop 107 reduce",
            IN + "; 2 #2 cancelled; 2 liquidated 10@105.7692 fee 10.57692"),
        one(
            25,
            "a gap through both: the venue is first",
            TWO + "91 92 90 91",
            LONG + ", 2 sell all stop 95 reduce",
            IN + "; 2o #2 cancelled; 2o liquidated 10@91 fee 9.1"),
        one(
            25,
            "a gap through the stop alone",
            TWO + "94 95 90 91",
            LONG + ", 2 sell all stop 95 reduce",
            IN + "; 2o #2 triggered 95; 2o #2 10@94"),
        one(
            25,
            "a candle that reaches a target and the liquidation is a loss",
            TWO + "100 103 93 100",
            LONG + ", 2 sell all limit 102 reduce",
            IN + "; 2 #2 cancelled" + gone),
        one(
            25,
            "short: a candle that reaches a target and the liquidation is a loss",
            TWO + "100 107 97 100",
            SHORT + ", 2 buy all limit 98 reduce",
            IN + "; 2 #2 cancelled; 2 liquidated 10@105.7692 fee 10.57692"),
        one(
            25,
            "a trailing stop that the candle would have moved comes too late",
            TWO + "100 110 93 94",
            LONG + ", 2 sell all trailing 2 101 reduce",
            IN + "; 2 #2 cancelled" + gone),
        one(
            25,
            "a purchase on the way down comes first, and its margin with it",
            TWO + "100 101 93 95",
            LONG + ", 2 buy 10 limit 96",
            IN + "; 2 #2 10@96"),
        one(
            25,
            "and both are liquidated further down",
            TWO + "100 101 91 95",
            LONG + ", 2 buy 10 limit 96",
            IN + "; 2 #2 10@96; 2 liquidated 20@91.875 fee 18.375"),
        one(
            25,
            "a purchase beyond it never comes",
            TWO + "100 101 91 95",
            LONG + ", 2 buy 10 limit 93",
            IN + "; 2 #2 cancelled" + gone),
        one(
            25,
            "in the candle of its entry",
            FLAT + ", 100 101 93 95",
            LONG,
            IN + "; 1 liquidated 10@93.75 fee 9.375"),
        one(
            25,
            "in the candle of an entry by a limit",
            FLAT + ", 100 101 91 95",
            "0 margin isolated 10, 1 buy 10 limit 98",
            "0o margin done; 1 #1 10@98; 1 liquidated 10@91.875 fee 9.1875"));
  }

  private static List<Line> costs() {
    return List.of(
        one(
            26,
            "the fee is no more than is left",
            TWO + "90.5 91 90 91",
            LONG,
            IN + "; 2o liquidated 10@90.5 fee 5"),
        one(
            26,
            "what is lost beyond the margin is the venue's",
            TWO + "85 86 84 85",
            LONG,
            IN + "; 2o liquidated 10@85 covered 50"),
        one(
            26,
            "short: the same",
            TWO + "115 116 114 115",
            SHORT,
            IN + "; 2o liquidated 10@115 covered 50"),
        with(
            26,
            "cross: beyond the wallet",
            PERP,
            400,
            TWO + "50 51 49 50",
            "0 margin cross 10, 1 buy 10 market",
            IN + "; 2o liquidated 10@50 covered 100"),
        with(
            26,
            "closing never costs more than it leaves",
            contracts(0, 100_000),
            150,
            TWO + "100 101 98.5 99",
            "0 margin isolated 20, 1 buy 10 market, 2 sell all stop 99 reduce",
            "0o margin done; 1o #1 10@100 fee 100; 2 #2 triggered 99; 2 #2 10@99 fee 40"));
  }

  private static List<Line> cross() {
    String flat = TWO + FLAT;
    String both = "0 margin cross 10, 0 t1 margin cross 10, 1 buy 10 market, 1 t1 buy 10 market";
    String in = "0o margin done; 0o t1 margin done; 1o #1 10@100; 1o #2 10@100";
    return List.of(
        many(
            27,
            "what another needs does not stand behind it: (1000 - 200 + 40) / 9.6",
            200,
            List.of(TWO + "100 101 87 90", flat),
            both,
            in + "; 2 liquidated 10@87.5 fee 8.75"),
        many(
            27,
            "what another has gained does, and the wallet may be below zero for it",
            200,
            List.of(TWO + "100 101 77 90", FLAT + ", 100 111 99 110, 110 111 109 110"),
            both,
            in + "; 2 liquidated 10@77.5 fee 7.75"),
        many(
            27,
            "what is left is less than the other needs: it is closed at its last price",
            200,
            List.of(TWO + "82 83 81 82", flat),
            both,
            in + "; 2o liquidated 10@82 fee 8.2; 2o t1 liquidated 10@100 fee 10"),
        many(
            27,
            "the insurance bears what the last of them leaves owing",
            200,
            List.of(TWO + "75 76 74 75", flat),
            both,
            in + "; 2o liquidated 10@75; 2o t1 liquidated 10@100 covered 50"),
        many(
            27,
            "the largest maintenance margin first, and no more than must be",
            300,
            List.of(TWO + "80 81 79 80", flat, flat),
            "0 margin cross 20, 0 t1 margin cross 20, 0 t2 margin cross 20,"
                + " 1 buy 10 market, 1 t1 buy 10 market, 1 t2 buy 20 market",
            "0o margin done; 0o t1 margin done; 0o t2 margin done;"
                + " 1o #1 10@100; 1o #2 10@100; 1o #3 20@100;"
                + " 2o liquidated 10@80 fee 8; 2o t2 liquidated 20@100 fee 20"),
        many(
            27,
            "all orders of the book are cancelled first",
            200,
            List.of(TWO + "100 101 87 90", flat),
            both + ", 2 t1 sell 3 limit 120 reduce, 2 buy 1 limit 50",
            in + "; 2 #4 cancelled; 2 #3 cancelled; 2 liquidated 10@87.5 fee 8.75"),
        many(
            27,
            "an isolated position beside them answers for itself: (1000 - 300) / 9.6",
            400,
            List.of(TWO + "100 101 72 90", flat),
            "0 margin cross 10, 0 t1 margin isolated 10, 1 buy 10 market, 1 t1 buy 10 market,"
                + " 2 t1 sell 3 limit 120 reduce",
            in + "; 2 #3 cancelled; 2 liquidated 10@72.9167 fee 7.29167"));
  }

  private static List<Line> funding() {
    return List.of(
        one(
            28,
            "a long pays out of its margin, and is liquidated earlier: (1000 - 99) / 9.6",
            TWO + "100 101 93 95",
            LONG + ", 2 fund 0.001",
            IN + "; 2o funded 1; 2 liquidated 10@93.8542 fee 9.38542"),
        one(
            28,
            "a short receives, and is liquidated later: 1101 / 10.4",
            TWO + "100 106 99 105",
            SHORT + ", 2 fund 0.001",
            IN + "; 2o funded -1; 2 liquidated 10@105.8653 fee 10.58653"),
        one(
            28,
            "below zero a long receives",
            TWO + FLAT,
            LONG + ", 2 fund -0.001",
            IN + "; 2o funded -1"),
        one(
            28,
            "below zero a short pays",
            TWO + FLAT,
            SHORT + ", 2 fund -0.001",
            IN + "; 2o funded 1"),
        one(
            28,
            "at the last price",
            FLAT + ", 100 105 99 104, 105 106 104 105",
            LONG + ", 2 fund 0.001",
            IN + "; 2o funded 1.04"),
        one(
            28,
            "rounded against us, long and short",
            TWO + FLAT + ", " + FLAT,
            "1 buy 0.00000003 market, 2 fund 0.001, 3 fund -0.001",
            "1o #1 0.00000003@100; 2o funded 0.00000001; 3o funded 0"),
        one(
            28,
            "it can liquidate",
            TWO + FLAT,
            LONG + ", 2 fund 0.07",
            IN + "; 2o funded 70; 2o liquidated 10@100 fee 10"),
        one(
            28,
            "no more than the margin",
            TWO + FLAT,
            LONG + ", 2 fund 0.5",
            IN + "; 2o funded 100; 2o liquidated 10@100"),
        with(
            28,
            "cross: out of the wallet: (1000 - 399) / 9.6",
            PERP,
            400,
            TWO + "100 101 62 65",
            "0 margin cross 10, 1 buy 10 market, 2 fund 0.001",
            IN + "; 2o funded 1; 2 liquidated 10@62.6042 fee 6.26042"),
        one(
            28,
            "who holds nothing hears nothing",
            TWO + FLAT,
            "1 fund 0.001, 2 buy 1 market",
            "2o #1 1@100"));
  }

  private static List<Line> books() {
    return List.of(
        new Line(
            29,
            "two books share a candle's volume, the older order first",
            new CostModel(0, 0, 0, OptionalDouble.of(0.01), false),
            List.of(PERP),
            List.of(10_000L, 10_000L),
            List.of(TWO + FLAT),
            "1 buy 6 market, 1 b1 buy 6 market",
            "1o #1 6@100; 1o #2 4@100 part; 2o #2 2@100"),
        books(
            29,
            "each has its own position and its own cash",
            List.of(1_000L, 500L),
            TWO + FLAT,
            "1 buy 10 market, 1 b1 sell 5.01 market, 1 b1 sell 5 market, 2 b1 buy all market reduce",
            "1o #1 10@100; 1o #2 insufficient-balance; 1o #3 5@100; 2o #4 5@100"),
        books(
            29,
            "each its own margin, and is liquidated for itself",
            List.of(1_000L, 1_000L),
            TWO + "100 101 93 95",
            "0 margin isolated 10, 0 b1 margin isolated 5, 1 buy 10 market, 1 b1 buy 10 market,"
                + " 2 b1 sell 1 limit 120 reduce",
            "0o margin done; 0o b1 margin done; 1o #1 10@100; 1o #2 10@100;"
                + " 2 liquidated 10@93.75 fee 9.375"),
        books(
            29,
            "funding is each one's own",
            List.of(1_000L, 1_000L),
            TWO + FLAT,
            "1 buy 5 market, 1 b1 sell 3 market, 2 fund 0.001",
            "1o #1 5@100; 1o #2 3@100; 2o funded 0.5; 2o b1 funded -0.3"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void answers(Line line) {
    VenueBench bench =
        new VenueBench(line.instruments(), line.costs(), line.cash(), line.candles());
    assertThat(bench.play(line.orders())).isEqualTo(line.told());
  }
}
