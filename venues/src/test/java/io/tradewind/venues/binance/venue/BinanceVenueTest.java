package io.tradewind.venues.binance.venue;

import static io.tradewind.venues.binance.venue.VenueScript.ORDER;
import static io.tradewind.venues.binance.venue.VenueScript.fill;
import static io.tradewind.venues.binance.venue.VenueScript.none;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.http.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the connection does when the venue, or the line to it, does not do what it should. */
class BinanceVenueTest {
  private static final String TRADES =
      "[{\"symbol\":\"BTCUSDT\",\"id\":7,\"orderId\":42,\"price\":\"99.00\",\"qty\":\"1.0\","
          + "\"commission\":\"0.001\",\"commissionAsset\":\"BTC\",\"time\":1700000042000,"
          + "\"isBuyer\":true,\"isMaker\":true}]";

  private final VenueScript script = new VenueScript();

  private static String order(String executed, String status) {
    return ORDER.formatted(executed, status);
  }

  /** Refusals, authentication and balance among them, end an order; nothing goes out again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | -2010 | Account has insufficient balance for requested action. | 1 Rejected INSUFFICIENT_BALANCE
          400 | -2010 | Order would immediately match and take.                | 1 Rejected WOULD_TAKE
          400 | -2010 | Order would trigger immediately.                       | 1 Rejected WOULD_TRIGGER
          400 | -1013 | Filter failure: PERCENT_PRICE_BY_SIDE                  | 1 Rejected PRICE_OUT_OF_RANGE
          400 | -1013 | Filter failure: MAX_NUM_ORDERS                         | 1 Rejected TOO_MANY_ORDERS
          400 | -1013 | Market is closed.                                      | 1 Rejected MARKET_CLOSED
          400 | -2010 | Something new.                                         | 1 Rejected OTHER
          401 | -2015 | Invalid API-key, IP, or permissions for action.        | Blocked, 1 Rejected VENUE_BLOCKED
          400 | -1022 | Signature for this request is not valid.               | Blocked, 1 Rejected VENUE_BLOCKED
          429 | -1015 | Too many new orders.                                   | 1 Rejected NOT_SENT
          503 | -1008 | Request throttled.                                     | 1 Rejected NOT_SENT
          400 | -1021 | Timestamp for this request is outside.                 | 1 Rejected NOT_SENT
          """)
  void aRefusalIsNotRetried(int status, int code, String text, String expected) {
    script.limit(1).error(status, code, text).pass(90);
    assertThat(script.told()).isEqualTo(expected);
    assertThat(script.sent()).containsExactly("POST order tw5_1_o0");
  }

  /** Nobody knows whether it arrived: the venue is asked by name until its window is over. */
  @ParameterizedTest
  @CsvSource({"TIMEOUT", "BROKEN"})
  void anOrderWithoutAnswerIsNotSentAgain(Outcome.Fault fault) {
    script.limit(1).unanswered(fault);
    assertThat(script.told()).isEqualTo("1 Lost");
    for (int i = 0; i < 3; i++) {
      script.error(400, -2013, "Order does not exist.").pass(8);
    }
    assertThat(script.told()).isEqualTo("1 Lost, 1 Rejected NOT_SENT");
    assertThat(script.sent())
        .startsWith("POST order tw5_1_o0", "GET order tw5_1_o0", "GET order tw5_1_o0")
        .filteredOn(line -> line.startsWith("POST"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "504"})
  void anErrorOfTheServerSaysNothing(int status) {
    script.limit(1).answer(status, "<html>").answer(200, order("0", "NEW"));
    assertThat(script.told()).isEqualTo("1 Lost, 1 Accepted");
    assertThat(script.sent()).containsExactly("POST order tw5_1_o0", "GET order tw5_1_o0");
  }

  @Test
  void whatWasFilledMeanwhileIsToldOnce() {
    script.limit(1).answer(502, "").answer(200, order("1.0", "FILLED")).answer(200, TRADES);
    script.report("TRADE", "FILLED", fill(7, "1.0", "1.0"));
    assertThat(script.told()).isEqualTo("1 Lost, 1 Filled 1.0 last");
  }

  /** Our name is known there: it is this order, and how it stands is asked. */
  @Test
  void aNameThatIsKnownIsOurOrder() {
    script.limit(1).error(400, -2010, "Duplicate order sent.").answer(200, order("0", "NEW"));
    assertThat(script.told()).isEqualTo("1 Lost, 1 Accepted");
  }

  @Test
  void withoutAKeyNothingGoesOut() {
    script.limit(1).error(401, -2015, "Invalid API-key.").limit(2).limit(3);
    assertThat(script.told())
        .isEqualTo(
            "Blocked, 1 Rejected VENUE_BLOCKED, 2 Rejected VENUE_BLOCKED,"
                + " 3 Rejected VENUE_BLOCKED");
    assertThat(script.sent()).hasSize(1);
  }

  /** As long as the venue says, and no longer. */
  @Test
  void waitsAsLongAsTheVenueSays() {
    script.limit(1).answer(429, "{\"code\":-1003,\"msg\":\"Too much\"}", "retry-after", "7");
    script.limit(2).pass(6);
    assertThat(script.sent()).hasSize(1);
    script.pass(1);
    assertThat(script.sent()).containsExactly("POST order tw5_1_o0", "POST order tw5_2_o0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          answer first | 1 Accepted, 1 Filled 0.4, 1 Filled 0.6 last
          stream first | 1 Accepted, 1 Filled 0.4, 1 Filled 0.6 last
          """)
  void answerAndStreamMayComeInEitherOrder(String which, String expected) {
    script.limit(1);
    if (which.startsWith("answer")) {
      script.answer(200, order("1.0", "FILLED"));
    }
    script.report("NEW", "NEW", none());
    script.report("TRADE", "PARTIALLY_FILLED", fill(7, "0.4", "0.4"));
    script.report("TRADE", "PARTIALLY_FILLED", fill(7, "0.4", "0.4"));
    script.report("TRADE", "FILLED", fill(8, "0.6", "1.0"));
    if (which.startsWith("stream")) {
      script.answer(200, order("1.0", "FILLED"));
    }
    assertThat(script.pass(9).told()).isEqualTo(expected);
    assertThat(script.sent()).hasSize(1);
  }

  /** An answer has announced what the stream does not bring. */
  @Test
  void aSilentStreamIsNotWaitedFor() {
    script.limit(1).answer(200, order("1.0", "FILLED")).pass(1);
    assertThat(script.sent()).hasSize(1);
    script.pass(1).answer(200, order("1.0", "FILLED")).answer(200, TRADES);
    assertThat(script.told()).isEqualTo("1 Accepted, 1 Filled 1.0 last");
    assertThat(script.sent())
        .containsExactly("POST order tw5_1_o0", "GET order tw5_1_o0", "GET myTrades 42");
  }

  /** What happened while the stream was gone is asked for, and told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0   | NEW      | 1 Accepted, StreamLost, InStep
          0   | CANCELED | 1 Accepted, StreamLost, 1 Cancelled, InStep
          0   | EXPIRED  | 1 Accepted, StreamLost, 1 Expired, InStep
          1.0 | FILLED   | 1 Accepted, StreamLost, 1 Filled 1.0 last, InStep
          """)
  void aGapIsClosed(String executed, String status, String expected) {
    script.limit(1).answer(200, order("0", "NEW")).lose().pass(3).back().pass(1);
    script.answer(200, order(executed, status));
    if (!executed.equals("0")) {
      script.answer(200, TRADES);
    }
    assertThat(script.told()).isEqualTo(expected);
  }

  /**
   * Trades of the account after the last one that was told, but those that are ours, and those that
   * the stream has told of since.
   */
  @Test
  void whatStrangersDidInTheGapIsNews() {
    script.limit(1).answer(200, order("0", "NEW"));
    script.report("TRADE", "PARTIALLY_FILLED", fill(7, "0.4", "0.4")).lose().pass(3).back().pass(1);
    script.report("TRADE", "PARTIALLY_FILLED", fill(10, "0.1", "0.5"));
    script.answer(200, order("0.5", "PARTIALLY_FILLED"));
    String ours = TRADES.substring(1, TRADES.length() - 1);
    String strange = ours.replace("\"orderId\":42", "\"orderId\":77");
    script.answer(
        200,
        "["
            + strange.replace("\"id\":7", "\"id\":8")
            + ","
            + ours.replace("\"id\":7", "\"id\":9")
            + ","
            + ours.replace("\"id\":7", "\"id\":10")
            + "]");
    assertThat(script.told())
        .isEqualTo("1 Accepted, 1 Filled 0.4, StreamLost, 1 Filled 0.1, StrangerFill, InStep");
    assertThat(script.sent()).endsWith("GET order tw5_1_o0", "GET myTrades ");
    script.lose().pass(3).back().pass(1).answer(200, order("0.5", "PARTIALLY_FILLED"));
    script.answer(200, "[]");
    assertThat(script.told()).endsWith("StrangerFill, InStep, StreamLost, InStep");
  }

  /** Between the answer and the list of trades another one came, and the stream tells it. */
  @Test
  void aTradeAfterTheAnswerIsLeftToTheStream() {
    String both =
        TRADES.replace("\"qty\":\"1.0\"", "\"qty\":\"0.5\"").replace("]", ",")
            + TRADES
                .replace("\"qty\":\"1.0\"", "\"qty\":\"0.5\"")
                .replace("\"id\":7", "\"id\":8")
                .substring(1);
    script.limit(1).answer(502, "").answer(200, order("0.5", "PARTIALLY_FILLED")).answer(200, both);
    assertThat(script.told()).isEqualTo("1 Lost, 1 Filled 0.5");
    script.report("TRADE", "FILLED", fill(8, "0.5", "1.0"));
    assertThat(script.told()).isEqualTo("1 Lost, 1 Filled 0.5, 1 Filled 0.5 last");
  }

  /** The replacement may still arrive, however old the order is. */
  @Test
  void aReplacementWithoutAnswerIsWaitedFor() {
    script.limit(1).answer(200, order("0", "NEW")).pass(60);
    script.submit(new VenueCommand.AmendOrder(1, 0, new OrderTerms.Limit(9_800, false)));
    script.unanswered(Outcome.Fault.TIMEOUT);
    script.answer(200, order("0", "NEW")).error(400, -2013, "Order does not exist.").pass(2);
    script.answer(200, order("0", "CANCELED"));
    script.answer(200, order("0", "NEW").replace("_o0", "_o1").replace("42,", "43,"));
    assertThat(script.pass(20).told()).isEqualTo("1 Accepted, 1 Amended");
  }

  /** An address without a key opens, too, but nothing is told there. */
  @Test
  void withoutAListenKeyAnAccountsStreamIsGone() {
    VenueScript futures = new VenueScript(Market.PERP);
    futures.keys(false).lose().back().pass(9);
    assertThat(futures.told()).isEqualTo("StreamLost");
    futures.keys(true).pass(9);
    assertThat(futures.told()).isEqualTo("StreamLost, InStep");
  }

  @Test
  void whatCannotBeReadIsAskedFor() {
    script.limit(1).answer(200, order("0", "NEW")).say("{\"e\":\"executionReport\",\"s\":1");
    script.answer(200, order("0", "CANCELED"));
    assertThat(script.told()).isEqualTo("1 Accepted, 1 Cancelled");
  }

  /** A cancel is the same twice as once, and goes on until the order has ended. */
  @Test
  void aCancelIsSentUntilItIsDone() {
    script.limit(1).answer(200, order("0", "NEW"));
    script.submit(new VenueCommand.CancelOrder(1, 0)).unanswered(Outcome.Fault.NOT_SENT);
    script.pass(1).answer(200, order("0", "CANCELED")).report("CANCELED", "CANCELED", none());
    assertThat(script.pass(9).told()).isEqualTo("1 Accepted, 1 Cancelled");
    assertThat(script.sent())
        .containsExactly("POST order tw5_1_o0", "DELETE order tw5_1_c0", "DELETE order tw5_1_c0");
  }

  @Test
  void aDateIsKeptHere() {
    long untilNs = 1_700_000_045L * Utc.SECOND_NS;
    script.order(1, new OrderTerms.Limit(9_900, false), new TimeInForce.GoodTillDate(untilNs));
    script.answer(200, order("0", "NEW")).pass(4);
    assertThat(script.sent()).hasSize(1);
    script.pass(1).answer(200, order("0", "CANCELED")).report("CANCELED", "CANCELED", none());
    assertThat(script.told()).isEqualTo("1 Accepted, 1 Expired");
  }

  /** The list of an entry that was filled in part ends without its exit, which is then placed. */
  @Test
  void whatOfAnEntryWasFilledGetsItsExit() {
    OrderTerms.Limit entry = new OrderTerms.Limit(9_900, false);
    script.order(1, new OrderTerms.Bracket(entry, 11_000, 9_000, 2));
    script.answer(200, "{\"orderReports\":[" + order("0", "NEW") + "]}");
    script.report("TRADE", "PARTIALLY_FILLED", fill(7, "0.5", "0.5"));
    script.report("CANCELED", "CANCELED", none());
    assertThat(script.told()).isEqualTo("1 Accepted, 1 Filled 0.5, 1 Cancelled");
    assertThat(script.sent()).containsExactly("POST orderList/otoco ", "POST orderList/oco ");
    script.answer(200, "{\"orderReports\":[]}");
    assertThat(script.told()).endsWith("2 Accepted");
  }
}
