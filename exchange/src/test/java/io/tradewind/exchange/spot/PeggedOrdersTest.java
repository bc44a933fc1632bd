package io.tradewind.exchange.spot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.exchange.api.Ear;
import io.tradewind.exchange.desk.Desk;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of pegged orders: parameters in, the fields of prices and pegs out. */
class PeggedOrdersTest {
  private static final Pattern FIELDS =
      Pattern.compile("\"(price|peg\\w+|newOrderResult|p|g[Pp]|gOT|gOV)\":\"?([A-Za-z0-9_.]+)\"?");
  private final SpotDesk desk = new SpotDesk();

  /** Bids are 99 and 98, asks 101 and 102; an order is asked for by its name, x. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          POST order type=LIMIT&timeInForce=GTC&pegPriceType=PRIMARY_PEG => price=0.00000000 pegPriceType=PRIMARY_PEG peggedPrice=99.00000000
          POST order type=LIMIT&timeInForce=GTC&pegPriceType=PRIMARY_PEG&price=95 => price=95.00000000 pegPriceType=PRIMARY_PEG peggedPrice=99.00000000
          POST order type=LIMIT_MAKER&pegPriceType=PRIMARY_PEG&pegOffsetType=PRICE_LEVEL&pegOffsetValue=1&newOrderRespType=RESULT => price=0.00000000 pegPriceType=PRIMARY_PEG pegOffsetType=PRICE_LEVEL pegOffsetValue=1 peggedPrice=98.00000000
          POST order type=STOP_LOSS_LIMIT&timeInForce=GTC&stopPrice=110&pegPriceType=MARKET_PEG&newOrderRespType=RESULT => price=0.00000000 pegPriceType=MARKET_PEG
          POST order/cancelReplace cancelOrderId=3&cancelReplaceMode=ALLOW_FAILURE&type=LIMIT&timeInForce=GTC&pegPriceType=PRIMARY_PEG => newOrderResult=SUCCESS price=0.00000000 pegPriceType=PRIMARY_PEG peggedPrice=99.00000000
          """)
  void anOrderTellsItsPeg(String asked, String told) {
    String answer = desk.ask(asked + "&symbol=BTCUSDT&side=BUY&quantity=1&newClientOrderId=x");
    assertThat(fields(answer)).isEqualTo(told);
    if (!asked.contains("cancelReplace")) {
      String order = desk.ask("GET order symbol=BTCUSDT&origClientOrderId=x");
      assertThat(fields(order)).isEqualTo(told);
      String amended =
          desk.ask(
              "PUT order/amend/keepPriority symbol=BTCUSDT&origClientOrderId=x&newQty=0.5"
                  + "&newClientOrderId=y");
      assertThat(fields(amended)).isEqualTo(told);
      String canceled = desk.ask("DELETE order symbol=BTCUSDT&origClientOrderId=y");
      assertThat(fields(canceled)).isEqualTo(told);
    }
  }

  @Test
  void partsOfListsHavePegsOfTheirOwn() {
    String oco =
        desk.ask(
            "POST orderList/oco symbol=BTCUSDT&side=SELL&quantity=0.5&aboveType=LIMIT_MAKER"
                + "&abovePegPriceType=PRIMARY_PEG&abovePegOffsetType=PRICE_LEVEL"
                + "&abovePegOffsetValue=1&belowType=STOP_LOSS_LIMIT&belowStopPrice=90"
                + "&belowTimeInForce=GTC&belowPegPriceType=MARKET_PEG");
    assertThat(fields(oco))
        .isEqualTo(
            "price=0.00000000 pegPriceType=MARKET_PEG price=0.00000000"
                + " pegPriceType=PRIMARY_PEG pegOffsetType=PRICE_LEVEL pegOffsetValue=1"
                + " peggedPrice=102.00000000");
    String oto =
        desk.ask(
            "POST orderList/oto symbol=BTCUSDT&workingType=LIMIT&workingSide=BUY"
                + "&workingQuantity=0.5&workingTimeInForce=GTC"
                + "&workingPegPriceType=PRIMARY_PEG&pendingType=LIMIT&pendingSide=SELL"
                + "&pendingQuantity=0.5&pendingTimeInForce=GTC&pendingPegPriceType=PRIMARY_PEG");
    assertThat(fields(oto))
        .isEqualTo(
            "price=0.00000000 pegPriceType=PRIMARY_PEG peggedPrice=99.00000000"
                + " price=0.00000000 pegPriceType=PRIMARY_PEG");
    String otoco =
        desk.ask(
            "POST orderList/otoco symbol=BTCUSDT&workingType=LIMIT&workingSide=BUY"
                + "&workingPrice=90&workingQuantity=0.5&workingTimeInForce=GTC&pendingSide=SELL"
                + "&pendingQuantity=0.5&pendingAboveType=LIMIT_MAKER"
                + "&pendingAbovePegPriceType=PRIMARY_PEG&pendingBelowType=STOP_LOSS"
                + "&pendingBelowStopPrice=80&pendingBelowPegPriceType=MARKET_PEG");
    assertThat(Desk.refusal(otoco)).isEqualTo("-2010 This order type may not use pegged price.");
  }

  @Test
  void theAccountHearsOfThePeg() {
    String key =
        desk.ask("POST userDataStream").replaceAll("^200 \\{\"listenKey\":\"(\\w{64})\"}$", "$1");
    desk.listen("/ws/" + key, "");
    desk.ask(
        "POST order symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1"
            + "&pegPriceType=PRIMARY_PEG&pegOffsetType=PRICE_LEVEL&pegOffsetValue=1");
    desk.tick(1);
    assertThat(fields(desk.heard.getFirst()))
        .isEqualTo("p=0.00000000 gP=PRIMARY_PEG gOT=PRICE_LEVEL gOV=1 gp=98.00000000");
  }

  @Test
  void aSocketPlacesThemToo() {
    Ear ear = desk.desk.listen("/ws-api/v3", "").orElseThrow();
    Map<String, String> order =
        Map.of(
            "symbol", "BTCUSDT",
            "side", "SELL",
            "type", "LIMIT_MAKER",
            "quantity", "1",
            "newOrderRespType", "RESULT",
            "pegPriceType", "PRIMARY_PEG");
    ear.onText(
        "{\"id\":1,\"method\":\"order.place\",\"params\":" + desk.desk.signedJson(order) + "}",
        Desk.START_MS);
    assertThat(fields(desk.heard.getFirst()))
        .isEqualTo("price=0.00000000 pegPriceType=PRIMARY_PEG peggedPrice=101.00000000");
  }

  private static String fields(String json) {
    return FIELDS
        .matcher(json)
        .results()
        .map(found -> found.group(1) + "=" + found.group(2))
        .collect(Collectors.joining(" "));
  }
}
