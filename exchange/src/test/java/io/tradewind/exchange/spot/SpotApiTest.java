package io.tradewind.exchange.spot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.exchange.desk.Desk;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests in, Binance's answers out, to the letter. */
class SpotApiTest {
  private final SpotDesk desk = new SpotDesk();

  /** Parameters after symbol=BTCUSDT&side=BUY, and what is refused with which code. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type=LIMIT&timeInForce=GTC&quantity=1&price=90 | 200
          type=LIMIT&quantity=1&price=90 | -1102 Mandatory parameter 'timeInForce' was not sent, was empty/null, or malformed.
          type=LIMIT&timeInForce=GTC&price=90 | -1102 Mandatory parameter 'quantity' was not sent, was empty/null, or malformed.
          type=LIMIT&timeInForce=GTC&quantity=1 | -1102 Mandatory parameter 'price' was not sent, was empty/null, or malformed.
          type=LIMIT&timeInForce=GTX&quantity=1&price=90 | -1115 Invalid timeInForce.
          type=LIMIT&timeInForce=RPI&quantity=1&price=90 | -1115 Invalid timeInForce.
          type=LIMIT&timeInForce=POST_ONLY&quantity=1&price=90 | -1115 Invalid timeInForce.
          type=LIMITED&timeInForce=GTC&quantity=1&price=90 | -1116 Invalid orderType.
          type=LIMIT&timeInForce=GTC&quantity=1&price=90&stopPrice=80 | -1106 Parameter 'stopPrice' sent when not required.
          type=LIMIT&timeInForce=GTC&quantity=1&price=90&color=red | -1104 Not all sent parameters were read; read '8' parameter(s) but was sent '9'.
          type=LIMIT&timeInForce=GTC&quantity=1&price=0 | -1013 Invalid price.
          type=LIMIT&timeInForce=GTC&quantity=0&price=90 | -1013 Invalid quantity.
          type=LIMIT&timeInForce=GTC&quantity=1&price=9e1 | -1100 Illegal characters found in parameter 'price'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.
          type=LIMIT&timeInForce=GTC&quantity=1&price=90.123456789 | -1111 Parameter 'price' has too much precision.
          type=LIMIT&timeInForce=GTC&quantity=1&price=90.001 | -1013 Filter failure: PRICE_FILTER
          type=LIMIT&timeInForce=GTC&quantity=1.0001&price=90 | -1013 Filter failure: LOT_SIZE
          type=LIMIT&timeInForce=GTC&quantity=0.05&price=90 | -1013 Filter failure: NOTIONAL
          type=LIMIT&timeInForce=GTC&quantity=100&price=90 | -2010 Account has insufficient balance for requested action.
          type=LIMIT&timeInForce=IOC&quantity=1&price=90&icebergQty=0.5 | -1128 Combination of optional parameters invalid.
          type=LIMIT&timeInForce=GTC&quantity=1&price=90&icebergQty=2 | -2010 IcebergQty exceeds QTY.
          type=LIMIT&timeInForce=GTC&quantity=1&price=90&newClientOrderId=a%20b | -1100 Illegal characters found in parameter 'newClientOrderId'; legal range is '^[a-zA-Z0-9-_.:/]{1,36}$'.
          type=LIMIT&timeInForce=GTC&quantity=1&price=90&strategyType=7 | -1134 strategyType was less than 1000000.
          type=LIMIT&timeInForce=GTC&quantity=1&price=90&newOrderRespType=ALL | -1136 Invalid newOrderRespType.
          type=LIMIT&timeInForce=GTC&quantity=1&price=90&selfTradePreventionMode=MAYBE | -1130 Data sent for parameter 'selfTradePreventionMode' is not valid.
          type=LIMIT_MAKER&quantity=1&price=90 | 200
          type=LIMIT_MAKER&quantity=1&price=90&timeInForce=GTC | -1106 Parameter 'timeInForce' sent when not required.
          type=LIMIT_MAKER&quantity=1&price=101 | -2010 Order would immediately match and take.
          type=MARKET&quantity=1 | 200
          type=MARKET&quoteOrderQty=50 | 200
          type=MARKET | -1102 Param 'quantity' or 'quoteOrderQty' must be sent, but both were empty/null!
          type=MARKET&quantity=1&quoteOrderQty=50 | -1128 Combination of optional parameters invalid.
          type=MARKET&quantity=1&price=90 | -1106 Parameter 'price' sent when not required.
          type=STOP_LOSS&quantity=1&stopPrice=110 | 200
          type=STOP_LOSS&quantity=1&stopPrice=90 | -2010 Order would trigger immediately.
          type=STOP_LOSS&quantity=1 | -1102 Param 'stopPrice' or 'trailingDelta' must be sent, but both were empty/null!
          type=STOP_LOSS&quantity=1&trailingDelta=100 | 200
          type=STOP_LOSS&quantity=1&trailingDelta=10000 | -1013 Filter failure: TRAILING_DELTA
          type=STOP_LOSS&quantity=1&stopPrice=0 | -1013 Invalid price.
          type=TAKE_PROFIT_LIMIT&timeInForce=GTC&quantity=1&price=90&stopPrice=95 | 200
          type=LIMIT&timeInForce=GTC&quantity=1&pegPriceType=PRIMARY_PEG | 200
          type=LIMIT&timeInForce=GTC&quantity=1&pegPriceType=MARKET_PEG&price=90 | 200
          type=LIMIT&timeInForce=IOC&quantity=1&pegPriceType=MARKET_PEG&pegOffsetType=PRICE_LEVEL&pegOffsetValue=1 | 200
          type=LIMIT&timeInForce=GTC&quantity=1&pegPriceType=PRIMARY | -1210 Invalid pegPriceType.
          type=LIMIT&timeInForce=GTC&quantity=1&pegPriceType=PRIMARY_PEG&pegOffsetType=TICKS&pegOffsetValue=1 | -1211 Invalid pegOffsetType.
          type=LIMIT&timeInForce=GTC&quantity=1&pegPriceType=PRIMARY_PEG&pegOffsetValue=1 | -1128 Combination of optional parameters invalid. Recommendation: 'pegOffsetType' and 'pegOffsetValue' must both be sent.
          type=LIMIT&timeInForce=GTC&quantity=1&price=90&pegOffsetType=PRICE_LEVEL&pegOffsetValue=1 | -1128 Combination of optional parameters invalid. Recommendation: 'pegPriceType' should also be sent.
          type=LIMIT&timeInForce=GTC&quantity=1&pegPriceType=PRIMARY_PEG&pegOffsetType=PRICE_LEVEL&pegOffsetValue=101 | -1130 Data sent for parameter 'pegOffsetValue' is not valid.
          type=LIMIT&timeInForce=GTC&quantity=1&pegPriceType=PRIMARY_PEG&pegOffsetType=PRICE_LEVEL&pegOffsetValue=2 | -2010 Order book liquidity is too low for this pegged order.
          type=LIMIT&timeInForce=GTC&quantity=1&pegPriceType=PRIMARY_PEG&price=0 | -1013 Invalid price.
          type=LIMIT&timeInForce=GTC&quantity=1&pegPriceType=PRIMARY_PEG&price=90.001 | -1013 Filter failure: PRICE_FILTER
          type=LIMIT&timeInForce=FOK&quantity=1&pegPriceType=PRIMARY_PEG | -2010 Unsupported order combination
          type=LIMIT_MAKER&quantity=1&pegPriceType=PRIMARY_PEG | 200
          type=LIMIT_MAKER&quantity=1&pegPriceType=MARKET_PEG | -2010 This price peg cannot be used with this order type.
          type=MARKET&quantity=1&pegPriceType=MARKET_PEG | -2010 This order type may not use pegged price.
          type=STOP_LOSS&quantity=1&stopPrice=110&pegPriceType=MARKET_PEG | -2010 This order type may not use pegged price.
          type=STOP_LOSS_LIMIT&timeInForce=GTC&quantity=1&stopPrice=110&pegPriceType=MARKET_PEG | 200
          type=TAKE_PROFIT_LIMIT&timeInForce=GTC&quantity=1&stopPrice=95 | -1102 Mandatory parameter 'price' was not sent, was empty/null, or malformed.
          """)
  void newOrdersAreReadAsBinanceDoes(String parameters, String told) {
    String answer = desk.ask("POST order symbol=BTCUSDT&side=BUY&" + parameters);
    assertThat(Desk.refusal(answer)).isEqualTo(told);
    String tested = new SpotDesk().ask("POST order/test symbol=BTCUSDT&side=BUY&" + parameters);
    boolean isOfTheBook = told.startsWith("-2010") && !told.contains("Iceberg");
    assertThat(Desk.refusal(tested)).isEqualTo(isOfTheBook ? Desk.refusal(tested) : told);
  }

  @Test
  void anOrderIsAnsweredInThreeWays() {
    String market =
        "POST order symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.5&newClientOrderId=m";
    assertThat(desk.ask(market))
        .isEqualTo(
            """
            200 {"symbol":"BTCUSDT","orderId":6,"orderListId":-1,"clientOrderId":"m",\
            "transactTime":1700000000000,"price":"0.00000000","origQty":"0.50000000",\
            "executedQty":"0.50000000","cummulativeQuoteQty":"50.50000000","status":"FILLED",\
            "timeInForce":"GTC","type":"MARKET","side":"BUY","origQuoteOrderQty":"0.00000000",\
            "workingTime":1700000000000,"selfTradePreventionMode":"NONE","fills":[{\
            "price":"101.00000000","qty":"0.50000000","commission":"0.00050000",\
            "commissionAsset":"BTC","tradeId":2}]}\
            """);
    assertThat(desk.ask(market + "&newOrderRespType=ACK"))
        .isEqualTo(
            """
            200 {"symbol":"BTCUSDT","orderId":7,"orderListId":-1,"clientOrderId":"m",\
            "transactTime":1700000000000}\
            """);
    assertThat(desk.ask(market + "&newOrderRespType=RESULT")).doesNotContain("fills");
    assertThat(
            desk.ask("POST order symbol=BTCUSDT&side=SELL&type=STOP_LOSS&quantity=1&stopPrice=90"))
        .contains("transactTime")
        .doesNotContain("status");
  }

  @Test
  void anOrderIsAskedForCanceledAndGone() {
    desk.ask(
        "POST order symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=90"
            + "&newClientOrderId=x");
    String order =
        """
        {"symbol":"BTCUSDT","orderId":6,"orderListId":-1,"clientOrderId":"x",\
        "price":"90.00000000","origQty":"1.00000000","executedQty":"0.00000000",\
        "cummulativeQuoteQty":"0.00000000","status":"NEW","timeInForce":"GTC","type":"LIMIT",\
        "side":"BUY","stopPrice":"0.00000000","icebergQty":"0.00000000","time":1700000000000,\
        "updateTime":1700000000000,"isWorking":true,"workingTime":1700000000000,\
        "origQuoteOrderQty":"0.00000000","selfTradePreventionMode":"NONE"}\
        """;
    assertThat(desk.ask("GET order symbol=BTCUSDT&orderId=6")).isEqualTo("200 " + order);
    assertThat(desk.ask("GET order symbol=BTCUSDT&origClientOrderId=x")).isEqualTo("200 " + order);
    assertThat(desk.ask("GET openOrders symbol=BTCUSDT")).isEqualTo("200 [" + order + "]");
    assertThat(desk.ask("GET openOrders")).isEqualTo("200 [" + order + "]");
    assertThat(desk.ask("GET allOrders symbol=BTCUSDT&orderId=7")).isEqualTo("200 []");
    assertThat(Desk.refusal(desk.ask("GET order symbol=BTCUSDT&orderId=6&origClientOrderId=y")))
        .isEqualTo("-2039 Client order ID is not correct for this order ID.");
    assertThat(Desk.refusal(desk.ask("GET order symbol=BTCUSDT")))
        .isEqualTo(
            "-1102 Param 'origClientOrderId' or 'orderId' must be sent, but both were"
                + " empty/null!");
    assertThat(
            Desk.refusal(
                desk.ask(
                    "DELETE order symbol=BTCUSDT&orderId=6"
                        + "&cancelRestrictions=ONLY_PARTIALLY_FILLED")))
        .isEqualTo("-2011 Order was not canceled due to cancel restrictions.");
    assertThat(desk.ask("DELETE order symbol=BTCUSDT&orderId=6&newClientOrderId=c"))
        .isEqualTo(
            """
            200 {"symbol":"BTCUSDT","origClientOrderId":"x","orderId":6,"orderListId":-1,\
            "clientOrderId":"c","transactTime":1700000000000,"price":"90.00000000",\
            "origQty":"1.00000000","executedQty":"0.00000000",\
            "cummulativeQuoteQty":"0.00000000","status":"CANCELED","timeInForce":"GTC",\
            "type":"LIMIT","side":"BUY","origQuoteOrderQty":"0.00000000",\
            "selfTradePreventionMode":"NONE"}\
            """);
    assertThat(Desk.refusal(desk.ask("DELETE order symbol=BTCUSDT&orderId=6")))
        .isEqualTo("-2011 Unknown order sent.");
    assertThat(Desk.refusal(desk.ask("GET order symbol=BTCUSDT&orderId=77")))
        .isEqualTo("-2013 Order does not exist.");
    assertThat(Desk.refusal(desk.ask("GET order symbol=ETHUSDT&orderId=6")))
        .isEqualTo("-1121 Invalid symbol.");
  }

  /** What stands before, how it is replaced, and status with what came of both halves. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          STOP_ON_FAILURE&cancelOrderId=6 | 90 | 200 SUCCESS SUCCESS
          STOP_ON_FAILURE&cancelOrderId=9 | 90 | 400 -2022 FAILURE NOT_ATTEMPTED
          STOP_ON_FAILURE&cancelOrderId=6 | 9000 | 409 -2021 SUCCESS FAILURE
          ALLOW_FAILURE&cancelOrderId=9 | 90 | 409 -2021 FAILURE SUCCESS
          ALLOW_FAILURE&cancelOrderId=9 | 9000 | 400 -2022 FAILURE FAILURE
          """)
  void cancelsAndReplaces(String mode, String price, String told) {
    desk.ask("POST order symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=90");
    String answer =
        desk.ask(
            "POST order/cancelReplace symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC"
                + "&quantity=1&price="
                + price
                + "&cancelReplaceMode="
                + mode);
    assertThat(
            answer
                .replaceAll("\"code\":(-202\\d),", " $1 ")
                .replaceAll(
                    "^(\\d+) \\{("
                        + " -\\d+)?.*\"cancelResult\":\"(\\w+)\",\"newOrderResult\":\"(\\w+)\".*",
                    "$1$2 $3 $4"))
        .isEqualTo(told);
  }

  @Test
  void listsOfOrders() {
    String answer =
        desk.ask(
            "POST orderList/oco symbol=BTCUSDT&side=SELL&quantity=1&listClientOrderId=l"
                + "&aboveType=LIMIT_MAKER&abovePrice=120&aboveClientOrderId=up"
                + "&belowType=STOP_LOSS&belowStopPrice=90&belowClientOrderId=down");
    assertThat(answer)
        .startsWith(
            """
            200 {"orderListId":1,"contingencyType":"OCO","listStatusType":"EXEC_STARTED",\
            "listOrderStatus":"EXECUTING","listClientOrderId":"l",\
            "transactionTime":1700000000000,"symbol":"BTCUSDT","orders":[{"symbol":"BTCUSDT",\
            "orderId":6,"clientOrderId":"down"},{"symbol":"BTCUSDT","orderId":7,\
            "clientOrderId":"up"}],"orderReports":[{"symbol":"BTCUSDT","orderId":6,\
            "orderListId":1,\
            """);
    assertThat(desk.ask("GET openOrderList")).contains("\"orderListId\":1");
    assertThat(desk.ask("GET orderList origClientOrderId=l")).contains("EXECUTING");
    assertThat(desk.ask("DELETE orderList symbol=BTCUSDT&orderListId=1"))
        .contains("ALL_DONE", "CANCELED");
    assertThat(desk.ask("GET openOrderList")).isEqualTo("200 []");
    assertThat(desk.ask("GET allOrderList")).contains("\"orderListId\":1");
    assertThat(
            desk.ask(
                "POST order/oco symbol=BTCUSDT&side=SELL&quantity=1&price=120&stopPrice=90"
                    + "&stopLimitPrice=89&stopLimitTimeInForce=GTC"))
        .contains("STOP_LOSS_LIMIT", "LIMIT_MAKER");
    assertThat(
            Desk.refusal(
                desk.ask(
                    "POST order/oco symbol=BTCUSDT&side=SELL&quantity=1&price=120&stopPrice=90"
                        + "&stopLimitPrice=89")))
        .startsWith("-1128 Combination of optional parameters invalid. Recommendation:");
    assertThat(
            desk.ask(
                "POST orderList/otoco symbol=BTCUSDT&workingType=LIMIT&workingSide=BUY"
                    + "&workingPrice=90&workingQuantity=1&workingTimeInForce=GTC"
                    + "&pendingSide=SELL&pendingQuantity=1&pendingAboveType=LIMIT_MAKER"
                    + "&pendingAbovePrice=120&pendingBelowType=STOP_LOSS"
                    + "&pendingBelowStopPrice=80"))
        .contains("\"contingencyType\":\"OTO\"", "PENDING_NEW");
  }

  @Test
  void theAccountItsTradesAndLimits() {
    desk.ask("POST order symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.5");
    assertThat(desk.ask("GET account"))
        .contains(
            """
            "balances":[{"asset":"BTC","free":"2.49950000","locked":"0.00000000"},\
            {"asset":"USDT","free":"949.50000000","locked":"0.00000000"}]\
            """)
        .contains("\"makerCommission\":10", "\"maker\":\"0.00100000\"");
    assertThat(desk.ask("GET myTrades symbol=BTCUSDT"))
        .isEqualTo(
            """
            200 [{"symbol":"BTCUSDT","id":2,"orderId":6,"orderListId":-1,\
            "price":"101.00000000","qty":"0.50000000","quoteQty":"50.50000000",\
            "commission":"0.00050000","commissionAsset":"BTC","time":1700000000000,\
            "isBuyer":true,"isMaker":false,"isBestMatch":true}]\
            """);
    assertThat(Desk.refusal(desk.ask("GET myTrades symbol=BTCUSDT&fromId=1&startTime=1")))
        .startsWith("-1128");
    assertThat(desk.ask("GET rateLimit/order"))
        .isEqualTo(
            """
            200 [{"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":100,\
            "count":1},{"rateLimitType":"ORDERS","interval":"DAY","intervalNum":1,\
            "limit":200000,"count":1}]\
            """);
    assertThat(desk.ask("GET account/commission symbol=BTCUSDT"))
        .contains("\"standardCommission\":{\"maker\":\"0.00100000\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          ping | 200 {}
          time | 200 {"serverTime":1700000000000}
          depth symbol=BTCUSDT&limit=1 | 200 {"lastUpdateId":5,"bids":[["99.00000000","1.00000000"]],"asks":[["101.00000000","0.90000000"]]}
          depth symbol=XYZ | 400 {"code":-1121,"msg":"Invalid symbol."}
          trades symbol=BTCUSDT | 200 [{"id":1,"price":"101.00000000","qty":"0.10000000","quoteQty":"10.10000000","time":1700000000000,"isBuyerMaker":false,"isBestMatch":true}]
          aggTrades symbol=BTCUSDT | 200 [{"a":1,"p":"101.00000000","q":"0.10000000","f":1,"l":1,"T":1700000000000,"m":false,"M":true}]
          klines symbol=BTCUSDT&interval=1m | 200 [[1699999980000,"101.00000000","101.00000000","101.00000000","101.00000000","0.10000000",1700000039999,"10.10000000",1,"0.10000000","10.10000000","0"]]
          klines symbol=BTCUSDT&interval=1min | 400 {"code":-1120,"msg":"Invalid interval."}
          avgPrice symbol=BTCUSDT | 200 {"mins":5,"price":"101.00000000","closeTime":1700000000000}
          ticker/price symbol=BTCUSDT | 200 {"symbol":"BTCUSDT","price":"101.00000000"}
          ticker/price | 200 [{"symbol":"BTCUSDT","price":"101.00000000"}]
          ticker/price symbols=%5B%22BTCUSDT%22%5D | 200 [{"symbol":"BTCUSDT","price":"101.00000000"}]
          ticker/price symbols=%5B%22BTCUSDT%22,%22BTCUSDT%22%5D | 400 {"code":-1151,"msg":"Symbol is present multiple times in the list."}
          ticker/price symbol=BTCUSDT&symbols=%5B%5D | 400 {"code":-1128,"msg":"Combination of optional parameters invalid."}
          ticker/bookTicker symbol=BTCUSDT | 200 {"symbol":"BTCUSDT","bidPrice":"99.00000000","bidQty":"1.00000000","askPrice":"101.00000000","askQty":"0.90000000"}
          ticker/tradingDay | 400 {"code":-1102,"msg":"Param 'symbol' or 'symbols' must be sent, but both were empty/null!"}
          ticker symbol=BTCUSDT&windowSize=60m | 400 {"code":-1130,"msg":"Data sent for parameter 'windowSize' is not valid."}
          """)
  void theMarketIsTold(String asked, String told) {
    assertThat(desk.askOpenly(asked)).isEqualTo(told);
  }

  @Test
  void exchangeInfoTellsFilters() {
    assertThat(desk.askOpenly("exchangeInfo symbol=BTCUSDT"))
        .contains(
            "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.01000000\",\"maxPrice\":"
                + "\"1000000.00000000\",\"tickSize\":\"0.01000000\"}")
        .contains("\"exchangeFilters\":[]", "\"permissions\":[]")
        .contains("\"pegInstructionsAllowed\":true");
    assertThat(desk.askOpenly("exchangeInfo symbol=XYZ")).contains("-1121");
    assertThat(desk.askOpenly("ticker/24hr symbol=BTCUSDT"))
        .contains("\"priceChangePercent\":\"0.000\"", "\"count\":1");
  }

  @Test
  void streamsTellWhatHappensInOrder() {
    desk.tick(10);
    String key =
        desk.ask("POST userDataStream").replaceAll("^200 \\{\"listenKey\":\"(\\w{64})\"}$", "$1");
    desk.listen("/ws/" + key, "");
    desk.listen("/ws/btcusdt@trade/btcusdt@aggTrade/btcusdt@bookTicker/btcusdt@depth@100ms", "");
    desk.ask("POST order symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1");
    desk.tick(1);
    assertThat(desk.heard)
        .extracting(text ->
            Stream.of("e", "x", "X", "p", "q", "a", "A", "U", "u")
                .map(name -> value(text, name))
                .reduce("", (all, each) -> all + each))
        .containsExactly(
            "e=executionReport x=NEW X=NEW p=0.00000000 q=1.00000000 ",
            "e=executionReport x=TRADE X=PARTIALLY_FILLED p=0.00000000 q=1.00000000 ",
            "e=trade p=101.00000000 q=0.90000000 ",
            "e=executionReport x=TRADE X=FILLED p=0.00000000 q=1.00000000 ",
            "e=aggTrade p=101.00000000 q=0.90000000 a=2 ",
            "e=trade p=102.00000000 q=0.10000000 ",
            "e=outboundAccountPosition a=BTC u=1700000001000 ",
            "e=aggTrade p=102.00000000 q=0.10000000 a=3 ",
            "a=102.00000000 A=0.90000000 u=7 ",
            "e=depthUpdate U=6 u=7 ");
    assertThat(desk.heard.getLast())
        .isEqualTo(
            """
            {"e":"depthUpdate","E":1700000001100,"s":"BTCUSDT","U":6,"u":7,"b":[],\
            "a":[["101.00000000","0.00000000"],["102.00000000","0.90000000"]]}\
            """);
  }

  private static String value(String json, String name) {
    Matcher found = Pattern.compile("[{,]\"" + name + "\":\"?([\\w.]+)\"?[,}]").matcher(json);
    return found.find() ? name + "=" + found.group(1) + " " : "";
  }
}
