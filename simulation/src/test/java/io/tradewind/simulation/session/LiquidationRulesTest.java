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

import io.tradewind.simulation.venue.CostModel;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of docs/fill-rules.md about liquidation, a line each, of {@link Contracts}. */
class LiquidationRulesTest {
  /** The rules that have a line here. */
  static final Set<Integer> RULES = VenueLine.rules(lines());

  /** Several instruments of one book. */
  private static VenueLine many(
      int rule, String what, long cash, List<String> candles, String orders, String told) {
    return new VenueLine(
        rule,
        what,
        CostModel.NONE,
        Collections.nCopies(candles.size(), PERP),
        List.of(cash),
        candles,
        orders,
        told);
  }

  static Stream<VenueLine> lines() {
    return Stream.of(prices(), ways(), costs(), cross()).flatMap(List::stream);
  }

  private static List<VenueLine> prices() {
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

  private static List<VenueLine> ways() {
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

  private static List<VenueLine> costs() {
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

  private static List<VenueLine> cross() {
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

  @ParameterizedTest
  @MethodSource("lines")
  void answers(VenueLine line) {
    line.holds();
  }
}
