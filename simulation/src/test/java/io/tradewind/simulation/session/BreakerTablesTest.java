package io.tradewind.simulation.session;

import static io.tradewind.simulation.session.RiskLine.FOUR;
import static io.tradewind.simulation.session.RiskLine.line;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breakers, and protections that lock, line by line. */
class BreakerTablesTest {
  static Stream<RiskLine> breakers() {
    return Stream.of(
        line(
            "a gap of 10 % bars entries for the cooling time",
            "flash 10% cool 12h",
            "Jan 1, 6h",
            "100 100 100 100, 90 90 90 90, 90 90 90 90, 90 90 90 90, 90 90 90 90",
            "1 long, 2 long, 3 long",
            "long 4o@90 > 5o@90 end",
            "1 breaker; 2 breaker"),
        line(
            "a gap upwards, too",
            "flash 10% cool 6h",
            "Jan 1, 6h",
            "100 100 100 100, 111 111 111 111, 111 111 111 111, 111 111 111 111",
            "1 long, 2 long",
            "long 3o@111 > 4o@111 end",
            "1 breaker"),
        line(
            "a crash of one symbol bars all",
            "flash 10% cool 6h",
            "Jan 1, 6h",
            "100 100 100 100, 90 90 90 90, 90 90 90 90|" + FOUR,
            "1@1 long",
            "",
            "1 breaker"),
        line(
            "two trades lost in a row bar entries for the cooling time",
            "streak 2 cool 12h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 99 99, 99 99 99 99, 99 99 98 98, 98 98 98 98, 98 98 98 98,"
                + " 98 98 98 98",
            "0 long, 1 exit, 2 long, 3 exit, 4 long, 5 long",
            "long 1o@100 > 2o@99 signal",
            "long 3o@99 > 4o@98 signal",
            "long 6o@98 > 7o@98 end",
            "4 breaker"),
        line(
            "a trade at 0 ends a streak",
            "streak 2 cool 12h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 99 99, 99 99 99 99, 99 99 99 99, 99 99 99 99, 99 99 98 98,"
                + " 98 98 98 98, 98 98 98 98",
            "0 long, 1 exit, 2 long, 3 exit, 4 long, 5 exit, 6 long",
            "long 1o@100 > 2o@99 signal",
            "long 3o@99 > 4o@99 signal",
            "long 5o@99 > 6o@98 signal",
            "long 7o@98 > 8o@98 end"));
  }

  static Stream<RiskLine> locks() {
    return Stream.of(
        line(
            "a rest after each exit, of that symbol",
            "rest 12h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 100 100, 100 100 100 100, 100 100 100 100, 100 100 100 100,"
                + " 100 100 100 100|"
                + "50 50 50 50, 50 50 50 50, 50 50 50 50, 50 50 50 50, 50 50 50 50, 50 50 50 50",
            "0@0 long, 1@0 exit, 2@0 long, 2@1 long share 0.1, 3@0 long",
            "long 1o@100 > 2o@100 signal",
            "long 4o@100 > 6o@100 end",
            "T1 long 3o@50 > 6o@50 end",
            "2 locked"),
        line(
            "two stops within a day lock that side of that symbol",
            "guard 2/24h/12h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 94 94, 94 94 88 88, 88 88 88 88, 88 88 88 88, 88 88 88 88",
            "0 long stop 95, 1 long stop 89, 2 long, 2 short share 0.5, 4 short, 4 long",
            "long 1o@100 > 1@95 stop",
            "long 2o@94 > 2@89 stop",
            "short 3o@88 > 5o@88 signal",
            "long 5o@88 > 6o@88 end",
            "2 locked; 4 already-in-position"),
        line(
            "a trailing stop with a profit is no stop of the guard",
            "guard 1/24h/12h exits trail 1%",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 100 100, 105 106 105 106, 106 106 104 104, 104 104 104 104",
            "0 long, 3 long",
            "long 1o@100 > 3@104.94 trailing-stop",
            "long 4o@104 > 5o@104 end"),
        line(
            "closed trades that lose 3 % from their best lock everything",
            "sink 2/24h/3%/12h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 98 98, 98 98 98 98, 98 98 96 96, 96 96 96 96, 96 96 96 96,"
                + " 96 96 96 96",
            "0 long, 1 exit, 2 long, 3 exit, 4 long, 5 long",
            "long 1o@100 > 2o@98 signal",
            "long 3o@98 > 4o@96 signal",
            "long 6o@96 > 7o@96 end",
            "4 locked"),
        line(
            "trades that earn too little lock their symbol",
            "low 2/24h/1%/6h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 100 100, 100 100 100 100, 100 100 100 100, 100 100 100 100,"
                + " 100 100 100 100, 100 100 100 100",
            "0 long, 1 exit, 2 long, 3 exit, 4 long, 5 long",
            "long 1o@100 > 2o@100 signal",
            "long 3o@100 > 4o@100 signal",
            "long 5o@100 > 7o@100 end",
            "5 already-in-position"));
  }

  @ParameterizedTest
  @MethodSource({"breakers", "locks"})
  void holds(RiskLine line) {
    line.holds();
  }
}
