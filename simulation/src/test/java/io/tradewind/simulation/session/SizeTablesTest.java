package io.tradewind.simulation.session;

import static io.tradewind.simulation.session.RiskLine.FOUR;
import static io.tradewind.simulation.session.RiskLine.line;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes of entries, what bounds them, and floors under them, line by line. */
class SizeTablesTest {
  static Stream<RiskLine> sizes() {
    String one = "Jan 1, 6h";
    return Stream.of(
        line(
            "equal share of two symbols",
            "",
            one,
            FOUR + "|" + FOUR,
            "0@0 long",
            "long 1o@100 > 3o@100 end",
            "0 5000 equal-share"),
        line(
            "the signal's share",
            "",
            one,
            FOUR,
            "0 long share 0.3",
            "long 1o@100 > 3o@100 end",
            "0 3000 signal"),
        line(
            "a trade may lose 2 % at its stop",
            "risk 2%",
            one,
            FOUR,
            "0 long stop 95",
            "long 1o@100 > 3o@100 end",
            "0 4000 trade-risk"),
        line(
            "without a stop all of a trade may be lost",
            "risk 2%",
            one,
            FOUR,
            "0 long",
            "long 1o@100 > 3o@100 end",
            "0 200 trade-risk"),
        line(
            "the strategy's stop counts where the signal has none",
            "risk 2% exits stop 4%",
            one,
            FOUR,
            "0 long",
            "long 1o@100 > 3o@100 end",
            "0 5000 trade-risk"),
        line(
            "the exits of the trade count in their place",
            "risk 2% exits stop 4%",
            one,
            FOUR,
            "0 long [stop 10%]",
            "long 1o@100 > 3o@100 end",
            "0 2000 trade-risk"),
        line(
            "a symbol up to 60 %",
            "symbol 60%",
            one,
            FOUR,
            "0 long",
            "long 1o@100 > 3o@100 end",
            "0 6000 symbol-exposure"),
        line(
            "all symbols up to 80 %",
            "all 80%",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.5, 1@1 long share 0.5",
            "long 1o@100 > 3o@100 end",
            "T1 long 2o@100 > 3o@100 end",
            "0 5000 signal; 1 3000 leverage"),
        line(
            "nothing is left",
            "all 50%",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.5, 1@1 long share 0.5",
            "long 1o@100 > 3o@100 end",
            "1 leverage",
            "0 5000 signal"),
        line(
            "heat of all stops up to 3 %",
            "heat 3%",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.4 stop 95, 1@1 short share 0.5 stop 110",
            "long 1o@100 > 3o@100 end",
            "T1 short 2o@100 > 3o@100 end",
            "0 4000 signal; 1 1000 heat"),
        line(
            "a sector up to 70 %",
            "sector 70%",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.5, 0@1 short share 0.5",
            "long 1o@100 > 3o@100 end",
            "T1 short 1o@100 > 3o@100 end",
            "0 5000 signal; 0 2000 sector-exposure"),
        line(
            "one position at a time, also one that waits",
            "positions 1",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.1 limit 90, 1@1 long share 0.1",
            "",
            "1 open-positions",
            "0 1000 signal; 1 1000 signal"),
        line(
            "a ratio of equity at the stop",
            "percent 1%",
            one,
            FOUR,
            "0 long stop 95",
            "long 1o@100 > 3o@100 end",
            "0 2000 percent-risk"),
        line(
            "a fixed share",
            "share 25%",
            one,
            FOUR,
            "0 long",
            "long 1o@100 > 3o@100 end",
            "0 2500 fixed"),
        line(
            "the smallest of several is named",
            "percent 1% share 25% symbol 15%",
            one,
            FOUR,
            "0 long stop 95",
            "long 1o@100 > 3o@100 end",
            "0 1500 symbol-exposure"),
        line(
            "free balance",
            "",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.7, 1@1 long share 0.5",
            "long 1o@100 > 3o@100 end",
            "T1 long 2o@100 > 3o@100 end",
            "0 7000 signal; 1 3000 free-balance"));
  }

  static Stream<RiskLine> floors() {
    String one = "Jan 1, 6h";
    return Stream.of(
        line(
            "a stop in its band",
            "floors",
            one,
            FOUR,
            "0 long stop 98 target 104",
            "long 1o@100 > 3o@100 end"),
        line("no stop", "floors", one, FOUR, "0 long target 104", "", "0 floor"),
        line(
            "a stop that is too near",
            "floors",
            one,
            FOUR,
            "0 long stop 99.6 target 104",
            "",
            "0 floor"),
        line(
            "a stop on the lower edge",
            "floors",
            one,
            FOUR,
            "0 long stop 99.5 target 104",
            "long 1o@100 > 3o@100 end"),
        line(
            "a stop that is too far",
            "floors",
            one,
            FOUR,
            "0 long stop 89 target 140",
            "",
            "0 floor"),
        line("short: too far", "floors", one, FOUR, "0 short stop 111 target 70", "", "0 floor"),
        line(
            "reward to risk under 1.5",
            "floors",
            one,
            FOUR,
            "0 long stop 98 target 102.9",
            "",
            "0 floor"),
        line(
            "reward to risk of 1.5",
            "floors",
            one,
            FOUR,
            "0 long stop 98 target 103",
            "long 1o@100 > 3o@100 end"),
        line(
            "too little profit at the first target",
            "floors",
            one,
            FOUR,
            "0 long stop 98 target 104 qty 0.7",
            "",
            "0 floor"),
        line(
            "without a target the stop's band alone",
            "floors",
            one,
            FOUR,
            "0 long stop 98",
            "long 1o@100 > 3o@100 end"));
  }

  @ParameterizedTest
  @MethodSource({"sizes", "floors"})
  void holds(RiskLine line) {
    line.holds();
  }
}
