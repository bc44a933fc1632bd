package io.tradewind.simulation.session;

import static io.tradewind.simulation.session.RiskLine.line;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits of losses by day, week, month and from the peak, and what they halt, line by line. */
class LossTablesTest {
  static Stream<RiskLine> losses() {
    return Stream.of(
        line(
            "a loss of 2 % of a day bars entries until the next day begins",
            "day 2%",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 97.9 97.9, 97.9 97.9 97.9 97.9, 97.9 97.9 97.9 97.9,"
                + " 98 98 98 98",
            "0 long, 1 exit, 2 long, 3 long",
            "long 1o@100 > 2o@97.9 signal",
            "long 4o@98 > 5o@98 end",
            "2 loss-limit"),
        line(
            "a hair less bars nothing",
            "day 2%",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 98.01 98.01, 98.01 98.01 98.01 98.01, 98.01 98.01 98.01 98.01",
            "0 long, 1 exit, 2 long",
            "long 1o@100 > 2o@98.01 signal",
            "long 3o@98.01 > 4o@98.01 end"),
        line(
            "what is held may be held, and what is lost may be won back: the bar stays",
            "day 2%",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 97 97, 97 101 97 101, 101 101 101 101",
            "0@0 long share 0.9, 2@0 add share 0.1",
            "long 1o@100 > 4o@101 end",
            "2 loss-limit"),
        line(
            "the close at midnight belongs to the day that it ends",
            "day 2%",
            "Jan 1, 12h",
            "100 100 100 100, 100 100 97 97, 97 97 97 97, 97 97 97 97",
            "0 long, 1 exit, 2 long",
            "long 1o@100 > 2o@97 signal",
            "long 3o@97 > 4o@97 end"),
        line(
            "an entry that waits is taken back when the day's limit is reached",
            "day 2%",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 97 97, 97 97 80 97|50 50 50 50, 50 50 50 50, 50 50 30 50",
            "0@0 long share 0.9, 0@1 long limit 40 share 0.1",
            "long 1o@100 > 3o@97 end"),
        line(
            "a loss of 5 % of a week bars entries until Monday",
            "week 5%",
            "Jan 6, 12h",
            "100 100 100 100, 100 100 94 94, 94 94 94 94, 94 94 94 94, 94 94 94 94",
            "0 long, 1 exit, 2 long, 3 long",
            "long 1o@100 > 2o@94 signal",
            "long 4o@94 > 5o@94 end",
            "2 loss-limit"),
        line(
            "a loss of 10 % of a month bars entries until the first of the next",
            "month 10%",
            "Jan 30, 12h",
            "100 100 100 100, 100 100 89 89, 89 89 89 89, 89 89 89 89, 89 89 89 89",
            "0 long, 1 exit, 2 long, 3 long",
            "long 1o@100 > 2o@89 signal",
            "long 4o@89 > 5o@89 end",
            "2 loss-limit"),
        line(
            "20 % under the peak halts for good",
            "drawdown 20%",
            "Jan 1, 12h",
            "100 100 100 100, 100 125 100 125, 125 125 100 100, 100 100 100 100, 100 100 100 100",
            "0 long, 2 exit, 3 long",
            "long 1o@100 > 3o@100 signal",
            "3 loss-limit"),
        line(
            "20 % under the peak halts until resumed, and the peak is measured anew",
            "drawdown 20% resume 3",
            "Jan 1, 12h",
            "100 100 100 100, 100 125 100 125, 125 125 100 100, 100 100 100 100, 100 100 100 100,"
                + " 100 100 100 100",
            "0 long, 2 exit, 3 long, 4 long",
            "long 1o@100 > 3o@100 signal",
            "long 5o@100 > 6o@100 end",
            "3 loss-limit"),
        line(
            "5 % of a day closes everything at the next open and halts until resumed",
            "collapse 5%",
            "Jan 1, 12h",
            "100 100 100 100, 100 100 94 94, 93 93 93 93, 93 93 93 93, 93 93 93 93",
            "0 long share 1, 2 long, 3 long",
            "long 1o@100 > 2o@93 breaker",
            "2 breaker; 3 breaker"),
        line(
            "short: 5 % of a day closes everything",
            "collapse 5%",
            "Jan 1, 12h",
            "100 100 100 100, 100 106 100 106, 107 107 107 107",
            "0 short",
            "short 1o@100 > 2o@107 breaker"),
        line(
            "resumed after everything was closed",
            "collapse 5% resume 2",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 94 94, 93 93 93 93, 93 93 93 93, 93 93 93 93",
            "0 long, 2 long, 3 long",
            "long 1o@100 > 2o@93 breaker",
            "long 4o@93 > 5o@93 end",
            "2 breaker"),
        line(
            "resumed at midnight: the new day closes everything by its own loss",
            "collapse 5% resume 3",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 94 94, 94 94 94 94, 94 94 94 94, 94 94 94 94,"
                + " 94 94 88 88, 88 88 88 88",
            "0 long, 4 long",
            "long 1o@100 > 2o@94 breaker",
            "long 5o@94 > 6o@88 breaker"));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void holds(RiskLine line) {
    line.holds();
  }
}
