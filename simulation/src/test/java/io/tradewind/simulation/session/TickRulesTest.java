package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.simulation.venue.Latency;
import io.tradewind.simulation.venue.QueueModel;
import io.tradewind.simulation.venue.TickRules;
import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of docs/fill-rules.md about trades and order books, a line each. */
class TickRulesTest {
  private static final Instrument SPOT = TestInstruments.spot("T0/USDT");
  private static final Instrument PERP = TestInstruments.perp("T0/USDT");
  private static final Instrument FEES =
      TestInstruments.of("T0/USDT", Market.SPOT, new TradingRules(0, 1, 1, 0, 0, 1_000, 2_000));
  private static final String BOOK = "0 book b99:5 b98:9 a101:3 a102:4, ";

  /** The rules that have a line here. */
  static final Set<Integer> RULES = lines().map(Line::rule).collect(Collectors.toUnmodifiableSet());

  record Line(
      int rule, String what, Instrument instrument, TickRules rules, String script, String told) {
    @Override
    public String toString() {
      return rule + ": " + what;
    }
  }

  private static Line line(int rule, String what, String script, String told) {
    return new Line(rule, what, SPOT, TickRules.DEFAULT, script, told);
  }

  private static Line perp(int rule, String what, String script, String told) {
    return new Line(rule, what, PERP, TickRules.DEFAULT, script, told);
  }

  private static Line fees(int rule, String what, String script, String told) {
    return new Line(rule, what, FEES, TickRules.DEFAULT, script, told);
  }

  private static Line queue(int rule, String what, QueueModel model, String script, String told) {
    TickRules rules = new TickRules(false, FeeTiers.NONE, model, Latency.NONE, Latency.NONE, 0);
    return new Line(rule, what, SPOT, rules, script, told);
  }

  /** Two milliseconds to the venue, three back. */
  private static Line late(int rule, String what, String script, String told) {
    TickRules rules =
        new TickRules(
            false,
            FeeTiers.NONE,
            QueueModel.RISK_AVERSE,
            new Latency.Constant(2_000_000),
            new Latency.Constant(3_000_000),
            0);
    return new Line(rule, what, SPOT, rules, script, told);
  }

  static Stream<Line> lines() {
    return Stream.of(latencies(), takers(), queues(), triggers(), others()).flatMap(List::stream);
  }

  private static List<Line> latencies() {
    return List.of(
        late(
            34,
            "an order meets the book as it is when it arrives",
            BOOK + "1 buy 1 market, 2 set a101:0",
            "3>6 #1 1@102"),
        late(
            34,
            "what happens as it arrives comes first",
            BOOK + "1 buy 1 market, 3 set a101:0",
            "3>6 #1 1@102"),
        late(
            34,
            "what happens after it came is too late",
            BOOK + "1 buy 1 market, 4 set a101:0",
            "3>6 #1 1@101"),
        late(
            34,
            "a cancel that is on its way does not hold",
            BOOK + "1 buy 1 limit 99, 4 cancel 1, 5 trade sell 98 1",
            "5>8 #1 1@99"),
        late(
            34,
            "a cancel that has come holds",
            BOOK + "1 buy 1 limit 99, 4 cancel 1, 7 trade sell 98 1",
            "6>9 #1 cancelled"));
  }

  private static List<Line> takers() {
    return List.of(
        line(35, "level by level", BOOK + "1 buy 5 market", "1 #1 3@101 part; 1 #1 2@102"),
        fees(35, "with the fee of a taker", BOOK + "1 buy 1 market", "1 #1 1@101 fee 0.202"),
        line(35, "a budget", BOOK + "1 buy $405 market", "1 #1 3@101 part; 1 #1 1@102"),
        line(
            35,
            "what a limit does not find within its price stands",
            BOOK + "1 buy 5 limit 101, 2 trade sell 100 1",
            "1 #1 3@101 part; 2 #1 2@101"),
        line(
            35,
            "what a market order does not find waits for more",
            BOOK + "1 buy 9 market, 2 set a103:1, 3 set a104:5",
            "1 #1 3@101 part; 1 #1 4@102 part; 2 #1 1@103 part; 3 #1 1@104"),
        line(
            35,
            "what an immediate order does not find ends",
            BOOK + "1 buy 5 limit 101 ioc",
            "1 #1 3@101 part; 1 #1 expired"),
        line(35, "all or nothing: nothing", BOOK + "1 buy 8 market fok", "1 #1 expired"),
        line(35, "all or nothing: all", BOOK + "1 buy 7 market fok", "1 #1 3@101 part; 1 #1 4@102"),
        line(35, "post-only", BOOK + "1 buy 1 post-only 101", "1 #1 would-take"),
        line(
            36,
            "what we took is gone",
            BOOK + "1 buy 2 market, 2 buy 2 market",
            "1 #1 2@101; 2 #2 1@101 part; 2 #2 1@102"),
        line(
            36,
            "until the book speaks of the level",
            BOOK + "1 buy 2 market, 2 set a101:3, 3 buy 2 market",
            "1 #1 2@101; 3 #2 2@101"),
        line(
            36,
            "of another level it says nothing",
            BOOK + "1 buy 2 market, 2 set a103:3, 3 buy 2 market",
            "1 #1 2@101; 3 #2 1@101 part; 3 #2 1@102"),
        line(
            36,
            "what others took is gone, too",
            BOOK + "1 trade buy 101 2, 2 buy 2 market",
            "2 #1 1@101 part; 2 #1 1@102"),
        line(
            36,
            "a whole book begins anew",
            BOOK + "1 buy 2 market, 2 book b99:1 a101:2, 3 buy 2 market",
            "1 #1 2@101; 3 #2 2@101"));
  }

  private static List<Line> queues() {
    return List.of(
        line(
            37,
            "behind what stands there",
            BOOK + "1 buy 2 limit 99, 2 trade sell 99 5, 3 trade sell 99 1, 4 trade sell 99 3",
            "3 #1 1@99 part; 4 #1 1@99"),
        line(
            37,
            "what of a trade is past them",
            BOOK + "1 buy 2 limit 99, 2 trade sell 99 6",
            "2 #1 1@99 part"),
        line(
            37,
            "at a price of its own it is the first",
            BOOK + "1 buy 2 limit 100, 2 trade sell 100 1.5",
            "2 #1 1.5@100 part"),
        line(
            37,
            "what was traded there before it came is not before it",
            BOOK + "1 trade sell 99 4, 2 buy 2 limit 99, 3 trade sell 99 2",
            "3 #1 1@99 part"),
        line(
            37,
            "two of ours share a trade, the older first",
            BOOK + "1 buy 2 limit 100, 2 buy 2 limit 100, 3 trade sell 100 3",
            "3 #1 2@100; 3 #2 1@100 part"),
        fees(
            37,
            "with the fee of a maker",
            BOOK + "1 buy 1 limit 100, 2 trade sell 100 1",
            "2 #1 1@100 fee 0.1"),
        line(
            37,
            "a sale",
            BOOK + "1 buy 3 market, 2 set a101:3, 3 sell 2 limit 101, 4 trade buy 101 4",
            "1 #1 3@101; 4 #2 1@101 part"),
        queue(
            38,
            "averse to risk: who takes back stood behind",
            QueueModel.RISK_AVERSE,
            BOOK
                + "1 buy 2 limit 98, 2 set b98:12, 3 set b98:9, 4 trade sell 98 9, 5 trade sell 98 1",
            "5 #1 1@98 part"),
        queue(
            38,
            "but never more before it than there is",
            QueueModel.RISK_AVERSE,
            BOOK + "1 buy 2 limit 98, 2 set b98:4, 3 trade sell 98 5",
            "3 #1 1@98 part"),
        queue(
            38,
            "proportional: nine of twelve stood before",
            QueueModel.PROPORTIONAL,
            BOOK + "1 buy 2 limit 98, 2 set b98:12, 3 set b98:8, 4 trade sell 98 7",
            "4 #1 1@98 part"),
        queue(
            38,
            "what was traded is not taken back once more",
            QueueModel.PROPORTIONAL,
            BOOK + "1 buy 2 limit 98, 2 trade sell 98 3, 3 set b98:6, 4 trade sell 98 7",
            "4 #1 1@98 part"),
        line(
            38,
            "new terms lose the place",
            BOOK
                + "1 buy 2 limit 98, 2 trade sell 98 8, 3 amend 1 limit 98, 4 set b98:20,"
                + " 5 trade sell 98 2",
            "3 #1 amended; 5 #1 1@98 part"),
        line(
            39,
            "a trade through the price",
            BOOK + "1 buy 2 limit 98, 2 trade sell 97.9 0.1",
            "2 #1 2@98"),
        line(
            39,
            "the other side comes to it",
            BOOK + "1 buy 5 limit 99.5, 2 set a99.4:2, 3 set a99.4:3",
            "2 #1 2@99.5 part; 3 #1 3@99.5"));
  }

  private static List<Line> triggers() {
    return List.of(
        line(
            40,
            "a stop walks the book",
            BOOK
                + "1 buy 7 market, 2 sell all stop 99 reduce, 3 trade sell 99.5 1, 4 trade sell 99 2",
            "1 #1 3@101 part; 1 #1 4@102; 4 #2 triggered 99; 4 #2 3@99 part; 4 #2 4@98"),
        line(
            40,
            "a quote is no trade",
            BOOK + "1 buy 1 market, 2 sell all stop 98 reduce, 3 book b90:5 a91:3",
            "1 #1 1@101"),
        line(
            40,
            "a stop-limit stands at its limit",
            BOOK
                + "1 buy 1 market, 2 sell all stop-limit 99 98.5 reduce, 3 set b99:0 b98:5,"
                + " 4 trade sell 98 1, 5 trade buy 98.5 1",
            "1 #1 1@101; 4 #2 triggered 99; 5 #2 1@98.5"),
        line(
            40,
            "a target",
            BOOK + "1 buy 1 market, 2 sell all take-profit 105 reduce, 3 trade buy 105 1",
            "1 #1 1@101; 3 #2 triggered 105; 3 #2 1@99"),
        line(
            40,
            "a trailing stop follows the trades",
            BOOK
                + "1 buy 1 market, 2 sell all trailing 5 1 reduce, 3 trade buy 120 1,"
                + " 4 trade sell 114.1 1, 5 trade sell 114 1",
            "1 #1 1@101; 5 #2 triggered 114; 5 #2 1@99"),
        line(
            40,
            "an oco's stop",
            BOOK + "1 buy 1 market, 2 sell all oco 110 99 reduce, 3 trade sell 99 1",
            "1 #1 1@101; 3 #2 triggered 99; 3 #2 1@99"),
        line(
            40,
            "an oco's target queues",
            BOOK
                + "1 set a110:2, 2 buy 1 market, 3 sell all oco 110 99 reduce, 4 trade buy 110 2,"
                + " 5 trade buy 110 1",
            "2 #1 1@101; 5 #2 1@110"),
        line(
            40,
            "a bracket's exit is not met by the trade that brought it",
            BOOK + "1 buy 1 bracket limit 100 105 95, 2 trade sell 94 1, 3 trade sell 94 1",
            "2 #1 1@100; 3 #2 triggered 95; 3 #2 1@99"),
        perp(
            41,
            "at the trade that reaches it",
            BOOK
                + "1 margin isolated 10, 2 buy 10 limit 102, 3 trade sell 93 1, 4 trade sell 90 1,"
                + " 5 trade buy 95 1",
            "2 #1 3@101 part; 2 #1 4@102 part; 3 #1 3@102; 4 liquidated 10@90"),
        line(
            42,
            "an iceberg's next part queues anew",
            BOOK
                + "1 buy 3 iceberg 100 1, 2 trade sell 100 2, 3 set b100:4, 4 trade sell 100 1,"
                + " 5 trade sell 100 3, 6 trade sell 100 1",
            "2 #1 1@100 part; 4 #1 1@100 part; 6 #1 1@100"));
  }

  private static List<Line> others() {
    return List.of(
        line(
            43,
            "without a book what takes shares in the trades that follow",
            "0 trade buy 100 9, 1 buy 3 market, 2 trade sell 99 2, 3 trade buy 101 2",
            "2 #1 2@99 part; 3 #1 1@101"),
        line(
            43,
            "two of ours share them",
            "0 trade buy 100 9, 1 buy 2 market, 1 buy 2 market, 2 trade sell 99 3",
            "2 #1 2@99; 2 #2 1@99 part"),
        line(
            43,
            "a limit that the price has passed takes",
            "0 trade buy 100 9, 1 buy 3 limit 105, 2 trade sell 99 9",
            "2 #1 3@99"),
        line(
            43,
            "other limits fill by trades through them",
            "0 trade buy 100 9, 1 buy 3 limit 95, 2 trade sell 95 99, 3 trade sell 94.9 1",
            "3 #1 3@95"),
        line(
            43,
            "immediate orders end with the next trade",
            "0 trade buy 100 9, 1 buy 3 market ioc, 2 trade sell 99 2, 3 trade sell 98 2",
            "2 #1 2@99 part; 2 #1 expired"),
        line(
            43,
            "a book that is lost",
            BOOK + "1 lost, 2 buy 3 limit 95, 3 trade sell 95 99, 4 trade sell 94.9 1",
            "4 #1 3@95"),
        line(
            44,
            "a good-till-date order ends with the first event then",
            BOOK + "1 buy 1 limit 98 gtd 5, 4 set b97:1, 6 set b97:2, 7 trade sell 97 1",
            "6 #1 expired"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void holds(Line line) {
    TickBench bench = new TickBench(line.instrument(), line.rules(), 10_000);
    assertThat(bench.play(line.script())).isEqualTo(line.told());
  }
}
