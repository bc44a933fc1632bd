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

/** What is to go goes, whatever comes of the first cancel. */
class TakingBackTest {
  private final VenueScript script = new VenueScript(Market.PERP);

  /**
   * Order 2 sells 1 at a target (t0) or a stop (s0), which stand. {@code ok}, {@code refused} and
   * {@code lost} answer the request that has waited longest, {@code stands} and {@code gone} a
   * question how a leg stands; {@code sold} fills the target.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the target was filled: the stop goes, also where a cancel is lost, refused or not sent
          sold; ok                                     | Filled last | DELETE s0
          sold; lost; wait 1; ok; wait 3               | Filled last | DELETE s0, DELETE s0
          sold; notsent; wait 1; ok; wait 3            | Filled last | DELETE s0, DELETE s0
          sold; refused -2011; wait 1; ok; wait 3      | Filled last | DELETE s0, DELETE s0
          sold; lost; says s0 CANCELED; wait 3         | Filled last | DELETE s0
          sold; refused -2011; wait 11; refused -2011; wait 3 | Filled last | DELETE s0, DELETE s0
          sold; refused -1003; wait 59; wait 2; ok     | Filled last | DELETE s0, DELETE s0
          sold; refused -2015; wait 9                  | Filled last, Blocked | DELETE s0
          # taken back: both legs, each until it is over
          cancel; ok 2; says s0 CANCELED; gone t0      | Cancelled | DELETE s0, DELETE t0
          cancel; ok; lost; stands s0 CANCELED; stands t0 NEW; wait 2; ok; gone t0 | Cancelled | DELETE s0, DELETE t0, GET s0, GET t0, DELETE t0
          cancel; refused -2011; ok; stands s0 NEW; stands t0 CANCELED; wait 2; ok; says s0 CANCELED | Cancelled | DELETE s0, DELETE t0, GET s0, GET t0, DELETE s0, GET s0
          """)
  void untilItIsOver(String story, String events, String sent) {
    place(new OrderTerms.Oco(11_000, 9_500));
    tell("ok 2");
    tell(story);
    assertThat(told()).isEqualTo("Accepted, " + events);
    assertThat(sent(2)).isEqualTo(sent);
  }

  /** A cancel that was faster than its order is sent again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lost; cancel; stands o0 UNKNOWN; refused -2011; wait 1; stands o0 NEW; wait 1; ok; says o0 CANCELED | Lost, Accepted, Cancelled | GET o0, DELETE o0, GET o0, DELETE o0
          """)
  void alsoWhereItCameTooEarly(String story, String events, String sent) {
    place(new OrderTerms.Stop(9_500));
    tell(story);
    assertThat(told()).isEqualTo(events);
    assertThat(sent(1)).isEqualTo(sent);
  }

  /** New terms for an order of which nothing has been heard wait until it stands. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amend; ok; ok; ok            | Accepted, Amended       | POST o1, DELETE o0
          lost; amend; stands o0 NEW; ok; ok | Lost, Accepted, Amended | GET o0, POST o1, DELETE o0
          amend; refused -2021         | Rejected WOULD_TRIGGER  |
          """)
  void newTermsWaitForTheOrder(String story, String events, String sent) {
    place(new OrderTerms.Stop(9_500));
    tell(story);
    assertThat(told()).isEqualTo(events);
    assertThat(sent(1)).isEqualTo(sent == null ? "" : sent);
  }

  private String told() {
    return script.told().replace("2 ", "").replaceAll("Filled [0-9.E-]+", "Filled");
  }

  private String sent(int from) {
    return String.join(", ", script.sent().subList(from, script.sent().size()))
        .replaceAll("(algoOrder|order) tw5_2_", "");
  }

  private void place(OrderTerms terms) {
    script.submit(
        new VenueCommand.NewOrder(
            new OrderIntent(
                2,
                0,
                0,
                Side.SELL,
                new OrderSize.Base(1_000),
                terms,
                TimeInForce.GTC,
                true,
                OrderPurpose.STOP)));
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
        case "refused" -> script.error(400, Integer.parseInt(words[1]), "No.");
        case "lost" -> script.unanswered(Outcome.Fault.TIMEOUT);
        case "notsent" -> script.unanswered(Outcome.Fault.NOT_SENT);
        case "stands" -> stands("tw5_2_" + words[1], words[2]);
        case "wait" -> script.pass(Integer.parseInt(words[1]));
        case "cancel" -> script.submit(new VenueCommand.CancelOrder(2, 0));
        case "amend" ->
            script.submit(new VenueCommand.AmendOrder(2, 0, new OrderTerms.Stop(9_600)));
        case "sold" ->
            script.say(
                FuturesTexts.report("tw5_2_t0", 43, "TRADE", "FILLED", FuturesTexts.fill(1, "1")));
        case "gone" ->
            script.say(
                FuturesTexts.report(
                    "tw5_2_" + words[1], 43, "CANCELED", "CANCELED", FuturesTexts.fill(0, "0")));
        case "says" -> script.say(FuturesTexts.update("tw5_2_" + words[1], words[2]));
        default -> throw new IllegalArgumentException(step);
      }
    }
  }

  private void stands(String name, String status) {
    if (status.equals("UNKNOWN")) {
      script.error(400, -2013, "Order does not exist.");
    } else {
      script.answer(
          200,
          name.contains("_t")
              ? FuturesTexts.order(name, 43, status)
              : FuturesTexts.algo(name, status));
    }
  }
}
