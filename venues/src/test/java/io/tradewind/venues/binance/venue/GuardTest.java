package io.tradewind.venues.binance.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.venues.http.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an exit that has ended leaves open of its entry gets a stop, or is told as uncovered. */
class GuardTest {
  private final VenueScript script = new VenueScript(Market.PERP);
  private int trades;

  /**
   * Order 1 buys 1 at 990, with a target at 1,100 and a stop at 950 as order 2. {@code fill} and
   * {@code sold} are fills of entry and of what was triggered, {@code ok}, {@code refused} and
   * {@code lost} answer the request that has waited longest; {@code says} is the stream.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # filled further after the stop was filled
          ok 2; says s0 TRIGGERED; sold 0.4; fill 0.2; ok 3 | 2 Triggered, 2 Filled last, 1 Filled, Guarding 0.2 Stop, Guard Accepted | DELETE order t0, DELETE order 1, POST algoOrder o1 0.2@950
          # twice: the stop grows by one beside it
          ok 2; says s0 TRIGGERED; sold 0.4; fill 0.2; ok 3; fill 0.1; ok 2 | 2 Triggered, 2 Filled last, 1 Filled, Guarding 0.2 Stop, Guard Accepted, 1 Filled, Guarding 0.3 Stop | DELETE order t0, DELETE order 1, POST algoOrder o1 0.2@950, POST algoOrder o2 0.3@950, DELETE algoOrder o1
          # also when the entry has been told as over
          ok 2; says s0 TRIGGERED; sold 0.4; ok 2; canceled; fill 0.2; ok | 2 Triggered, 2 Filled last, 1 Cancelled, LateFill 1 0.2, Guarding 0.2 Stop, Guard Accepted | DELETE order t0, DELETE order 1, POST algoOrder o1 0.2@950
          # the stop is triggered, and its fills are told
          ok 2; says s0 TRIGGERED; sold 0.4; fill 0.2; ok 3; says o1 TRIGGERED; sold 0.2 | 2 Triggered, 2 Filled last, 1 Filled, Guarding 0.2 Stop, Guard Accepted, Guard Triggered, Guard Filled last | DELETE order t0, DELETE order 1, POST algoOrder o1 0.2@950
          # the exit was refused since its stop had been reached: at the market
          refused -2021; refused -2021; ok 2 | 2 Rejected WOULD_TRIGGER, Guarding 0.4 Stop, Guard Rejected WOULD_TRIGGER, Guarding 0.4 Market, Guard Accepted | POST algoOrder o1 0.4@950, DELETE order 1, POST order o2 0.4
          # the target was refused: a stop in place of the one that goes with it
          ok; refused -4016; ok 3 | 2 Rejected OTHER, Guarding 0.4 Stop, Guard Accepted | POST algoOrder o1 0.4@950, DELETE algoOrder s0, DELETE order 1
          # what did not reach the venue goes out again, under the next name
          refused -2021; notsent; wait 1; ok 2 | 2 Rejected WOULD_TRIGGER, Guarding 0.4 Stop, Guard Rejected NOT_SENT, Guarding 0.4 Stop, Guard Accepted | POST algoOrder o1 0.4@950, DELETE order 1, POST algoOrder o2 0.4@950
          # no answer: it is asked for by name
          refused -2021; lost; ok; new o1 | 2 Rejected WOULD_TRIGGER, Guarding 0.4 Stop, Guard Lost, Guard Accepted | POST algoOrder o1 0.4@950, DELETE order 1, GET algoOrder o1
          # for good
          refused -2021; refused -4045 | 2 Rejected WOULD_TRIGGER, Guarding 0.4 Stop, Guard Rejected TOO_MANY_ORDERS, Uncovered 0.4 | POST algoOrder o1 0.4@950, DELETE order 1
          refused -2021; refused -2021; ok; refused -2019 | 2 Rejected WOULD_TRIGGER, Guarding 0.4 Stop, Guard Rejected WOULD_TRIGGER, Guarding 0.4 Market, Guard Rejected INSUFFICIENT_BALANCE, Uncovered 0.4 | POST algoOrder o1 0.4@950, DELETE order 1, POST order o2 0.4
          refused -2021; refused -2015 | 2 Rejected WOULD_TRIGGER, Guarding 0.4 Stop, Blocked, Guard Rejected VENUE_BLOCKED, Uncovered 0.4 | POST algoOrder o1 0.4@950, DELETE order 1
          # nothing is held any more
          refused -2021; refused -2021; ok; refused -2022 | 2 Rejected WOULD_TRIGGER, Guarding 0.4 Stop, Guard Rejected WOULD_TRIGGER, Guarding 0.4 Market, Guard Rejected NOTHING_TO_REDUCE | POST algoOrder o1 0.4@950, DELETE order 1, POST order o2 0.4
          # what the engine takes back stays away: exit and guard
          ok 2; cancel; ok 2; says s0 CANCELED; gone t0; fill 0.2; ok 2 | 2 Cancelled, 1 Filled, Guarding 0.2 Stop, Guard Accepted | DELETE algoOrder s0, DELETE order t0, DELETE order 1, POST algoOrder o1 0.2@950
          refused -2021; ok 2; cancel; ok; says o1 CANCELED; wait 1 | 2 Rejected WOULD_TRIGGER, Guarding 0.4 Stop, Guard Accepted, Guard Cancelled | POST algoOrder o1 0.4@950, DELETE order 1, DELETE algoOrder o1
          refused -2021; notsent; cancel; wait 5 | 2 Rejected WOULD_TRIGGER, Guarding 0.4 Stop, Guard Rejected NOT_SENT | POST algoOrder o1 0.4@950, DELETE order 1
          # what ran out after it had been triggered does not
          ok 2; says s0 TRIGGERED; ok; ranout; refused -2021; ok 2 | 2 Triggered, 2 Cancelled, Guarding 0.4 Stop, Guard Rejected WOULD_TRIGGER, Guarding 0.4 Market, Guard Accepted | DELETE order t0, POST algoOrder o1 0.4@950, DELETE order 1, POST order o2 0.4
          """)
  void whatIsOpenGetsAStop(String story, String events, String sent) {
    OrderTerms.Limit entry = new OrderTerms.Limit(9_900, false);
    script.submit(
        new VenueCommand.NewOrder(
            new OrderIntent(
                1,
                0,
                0,
                Side.BUY,
                new OrderSize.Base(1_000),
                new OrderTerms.Bracket(entry, 11_000, 9_500, 2),
                TimeInForce.GTC,
                false,
                OrderPurpose.ENTRY)));
    tell("ok; fill 0.4");
    assertThat(script.sent()).containsExactly("POST order tw5_1_o0", "POST algoOrder tw5_2_s0");
    tell(story);
    assertThat(told(script)).isEqualTo("1 Accepted, 1 Filled, " + accepted(story) + events);
    assertThat(script.wire(story.startsWith("ok") ? 3 : 2)).isEqualTo(names(sent));
  }

  private static String accepted(String story) {
    return story.startsWith("ok 2") ? "2 Accepted, " : "";
  }

  private static String names(String sent) {
    return sent.replaceAll("(DELETE|GET|POST) (\\w+) 1", "$1 $2 tw5_1_c0")
        .replaceAll("(DELETE|GET|POST) (\\w+) ([ost][0-9])", "$1 $2 tw5_2_$3")
        .replace("DELETE order tw5_1_c0", "DELETE order tw5_1_o0");
  }

  private static String told(VenueScript script) {
    return script.told().replaceAll("(?<!Late)Filled [0-9.E-]+", "Filled");
  }

  private void tell(String story) {
    for (String step : story.split("; ")) {
      String[] words = step.split(" ");
      switch (words[0]) {
        case "ok" -> {
          int times = words.length > 1 ? Integer.parseInt(words[1]) : 1;
          for (int i = 0; i < times; i++) {
            script.answer(200, "[]");
          }
        }
        case "new" -> script.answer(200, FuturesTexts.algo("tw5_2_" + words[1], "NEW"));
        case "refused" -> script.error(400, Integer.parseInt(words[1]), "No.");
        case "lost" -> script.unanswered(Outcome.Fault.TIMEOUT);
        case "notsent" -> script.unanswered(Outcome.Fault.NOT_SENT);
        case "wait" -> script.pass(Integer.parseInt(words[1]));
        case "cancel" -> script.submit(new VenueCommand.CancelOrder(2, 0));
        case "fill" -> report("tw5_1_o0", 42, "TRADE", "PARTIALLY_FILLED", words[1]);
        case "canceled" -> report("tw5_1_o0", 42, "CANCELED", "CANCELED", "0");
        case "sold" -> report("x", 99, "TRADE", "FILLED", words[1]);
        case "ranout" -> report("x", 99, "EXPIRED", "EXPIRED", "0");
        case "gone" -> report("tw5_2_" + words[1], 43, "CANCELED", "CANCELED", "0");
        case "says" -> script.say(FuturesTexts.update("tw5_2_" + words[1], words[2]));
        default -> throw new IllegalArgumentException(step);
      }
    }
  }

  private void report(String name, int id, String execution, String status, String qty) {
    String fill = FuturesTexts.fill(execution.equals("TRADE") ? ++trades : 0, qty);
    script.say(FuturesTexts.report(name, id, execution, status, fill));
  }
}
