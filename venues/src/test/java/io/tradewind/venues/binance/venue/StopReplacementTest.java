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

/** A stop of futures that is moved: one always stands, and never two for long. */
class StopReplacementTest {
  private final VenueScript script = new VenueScript(Market.PERP);

  /**
   * Order 2 stands as o0. Answers go to the request that has waited longest: {@code new}, {@code
   * triggered} and {@code unknown} say how a leg stands, {@code done} that it was taken back,
   * {@code refused} that it was not done, {@code lost} is no answer; {@code says} is the stream.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amend 96; new o1; done                       | Accepted, Amended            | POST o1, DELETE o0
          amend 96; new o1; says o0 CANCELED; done     | Accepted, Amended            | POST o1, DELETE o0
          amend 96; refused -2021; wait 30             | Accepted                     | POST o1
          amend 96; refused -2021; says o0 TRIGGERED   | Accepted, Triggered          | POST o1
          amend 96; refused -2021; amend 97; new o2; done | Accepted, Amended         | POST o1, POST o2, DELETE o0
          amend 96; lost; new o0; new o1; done         | Accepted, Amended            | POST o1, GET o0, GET o1, DELETE o0
          amend 96; new o1; lost; wait 1; done         | Accepted, Amended            | POST o1, DELETE o0, DELETE o0
          amend 96; new o1; refused -2011; new o1; triggered o0 | Accepted, Amended, Triggered | POST o1, DELETE o0, GET o1, GET o0, DELETE o1, GET order 99
          amend 96; says o0 TRIGGERED; new o1; done    | Accepted, Triggered          | POST o1, DELETE o1
          amend 96; says o0 TRIGGERED; filled; new o1; refused -2011; wait 1; done | Accepted, Triggered, Filled last | POST o1, DELETE o1, DELETE o1
          amend 96; new o1; says o0 TRIGGERED; filled; done; done | Accepted, Amended, Triggered, Filled last | POST o1, DELETE o0, DELETE o1
          amend 96; amend 97; new o1; new o2; done; done | Accepted, Amended, Amended | POST o1, DELETE o0, POST o2, DELETE o1
          """)
  void oneAlwaysStands(String story, String told, String sent) {
    place(new OrderSize.Base(1_000));
    tell(story);
    assertThat(told()).isEqualTo(told);
    assertThat(sentAfterTheFirst()).isEqualTo(sent);
  }

  /** The one that nobody has heard of after the window is not there; the old one is left alone. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = "amend 96; lost | Accepted")
  void whatNeverCameReplacesNothing(String story, String told) {
    place(new OrderSize.Base(1_000));
    tell(story);
    for (int i = 0; i < 3; i++) {
      tell("new o0; unknown; wait 8");
    }
    assertThat(told()).isEqualTo(told);
    assertThat(sentAfterTheFirst()).doesNotContain("DELETE");
  }

  /** Two that close the position cannot stand: the second is of a quantity, and follows it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amend 96; done; new o1                        | Accepted, Amended          | DELETE o0, POST o1 all
          position 1; amend 96; new o1; done            | Accepted, Amended          | POST o1, DELETE o0
          position 1; amend 96; new o1; done; amend 97; new o2; done | Accepted, Amended, Amended | POST o1, DELETE o0, POST o2 all, DELETE o1
          position 1; amend 96; new o1; done; position 2; wait 1; new o2; done | Accepted, Amended | POST o1, DELETE o0, POST o2 all, DELETE o1
          position 1; amend 96; new o1; done; position 2; refused -4130; wait 1; new o3; done | Accepted, Amended | POST o1, DELETE o0, POST o2 all, POST o3 all, DELETE o1
          """)
  void theWholePositionStaysCovered(String story, String told, String sent) {
    place(new OrderSize.Position());
    tell(story);
    assertThat(told()).isEqualTo(told);
    assertThat(sentAfterTheFirst()).isEqualTo(sent);
  }

  private String told() {
    return script.told().replace("2 ", "").replaceAll("Filled [0-9.E-]+", "Filled");
  }

  private String sentAfterTheFirst() {
    return String.join(", ", script.sent().subList(1, script.sent().size()))
        .replace("algoOrder tw5_2_", "");
  }

  private void place(OrderSize size) {
    script.submit(
        new VenueCommand.NewOrder(
            new OrderIntent(
                2,
                0,
                0,
                Side.SELL,
                size,
                new OrderTerms.Stop(95_000),
                TimeInForce.GTC,
                true,
                OrderPurpose.STOP)));
    tell("new o0");
  }

  private void tell(String story) {
    for (String step : story.split("; ")) {
      String[] words = step.split(" ");
      switch (words[0]) {
        case "amend" ->
            script.submit(
                new VenueCommand.AmendOrder(
                    2, 0, new OrderTerms.Stop(Long.parseLong(words[1]) * 1_000)));
        case "new" -> script.answer(200, leg(words[1], "NEW", ""));
        case "triggered" -> script.answer(200, leg(words[1], "TRIGGERED", "99"));
        case "unknown" -> script.error(400, -2013, "Order does not exist.");
        case "done" -> script.answer(200, "{\"code\":\"200\",\"msg\":\"success\"}");
        case "refused" -> script.error(400, Integer.parseInt(words[1]), "No.");
        case "lost" -> script.unanswered(Outcome.Fault.TIMEOUT);
        case "wait" -> script.pass(Integer.parseInt(words[1]));
        case "says" -> script.say(update(words[1], words[2]));
        case "filled" -> script.say(FILL);
        case "position" -> script.say(POSITION.formatted(words[1]));
        default -> throw new IllegalArgumentException(step);
      }
    }
  }

  private static String leg(String name, String status, String orderId) {
    return ("{\"algoId\":7,\"clientAlgoId\":\"tw5_2_%s\",\"symbol\":\"BTCUSDT\",\"algoStatus\":\"%s\","
            + "\"actualOrderId\":\"%s\",\"updateTime\":1700000041000}")
        .formatted(name, status, orderId);
  }

  private static String update(String name, String status) {
    return ("{\"e\":\"ALGO_UPDATE\",\"T\":1700000042000,\"E\":1700000042000,\"o\":{\"caid\":\"tw5_2_%s\","
            + "\"aid\":7,\"at\":\"CONDITIONAL\",\"o\":\"STOP_MARKET\",\"s\":\"BTCUSDT\",\"S\":\"SELL\","
            + "\"ps\":\"BOTH\",\"f\":\"GTC\",\"q\":\"1\",\"X\":\"%s\",\"ai\":\"%s\",\"tp\":\"950\"}}")
        .formatted(name, status, status.equals("TRIGGERED") ? "99" : "");
  }

  private static final String FILL =
      "{\"e\":\"ORDER_TRADE_UPDATE\",\"T\":1700000042000,\"E\":1700000042000,\"o\":{\"s\":\"BTCUSDT\","
          + "\"c\":\"x\",\"S\":\"SELL\",\"o\":\"MARKET\",\"f\":\"GTC\",\"q\":\"1\",\"p\":\"0\",\"ap\":\"950\","
          + "\"sp\":\"0\",\"x\":\"TRADE\",\"X\":\"FILLED\",\"i\":99,\"l\":\"1\",\"z\":\"1\",\"L\":\"950\","
          + "\"N\":\"USDT\",\"n\":\"0.1\",\"T\":1700000042000,\"t\":5,\"m\":false,\"R\":true,\"rp\":\"0\"}}";

  private static final String POSITION =
      "{\"e\":\"ACCOUNT_UPDATE\",\"E\":1700000042000,\"T\":1700000042000,\"a\":{\"m\":\"ORDER\",\"B\":[],"
          + "\"P\":[{\"s\":\"BTCUSDT\",\"pa\":\"%s\",\"ep\":\"1000\",\"bep\":\"1000\",\"cr\":\"0\",\"up\":\"0\","
          + "\"mt\":\"cross\",\"iw\":\"0\",\"ps\":\"BOTH\"}]}}";
}
