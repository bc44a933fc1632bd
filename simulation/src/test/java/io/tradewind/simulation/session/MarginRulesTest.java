package io.tradewind.simulation.session;

import static io.tradewind.simulation.session.Contracts.IN;
import static io.tradewind.simulation.session.Contracts.LONG;
import static io.tradewind.simulation.session.Contracts.PERP;
import static io.tradewind.simulation.session.Contracts.SHORT;
import static io.tradewind.simulation.session.Contracts.TIERS;
import static io.tradewind.simulation.session.Contracts.contracts;
import static io.tradewind.simulation.session.Contracts.one;
import static io.tradewind.simulation.session.Contracts.with;
import static io.tradewind.simulation.session.VenueLine.FLAT;
import static io.tradewind.simulation.session.VenueLine.TWO;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of docs/fill-rules.md about margins, funding and books, a line each, of {@link
 * Contracts}.
 */
class MarginRulesTest {
  private static final Instrument SPOT = TestInstruments.spot("T0/USDT");

  /** The rules that have a line here. */
  static final Set<Integer> RULES = VenueLine.rules(lines());

  /** Two books in one instrument. */
  private static VenueLine books(
      int rule, String what, List<Long> cash, String candles, String orders, String told) {
    return new VenueLine(
        rule, what, CostModel.NONE, List.of(PERP), cash, List.of(candles), orders, told);
  }

  static Stream<VenueLine> lines() {
    return Stream.of(margin(), changes(), funding(), books()).flatMap(List::stream);
  }

  private static List<VenueLine> margin() {
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

  private static List<VenueLine> changes() {
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

  private static List<VenueLine> funding() {
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

  private static List<VenueLine> books() {
    return List.of(
        new VenueLine(
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
  void answers(VenueLine line) {
    line.holds();
  }
}
