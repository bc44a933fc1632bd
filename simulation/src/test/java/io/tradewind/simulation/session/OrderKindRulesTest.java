package io.tradewind.simulation.session;

import static io.tradewind.simulation.session.VenueLine.FLAT;
import static io.tradewind.simulation.session.VenueLine.TWO;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of docs/fill-rules.md about orders of several parts, a line each. */
class OrderKindRulesTest {
  private static final Instrument SPOT = TestInstruments.spot("T0/USDT");
  private static final Instrument PERP = TestInstruments.perp("T0/USDT");
  private static final Instrument COINS =
      TestInstruments.of("T0/USDT", Market.SPOT, new TradingRules(0, 100, 100_000_000, 0, 0, 0, 0));
  private static final CostModel SHARE = new CostModel(0, 0, 0, OptionalDouble.of(0.01), false);
  private static final String HELD = "1 buy 2 market, 2 sell all oco 110 90 reduce";
  private static final String OWED = "1 sell 2 market, 2 buy all oco 90 110 reduce";

  /** The rules that have a line here. */
  static final Set<Integer> RULES = VenueLine.rules(lines());

  private static VenueLine spot(int rule, String what, String candles, String orders, String told) {
    return new VenueLine(rule, what, CostModel.NONE, SPOT, candles, orders, told);
  }

  private static VenueLine perp(int rule, String what, String candles, String orders, String told) {
    return new VenueLine(rule, what, CostModel.NONE, PERP, candles, orders, told);
  }

  /** One hundredth of a volume of 1000 fills in a candle, if it says no other. */
  private static VenueLine parts(
      int rule, String what, String candles, String orders, String told) {
    return new VenueLine(rule, what, SHARE, COINS, candles, orders, told);
  }

  static Stream<VenueLine> lines() {
    return Stream.of(ocos(), brackets(), icebergs(), turns()).flatMap(List::stream);
  }

  private static List<VenueLine> ocos() {
    String in = "1o #1 2@100; ";
    return List.of(
        spot(30, "its target", TWO + "100 111 99 105, 100 101 80 90", HELD, in + "2 #2 2@110"),
        spot(
            30,
            "its stop",
            TWO + "100 101 89 95, 100 120 99 100",
            HELD,
            in + "2 #2 triggered 90; 2 #2 2@90"),
        spot(
            30,
            "a candle that reaches both is a loss",
            TWO + "100 111 89 100",
            HELD,
            in + "2 #2 triggered 90; 2 #2 2@90"),
        spot(30, "a gap over the target", TWO + "112 113 89 100", HELD, in + "2o #2 2@112"),
        spot(
            30,
            "a gap through the stop",
            TWO + "88 111 87 100",
            HELD,
            in + "2o #2 triggered 90; 2o #2 2@88"),
        perp(30, "short: its target", TWO + "100 101 89 95", OWED, in + "2 #2 2@90"),
        perp(
            30,
            "short: its stop",
            TWO + "100 111 99 105",
            OWED,
            in + "2 #2 triggered 110; 2 #2 2@110"),
        perp(30, "short: both", TWO + "100 111 89 95", OWED, in + "2 #2 triggered 110; 2 #2 2@110"),
        perp(30, "short: a gap over the target", TWO + "88 89 87 88", OWED, in + "2o #2 2@88"),
        perp(
            30,
            "short: a gap through the stop",
            TWO + "112 113 111 112",
            OWED,
            in + "2o #2 triggered 110; 2o #2 2@112"),
        parts(
            30,
            "what its target has filled its stop no longer has",
            FLAT + ", 100 101 99 100 100000, 100 106 99 101, 101 102 94 95",
            "1 buy 15 market, 2 sell all oco 105 95 reduce",
            "1o #1 15@100; 2 #2 10@105 part; 3 #2 5@95"),
        parts(
            30,
            "once its stop is triggered there is no target",
            FLAT + ", 100 101 99 100 100000, 100 101 94 96, 107 108 106 107",
            "1 buy 15 market, 2 sell all oco 108 95 reduce",
            "1o #1 15@100; 2 #2 triggered 95; 2 #2 10@95 part; 3o #2 5@107"),
        spot(
            30,
            "as an entry: the break upwards",
            FLAT + ", 100 106 99 105",
            "1 buy 2 oco 95 105",
            "1 #1 triggered 105; 1 #1 2@105"),
        spot(
            30,
            "as an entry: the better price",
            FLAT + ", 100 101 94 95",
            "1 buy 2 oco 95 105",
            "1 #1 2@95"),
        spot(
            30,
            "one cancel ends both",
            TWO + FLAT + ", 100 120 80 100",
            HELD + ", 3 cancel 2",
            in + "3o #2 cancelled"),
        spot(
            30,
            "new prices for both",
            TWO + FLAT + ", 100 105 99 100",
            HELD + ", 3 amend 2 oco 104 97",
            in + "3o #2 amended; 3 #2 2@104"),
        spot(
            30,
            "legs on the wrong sides are refused",
            FLAT + ", " + FLAT,
            "1 sell 2 oco 90 110, 1 buy 2 oco 110 90",
            "1o #1 legs-crossed; 1o #2 legs-crossed"),
        parts(
            30,
            "a leg off the tick is refused",
            FLAT + ", " + FLAT,
            "1 buy 2 oco 95.005 105, 1 buy 2 oco 95 105.005",
            "1o #1 price-off-tick; 1o #2 price-off-tick"));
  }

  private static List<VenueLine> brackets() {
    return List.of(
        spot(
            31,
            "its target",
            TWO + "100 111 99 105",
            "1 buy 2 bracket market 110 90",
            "1o #1 2@100; 2 #2 2@110"),
        spot(
            31,
            "its stop, in the candle of the entry",
            FLAT + ", 100 101 89 95",
            "1 buy 2 bracket market 110 90",
            "1o #1 2@100; 1 #2 triggered 90; 1 #2 2@90"),
        perp(
            31,
            "short: its target",
            TWO + "100 101 89 95",
            "1 sell 2 bracket market 90 110",
            "1o #1 2@100; 2 #2 2@90"),
        perp(
            31,
            "short: its stop",
            TWO + "100 111 89 95",
            "1 sell 2 bracket market 90 110",
            "1o #1 2@100; 2 #2 triggered 110; 2 #2 2@110"),
        spot(
            31,
            "a gap through the stop",
            TWO + "88 89 87 88",
            "1 buy 2 bracket market 110 90",
            "1o #1 2@100; 2o #2 triggered 90; 2o #2 2@88"),
        spot(
            31,
            "a limit on the way down has its target in that candle only if the close is there",
            FLAT + ", 100 101 94 96, 96 98 95 97",
            "1 buy 2 bracket limit 95 97 90",
            "1 #1 2@95; 2 #2 2@97"),
        spot(
            31,
            "a stop entry brings it, too",
            FLAT + ", 100 106 99 105, 105 121 104 120",
            "1 buy 2 bracket stop 105 120 90",
            "1 #1 triggered 105; 1 #1 2@105; 2 #2 2@120"),
        spot(
            31,
            "without a fill there is no exit",
            TWO + "100 120 80 100",
            "1 buy 2 bracket limit 95 110 90, 2 cancel 1",
            "2o #1 cancelled"),
        parts(
            31,
            "it stands for what is filled",
            TWO + FLAT + ", 100 101 89 90 100000",
            "1 buy 15 bracket market 110 90",
            "1o #1 10@100 part; 2o #1 5@100; 3 #2 triggered 90; 3 #2 15@90"),
        parts(
            31,
            "and for a part whose rest is cancelled",
            TWO + "100 101 89 90 100000",
            "1 buy 15 bracket market 110 90, 2 cancel 1",
            "1o #1 10@100 part; 2o #1 cancelled; 2 #2 triggered 90; 2 #2 10@90"),
        parts(
            31,
            "the end of its exit ends what is left of the entry",
            TWO + FLAT,
            "1 buy 15 bracket market 110 90, 2 cancel 2",
            "1o #1 10@100 part; 2o #2 cancelled; 2o #1 cancelled"),
        parts(
            31,
            "its first fill ends what is left of the entry",
            FLAT + ", 100 101 97 98, 99 102 98.5 101, 98 99 90 98",
            "1 buy 15 bracket limit 98 101 80",
            "1 #1 10@98 part; 2 #2 10@101; 2 #1 cancelled"),
        spot(
            31,
            "the exit can be cancelled by its id",
            TWO + "100 120 80 100",
            "1 buy 2 bracket market 110 90, 2 cancel 2",
            "1o #1 2@100; 2o #2 cancelled"),
        spot(
            31,
            "legs on the wrong sides are refused",
            FLAT + ", " + FLAT,
            "1 buy 2 bracket market 90 110",
            "1o #1 legs-crossed"),
        spot(
            31,
            "an entry that follows or has parts is refused",
            FLAT + ", " + FLAT,
            "1 buy 2 bracket trailing 2 100 110 90, 1 buy 2 bracket oco 95 105 110 90",
            "1o #1 unsupported-type; 1o #3 unsupported-type"));
  }

  private static List<VenueLine> icebergs() {
    return List.of(
        spot(
            32,
            "its visible part in each candle that reaches it",
            TWO + FLAT + ", " + FLAT,
            "1 buy 5 iceberg 99 2",
            "1 #1 2@99 part; 2 #1 2@99 part; 3 #1 1@99"),
        perp(
            32,
            "short: the same",
            TWO + FLAT + ", " + FLAT,
            "1 sell 5 iceberg 101 2",
            "1 #1 2@101 part; 2 #1 2@101 part; 3 #1 1@101"),
        spot(
            32,
            "at the open, and not again in that candle",
            FLAT + ", 98 100 97 99, " + FLAT,
            "1 buy 5 iceberg 99 2",
            "1o #1 2@98 part; 2 #1 2@99 part"),
        spot(32, "not where the price does not come", TWO + FLAT, "1 buy 5 iceberg 98 2", ""),
        parts(
            32,
            "no more than the candle's volume has",
            TWO + FLAT,
            "1 buy 25 iceberg 99 12",
            "1 #1 10@99 part; 2 #1 10@99 part"),
        spot(
            32,
            "an order that must fill at once has no parts",
            FLAT + ", " + FLAT,
            "1 buy 5 iceberg 99 2 ioc, 1 buy 5 iceberg 99 2 fok",
            "1o #1 unsupported-type; 1o #2 unsupported-type"),
        parts(
            32,
            "a visible part off the lot, a price off the tick",
            FLAT + ", " + FLAT,
            "1 buy 5 iceberg 99 1.5, 1 buy 5 iceberg 99.005 1",
            "1o #1 qty-off-lot; 1o #2 price-off-tick"));
  }

  private static List<VenueLine> turns() {
    return List.of(
        perp(
            33,
            "a sale of more than is held closes it and opens a short",
            TWO + FLAT + ", " + FLAT,
            "1 buy 2 market, 2 sell 5 market, 3 buy all market reduce",
            "1o #1 2@100; 2o #2 2@100 part; 2o #2 3@100; 3o #3 3@100"),
        perp(
            33,
            "short: a purchase of more than is owed",
            TWO + FLAT + ", " + FLAT,
            "1 sell 2 market, 2 buy 5 market, 3 sell all market reduce",
            "1o #1 2@100; 2o #2 2@100 part; 2o #2 3@100; 3o #3 3@100"),
        perp(
            33,
            "by a stop, at its price",
            TWO + "100 101 94 96",
            "1 buy 2 market, 2 sell 5 stop 95",
            "1o #1 2@100; 2 #2 triggered 95; 2 #2 2@95 part; 2 #2 3@95"),
        perp(
            33,
            "without the margin for the other side it ends flat",
            TWO + FLAT,
            "1 buy 50 market, 2 sell 200 market",
            "1o #1 50@100; 2o #2 50@100 part; 2o #2 expired"),
        perp(
            33,
            "who only reduces never turns around",
            TWO + FLAT,
            "1 buy 2 market, 2 sell 5 market reduce",
            "1o #1 2@100; 2o #2 2@100"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void answers(VenueLine line) {
    line.holds();
  }
}
