package io.tradewind.venues.binance.venue;

import static io.tradewind.venues.binance.venue.VenueScript.ORDER;
import static io.tradewind.venues.binance.venue.VenueScript.fill;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import org.junit.jupiter.api.Test;

/** A stop that the venue, or what we ask of it, would let vanish. */
class ProtectionTest {
  private static final OrderTerms.Limit ENTRY = new OrderTerms.Limit(9_900, false);

  private static String leg(String name, int id, String status) {
    return ORDER
        .formatted("0", status)
        .replace("tw5_1_o0", name)
        .replace("\"orderId\":42", "\"orderId\":" + id);
  }

  private static String report(String name, int id, String execution, String status) {
    return ("{\"subscriptionId\":0,\"event\":{\"e\":\"executionReport\",\"E\":1700000042000,"
            + "\"s\":\"BTCUSDT\",\"c\":\"%s\",\"S\":\"SELL\",\"o\":\"STOP_LOSS\",\"q\":\"1.0\","
            + "\"p\":\"0\",\"P\":\"90.00\",\"C\":\"\",\"x\":\"%s\",\"X\":\"%s\",\"r\":\"NONE\","
            + "\"i\":%s,\"l\":\"0\",\"z\":\"0\",\"L\":\"0\",\"t\":-1,\"w\":false,\"m\":false,"
            + "\"T\":1700000042000}}")
        .formatted(name, execution, status, id);
  }

  /** The list's exit was refused when its entry was filled: there is another, or a guard. */
  @Test
  void theExitOfAListThatTheVenueRefusesIsPlacedAnew() {
    VenueScript script = new VenueScript();
    script.order(1, new OrderTerms.Bracket(ENTRY, 11_000, 9_000, 2));
    script.answer(200, "{\"orderReports\":[" + ORDER.formatted("0", "NEW") + "]}");
    script.report("TRADE", "FILLED", fill(7, "1.0", "1.0"));
    script.say(report("tw5_2_t0", 43, "EXPIRED", "EXPIRED"));
    script.say(report("tw5_2_s0", 44, "EXPIRED", "EXPIRED"));
    assertThat(script.wire(1)).isEqualTo("POST orderList/oco  0.999");
    script.error(400, -2010, "The relationship of the prices for the orders is not correct.");
    assertThat(script.wire(2)).isEqualTo("POST order tw5_2_o2 0.999@90");
    script.error(400, -2010, "Stop price would trigger immediately.");
    assertThat(script.wire(3)).isEqualTo("POST order tw5_2_o3 0.999");
    script.answer(200, "[]");
    assertThat(script.told())
        .isEqualTo(
            "1 Accepted, 1 Filled 1.0 last, 2 Rejected LEGS_CROSSED, Guarding 0.999 Stop,"
                + " Guard Rejected WOULD_TRIGGER, Guarding 0.999 Market, Guard Accepted");
  }

  /** Its fill is heard of before that of its entry: there is nothing left to sell. */
  @Test
  void anExitThatHasBeenFilledIsNotPlacedAnew() {
    VenueScript script = new VenueScript();
    script.order(1, new OrderTerms.Bracket(ENTRY, 11_000, 9_000, 2));
    script.answer(200, "{\"orderReports\":[" + ORDER.formatted("0", "NEW") + "]}");
    String sold = report("tw5_2_t0", 43, "TRADE", "FILLED").replace("\"i\":43,", "\"i\":43,%s");
    script.say(
        sold.formatted(fill(9, "0.999", "0.999"))
            .replace("\"l\":\"0\",\"z\":\"0\",\"L\":\"0\",\"t\":-1,", ""));
    script.say(report("tw5_2_s0", 44, "EXPIRED", "EXPIRED"));
    script.error(400, -2011, "Unknown order sent.");
    script.answer(200, ORDER.formatted("1.0", "FILLED"));
    script.answer(
        200,
        "[{\"symbol\":\"BTCUSDT\",\"id\":8,\"orderId\":42,\"price\":\"99.00\",\"qty\":\"1.0\","
            + "\"commission\":\"0.001\",\"commissionAsset\":\"BTC\",\"time\":1700000042000,"
            + "\"isBuyer\":true,\"isMaker\":true}]");
    assertThat(script.told()).isEqualTo("1 Accepted, 2 Filled 0.999 last, 1 Filled 1.0 last");
    assertThat(script.sent())
        .containsExactly(
            "POST orderList/otoco ",
            "DELETE order tw5_1_c0",
            "GET order tw5_1_o0",
            "GET myTrades 42");
  }

  /** The stop of a list was triggered, and found nobody who buys. */
  @Test
  void whatAStopOfAListCouldNotSellIsGuarded() {
    VenueScript script = new VenueScript();
    script.order(1, new OrderTerms.Bracket(ENTRY, 11_000, 9_000, 2));
    script.answer(200, "{\"orderReports\":[" + ORDER.formatted("0", "NEW") + "]}");
    script.report("TRADE", "FILLED", fill(7, "1.0", "1.0"));
    script.say(report("tw5_2_s0", 44, "NEW", "NEW"));
    script.say(report("tw5_2_t0", 43, "EXPIRED", "EXPIRED"));
    script.say(report("tw5_2_s0", 44, "EXPIRED", "EXPIRED"));
    assertThat(script.told())
        .isEqualTo("1 Accepted, 1 Filled 1.0 last, 2 Accepted, 2 Expired, Guarding 0.999 Stop");
    assertThat(script.wire(1)).isEqualTo("POST order tw5_2_o1 0.999@90");
  }

  /** Of an entry that was not filled none is left. */
  @Test
  void theExitOfAnEntryThatWasNotFilledIsForgotten() {
    VenueScript script = new VenueScript();
    script.order(1, new OrderTerms.Bracket(ENTRY, 11_000, 9_000, 2));
    script.answer(200, "{\"orderReports\":[" + ORDER.formatted("0", "NEW") + "]}");
    script.say(report("tw5_2_t0", 43, "EXPIRED", "EXPIRED"));
    script.say(report("tw5_2_s0", 44, "EXPIRED", "EXPIRED"));
    script.report("CANCELED", "CANCELED", VenueScript.none());
    assertThat(script.told()).isEqualTo("1 Accepted, 1 Cancelled");
    assertThat(script.sent()).hasSize(1);
    script.order(2, ENTRY);
    assertThat(script.sent()).hasSize(2);
  }

  private static VenueScript stop(Market market, OrderTerms terms, OrderSize size) {
    VenueScript script = new VenueScript(market);
    script.submit(
        new VenueCommand.NewOrder(
            new OrderIntent(
                2, 0, 0, Side.SELL, size, terms, TimeInForce.GTC, true, OrderPurpose.STOP)));
    return script.answer(200, "[]");
  }

  /** The old one went and the next was refused: the old one is placed again. */
  @Test
  void aStopThatWentForNothingIsPutBack() {
    VenueScript script =
        stop(Market.SPOT, new OrderTerms.Stop(9_000), new OrderSize.Base(100_000_000L));
    script.submit(new VenueCommand.AmendOrder(2, 0, new OrderTerms.Stop(9_500)));
    script.error(409, -2021, "Order cancel-replace partially failed.");
    script.answer(200, leg("tw5_2_o0", 42, "CANCELED"));
    assertThat(script.wire(1))
        .isEqualTo(
            "POST order/cancelReplace tw5_2_o1 1@95, GET order tw5_2_o0,"
                + " POST order tw5_2_o2 1@90");
    script.answer(200, leg("tw5_2_o2", 45, "NEW"));
    assertThat(script.told()).isEqualTo("2 Accepted");
    script.submit(new VenueCommand.AmendOrder(2, 0, new OrderTerms.Stop(9_200)));
    script.answer(200, leg("tw5_2_o3", 46, "NEW"));
    assertThat(script.told()).isEqualTo("2 Accepted, 2 Amended");
  }

  /** Where that is refused, too, it is told. */
  @Test
  void aStopThatCannotBePutBackIsTold() {
    VenueScript script =
        stop(Market.SPOT, new OrderTerms.Stop(9_000), new OrderSize.Base(100_000_000L));
    script.submit(new VenueCommand.AmendOrder(2, 0, new OrderTerms.Stop(9_500)));
    script.error(409, -2021, "Order cancel-replace partially failed.");
    script.answer(200, leg("tw5_2_o0", 42, "CANCELED"));
    script.error(400, -2010, "Stop price would trigger immediately.");
    assertThat(script.told()).isEqualTo("2 Accepted, 2 Cancelled");
    assertThat(script.pass(40).sent()).hasSize(4);
  }

  /** Another price for the entry does not lose its exit. */
  @Test
  void anEntryWithAnotherPriceKeepsItsExit() {
    VenueScript script = new VenueScript(Market.PERP);
    script.submit(
        new VenueCommand.NewOrder(
            new OrderIntent(
                1,
                0,
                0,
                Side.BUY,
                new OrderSize.Base(1_000),
                new OrderTerms.Bracket(ENTRY, 11_000, 9_500, 2),
                TimeInForce.GTC,
                false,
                OrderPurpose.ENTRY)));
    script.answer(200, "[]");
    script.submit(new VenueCommand.AmendOrder(1, 0, new OrderTerms.Limit(9_800, false)));
    script.answer(200, "[]");
    script.say(
        FuturesTexts.report(
            "tw5_1_o0", 42, "TRADE", "PARTIALLY_FILLED", FuturesTexts.fill(1, "0.4")));
    assertThat(script.wire(1))
        .isEqualTo("PUT order tw5_1_o0 1@980, POST algoOrder tw5_2_s0 0.4@950");
    script.answer(200, "[]").answer(200, "[]");
    // What was filled stays in the quantity of what is changed.
    script.submit(new VenueCommand.AmendOrder(1, 0, new OrderTerms.Limit(9_700, false)));
    assertThat(script.wire(4)).isEqualTo("PUT order tw5_1_o0 1@970");
  }
}
