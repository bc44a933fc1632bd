package io.tradewind.venues.binance.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.binance.Listed;
import io.tradewind.venues.binance.model.AccountRow;
import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.order.Sheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers about listings, orders and accounts: what good ones say, and that bad ones are counted.
 */
class AnswerParserTest {
  private static final String SPOT_ORDER =
      "{\"symbol\":\"BTCUSDT\",\"orderId\":28,\"orderListId\":-1,\"clientOrderId\":\"mine\","
          + "\"transactTime\":1700000000595,\"price\":\"0.00\",\"origQty\":\"10.0\",\"executedQty\":"
          + "\"2.5\",\"cummulativeQuoteQty\":\"10.00\",\"status\":\"PARTIALLY_FILLED\",\"fills\":[]}";
  private static final String CANCEL =
      "{\"symbol\":\"BTCUSDT\",\"origClientOrderId\":\"mine\",\"orderId\":4,\"clientOrderId\":"
          + "\"cancel\",\"transactTime\":1700000000068,\"origQty\":\"1.0\",\"executedQty\":\"0\","
          + "\"status\":\"CANCELED\"}";
  private static final String AMENDED =
      "{\"transactTime\":1700000000255,\"executionId\":75,\"amendedOrder\":{\"symbol\":\"BTCUSDT\","
          + "\"orderId\":33,\"origClientOrderId\":\"old\",\"clientOrderId\":\"new\",\"qty\":\"5.0\","
          + "\"executedQty\":\"0\",\"status\":\"NEW\"}}";
  private static final String ALGO =
      "{\"algoId\":2146760,\"clientAlgoId\":\"mine\",\"algoType\":\"CONDITIONAL\",\"symbol\":"
          + "\"BTCUSDT\",\"algoStatus\":\"TRIGGERED\",\"actualOrderId\":\"77\",\"updateTime\":"
          + "1700000000076}";
  private static final String TRADE =
      "{\"symbol\":\"BTCUSDT\",\"id\":28457,\"orderId\":100,\"price\":\"4.01\",\"qty\":\"12.0\","
          + "\"commission\":\"10.10\",\"commissionAsset\":\"BNB\",\"time\":1700000000590,"
          + "\"isBuyer\":true,\"isMaker\":false}";
  private static final String POSITION =
      "{\"symbol\":\"BTCUSDT\",\"positionSide\":\"BOTH\",\"positionAmt\":\"-0.030\",\"entryPrice\":"
          + "\"0.385\",\"adl\":2}";
  private static final String FUNDING =
      "{\"symbol\":\"BTCUSDT\",\"incomeType\":\"FUNDING_FEE\",\"income\":\"-0.01000000\","
          + "\"asset\":\"USDT\",\"info\":\"FUNDING_FEE\",\"time\":1570636800000,\"tranId\":"
          + "9689322392,\"tradeId\":\"\"}";
  private static final String BRACKETS =
      "[{\"symbol\":\"BTCUSDT\",\"notionalCoef\":1.50,\"brackets\":[{\"bracket\":1,"
          + "\"initialLeverage\":75,\"notionalCap\":10000,\"notionalFloor\":0,\"maintMarginRatio\":"
          + "0.0065,\"cum\":0},{\"bracket\":2,\"initialLeverage\":50,\"notionalCap\":100000,"
          + "\"notionalFloor\":10000,\"maintMarginRatio\":0.01,\"cum\":35}]}]";

  private final FaultLog faults = new FaultLog(new ManualClock(0), report -> {});
  private final OrderParser spot =
      new OrderParser(new SymbolTable(Market.SPOT, List.of(Listed.BTC)), faults);
  private final OrderParser futures =
      new OrderParser(new SymbolTable(Market.PERP, List.of(Listed.BTC_PERP)), faults);
  private final ListingParser spotListings = new ListingParser(Market.SPOT, "binance", faults);
  private final ListingParser futuresListings = new ListingParser(Market.PERP, "binance", faults);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          ORDER    | mine 28 Optional[PARTIALLY_FILLED] 250000 of 1000000
          CANCEL   | mine 4 Optional[CANCELED] 0 of 100000
          AMENDED  | new 33 Optional[NEW] 0 of 500000
          ACK      | mine 28 Optional.empty 0 of 0
          REPLACED | mine 28 Optional[PARTIALLY_FILLED] 250000 of 1000000
          LIST     | mine 28 Optional[PARTIALLY_FILLED] 250000 of 1000000, mine 4 Optional[CANCELED] 0 of 100000
          SOCKET   | mine 28 Optional[PARTIALLY_FILLED] 250000 of 1000000
          SOCKETS  | mine 4 Optional[CANCELED] 0 of 100000
          STRANGE  |
          """)
  void ordersStandInManyAnswers(String kind, String expected) {
    String body =
        switch (kind) {
          case "CANCEL" -> CANCEL;
          case "AMENDED" -> AMENDED;
          case "ACK" ->
              "{\"symbol\":\"BTCUSDT\",\"orderId\":28,\"clientOrderId\":\"mine\",\"transactTime\":1}";
          case "REPLACED" ->
              "{\"cancelResult\":\"SUCCESS\",\"newOrderResult\":\"SUCCESS\",\"cancelResponse\":"
                  + CANCEL
                  + ",\"newOrderResponse\":"
                  + SPOT_ORDER
                  + "}";
          case "LIST" -> "{\"orderListId\":1,\"orderReports\":[" + SPOT_ORDER + "," + CANCEL + "]}";
          case "SOCKET" -> "{\"id\":\"1\",\"status\":200,\"result\":" + SPOT_ORDER + "}";
          case "SOCKETS" -> "{\"id\":\"1\",\"status\":200,\"result\":[" + CANCEL + "]}";
          case "STRANGE" -> "[" + SPOT_ORDER.replace("BTCUSDT", "XXXUSDT") + "]";
          default -> SPOT_ORDER;
        };
    List<String> all = new ArrayList<>();
    spot.orders(body)
        .orElseThrow()
        .forEach(answer -> {
          var order = (io.tradewind.venues.binance.model.OrderAnswer.Order) answer;
          all.add(
              order.name().clientOrderId()
                  + " "
                  + order.name().venueOrderId()
                  + " "
                  + order.status()
                  + " "
                  + order.filledQtyScaled()
                  + " of "
                  + order.qtyScaled());
        });
    assertThat(String.join(", ", all)).isEqualTo(expected == null ? "" : expected);
    assertThat(faults.total()).isZero();
  }

  @Test
  void accountsAreReadExactly() {
    assertThat(futures.orders(ALGO).orElseThrow())
        .hasToString(
            "[Conditional[name=OrderName[instrument=binance:BTC/USDT:USDT, venueOrderId=2146760,"
                + " clientOrderId=mine], status=TRIGGERED, triggeredOrderId=Optional[77],"
                + " qtyScaled=0, closesPosition=false,"
                + " prices=Prices[limitScaled=0, triggerScaled=0],"
                + " updateTimeNs=1700000000076000000]]");
    assertThat(
            futures
                .orders(
                    "{\"algoId\":1,\"clientAlgoId\":\"x\",\"code\":\"200\",\"msg\":\"success\"}")
                .orElseThrow())
        .isEmpty();
    assertThat(spot.trades(Listed.BTC, "[" + TRADE + "]").orElseThrow())
        .hasToString(
            "[Trade[venueOrderId=100, side=BUY, fill=Fill[tradeId=28457, qtyScaled=1200000,"
                + " priceScaled=401, fee=Fee[amount=10.10, asset=BNB], isMaker=false],"
                + " timeNs=1700000000590000000]]");
    assertThat(futures.positions("[" + POSITION + "]").orElseThrow())
        .hasToString(
            "[PositionUpdate[instrument=binance:BTC/USDT:USDT, positionSide=BOTH, qtyScaled=-30,"
                + " entryPrice=0.385]]");
    assertThat(faults.total()).isZero();
  }

  @Test
  void spotIsListedWithItsFilters() {
    Listing listing = Sheets.listing(Market.SPOT);
    assertThat(listing.instrument().priceScale()).isEqualTo(2);
    assertThat(listing.instrument().qtyScale()).isEqualTo(8);
    assertThat(listing.instrument().rules())
        .hasToString(
            "[TradingRules[fromNs=0, tickScaled=1, lotScaled=10000, minQtyScaled=100000,"
                + " minNotionalScaled=500000000, makerFeePpm=1000, takerFeePpm=1000]]");
    assertThat(listing.filters())
        .hasToString(
            "SymbolFilters[price=Steps[min=1, max=100000000, step=1], lot=Steps[min=100000,"
                + " max=900000000000, step=10000], marketLot=Steps[min=0, max=10000000000,"
                + " step=0], notional=Notional[min=500000000, max=9000000000000,"
                + " minToMarket=true, maxToMarket=false], bands=Bands[bidUp=500000000,"
                + " bidDown=20000000, askUp=500000000, askDown=20000000],"
                + " trailing=Trailing[minAbove=10, maxAbove=2000, minBelow=10, maxBelow=2000]]");
    assertThat(listing.orderTypes()).contains("LIMIT_MAKER").hasSize(7);
  }

  @Test
  void ofFuturesThePerpetualsAreListed() {
    assertThat(
            futuresListings
                .listings(Sheets.FUTURES, new ListingParser.Fees(200, 500), 9)
                .orElseThrow())
        .hasSize(1)
        .first()
        .satisfies(listing -> {
          assertThat(listing.instrument().id()).hasToString("binance:BTC/USDT:USDT");
          assertThat(listing.instrument().qtyScale()).isEqualTo(3);
          assertThat(listing.instrument().rules().getFirst().minNotionalScaled())
              .isEqualTo(5_000_000_000L);
        });
    assertThat(faults.total()).isZero();
  }

  /** A large supply leaves fewer digits behind the point. */
  @ParameterizedTest
  @CsvSource({"9000, 0.0001, 8", "92141578, 1, 8", "9214157800, 1, 7", "90000000000000, 1, 3"})
  void quantitiesKeepRoom(String most, String step, int expectedScale) {
    String body = Sheets.SPOT.replace("9000.00000000", most).replace("0.00010000", step);
    Listing listing =
        spotListings.listings(body, new ListingParser.Fees(0, 0), 0).orElseThrow().getFirst();
    assertThat(listing.instrument().qtyScale()).isEqualTo(expectedScale);
  }

  /** A symbol that cannot be read is left out, and counted; the others are listed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "tickSize":"0.01000000"  | "tickSize":"0"      | BAD_VALUE
          "tickSize":"0.01000000"  | "tickSize":"x"      | BAD_NUMBER
          "stepSize":"0.00010000"  | "stepSize":null     | MISSING_FIELD
          "filterType":"LOT_SIZE"  | "filterType":"LOTS" | MISSING_FIELD
          "baseAsset":"BTC"        | "baseAsset":"B-C"   | BAD_VALUE
          "status":"TRADING"       | "status":{}         | WRONG_TYPE
          "minNotional":"5.00000000" | "minNotional":[]  | WRONG_TYPE
          """)
  void aBadSymbolIsLeftOut(String good, String bad, InputFault expected) {
    assertThat(Sheets.SPOT).contains(good);
    Optional<List<Listing>> all =
        spotListings.listings(Sheets.SPOT.replace(good, bad), new ListingParser.Fees(0, 0), 0);
    assertThat(all.orElseThrow()).isEmpty();
    assertThat(faults.count(expected)).isEqualTo(1);
  }

  @Test
  void rulesAreDated() {
    Instrument before = Sheets.listing(Market.SPOT).instrument();
    String coarser = Sheets.SPOT.replace("\"tickSize\":\"0.01000000\"", "\"tickSize\":\"0.10\"");
    Instrument now =
        spotListings
            .listings(coarser, new ListingParser.Fees(1_000, 1_000), 50)
            .orElseThrow()
            .getFirst()
            .instrument();
    Instrument both = spotListings.updated(before, now, 50).orElseThrow();
    assertThat(both.rules()).hasSize(2);
    assertThat(both.rulesAt(49).tickScaled()).isEqualTo(1);
    assertThat(both.rulesAt(50).tickScaled()).isEqualTo(10);
    assertThat(spotListings.updated(both, now, 60)).contains(both);
    String finer = Sheets.SPOT.replace("\"tickSize\":\"0.01000000\"", "\"tickSize\":\"0.001\"");
    Instrument tooFine =
        spotListings
            .listings(finer, new ListingParser.Fees(1_000, 1_000), 70)
            .orElseThrow()
            .getFirst()
            .instrument();
    assertThat(spotListings.updated(both, tooFine, 70)).isEmpty();
  }

  @Test
  void feesAndMarginsAreTheAccounts() {
    assertThat(
            spotListings.fees(
                "{\"symbol\":\"BTCUSDT\",\"standardCommission\":{\"maker\":\"0.001\",\"taker\":"
                    + "\"0.0015\",\"buyer\":\"0\",\"seller\":\"0\"},\"taxCommission\":{\"maker\":"
                    + "\"0.000100\",\"taker\":\"0.0001\",\"buyer\":\"0\",\"seller\":\"0\"}}"))
        .contains(new ListingParser.Fees(1_100, 1_600));
    assertThat(
            futuresListings.fees(
                "{\"symbol\":\"BTCUSDT\",\"makerCommissionRate\":\"0.0002\","
                    + "\"takerCommissionRate\":\"0.0005\"}"))
        .contains(new ListingParser.Fees(200, 500));
    assertThat(futuresListings.margins(BRACKETS, 12_500).orElseThrow().get("BTCUSDT"))
        .satisfies(table ->
            assertThat(table.maintenanceScaled(2_000_000_000_000L)).isEqualTo(16_500_000_000L));
  }

  @Test
  void fundingsAreThoseOfTheInstruments() {
    String body = "[%s,%s]".formatted(FUNDING, FUNDING.replace("BTCUSDT", "XYZUSDT"));
    assertThat(futures.fundings(body))
        .contains(
            new AccountRow.FundingPage(
                2,
                List.of(
                    new AccountRow.Funding(
                        Listed.BTC_PERP.id(),
                        9_689_322_392L,
                        1_570_636_800_000_000_000L,
                        -1_000_000))));
    assertThat(futures.fundings(body.replace("-0.01000000", "-0.0100000000001"))).isEmpty();
    assertThat(faults.count(InputFault.INEXACT)).isEqualTo(1);
  }

  /** One whose margin would jump from tier to tier is left out, and the others are there. */
  @Test
  void marginsThatJumpAreLeftOut() {
    String bad = BRACKETS.replace("\"cum\":35", "\"cum\":36").replace("BTCUSDT", "XYZUSDT");
    String both = bad.replace("}]}]", "}]}," + BRACKETS.substring(1));
    assertThat(futuresListings.margins(both, 0).orElseThrow()).containsOnlyKeys("BTCUSDT");
    assertThat(faults.count(InputFault.BAD_VALUE)).isEqualTo(1);
  }

  /** Cut anywhere, or with some of it made something else: nothing is ever thrown. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingThatComesCanThrow(long seed) {
    SplitMix random = new SplitMix(seed);
    List<String> all =
        List.of(
            SPOT_ORDER,
            CANCEL,
            AMENDED,
            ALGO,
            "[" + TRADE + "]",
            "[" + POSITION + "]",
            "[" + FUNDING + "]",
            BRACKETS,
            Sheets.SPOT,
            Sheets.FUTURES,
            "{\"orderReports\":[" + SPOT_ORDER + "]}",
            "{\"id\":\"1\",\"status\":200,\"result\":[" + CANCEL + "]}",
            "[[1700000040000,\"1\",\"2\",\"1\",\"1\",\"1\",1700000099999,\"1\",1,\"1\",\"1\",\"0\"]]",
            "{\"balances\":[{\"asset\":\"BTC\",\"free\":\"1.0\",\"locked\":\"0\"}]}",
            "[{\"asset\":\"USDT\",\"balance\":\"1\",\"crossWalletBalance\":\"1\"}]");
    for (int i = 0; i < 8_000; i++) {
      String text = Harm.to(all.get(random.nextInt(all.size())), random);
      feed(text, "seed " + seed + ", round " + i + ": " + text);
    }
    assertThat(faults.total()).isGreaterThan(20_000);
  }

  private void feed(String text, String where) {
    MarketRowParser rows = new MarketRowParser(faults);
    ListingParser.Fees fees = new ListingParser.Fees(0, 0);
    try {
      for (OrderParser parser : List.of(spot, futures)) {
        parser.orders(text);
        parser.trades(Listed.BTC, text);
        parser.balances(text);
        parser.wallets(text);
        parser.positions(text);
        parser.fundings(text);
      }
      for (ListingParser parser : List.of(spotListings, futuresListings)) {
        parser.listings(text, fees, 0);
        parser.fees(text);
        parser.margins(text, 0);
      }
      rows.klines(Listed.BTC, text);
      rows.aggTrades(Listed.BTC, text);
      rows.trades(Listed.BTC, text);
      rows.fundings(text);
      rows.days(text);
      rows.best(text);
      SocketAnswers.envelope(text);
      BinanceErrors.of(400, text, 0);
    } catch (RuntimeException e) {
      throw new AssertionError(where, e);
    }
  }
}
