package io.tradewind.venues.binance.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.order.ClientIds.Name;
import io.tradewind.venues.binance.order.ClientIds.Part;
import io.tradewind.venues.http.VenueRequest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our orders in the venue's words, to the letter, and what is refused before it is sent. */
class OrderWordsTest {
  private static final ClientIds IDS = new ClientIds(5);
  private final Listing spot = Sheets.listing(Market.SPOT);
  private final Listing futures = Sheets.listing(Market.PERP);

  /** Prices in cents of spot and dimes of futures, quantity one and a half. */
  private static OrderTerms terms(String text) {
    String[] words = text.split(" ");
    long[] n = new long[words.length];
    for (int i = 1; i < words.length; i++) {
      n[i] = Long.parseLong(words[i]);
    }
    return switch (words[0]) {
      case "limit", "ioc", "fok" -> new OrderTerms.Limit(n[1], false);
      case "post" -> new OrderTerms.Limit(n[1], true);
      case "stop" -> new OrderTerms.Stop(n[1]);
      case "stoplimit" -> new OrderTerms.StopLimit(n[1], n[2]);
      case "take" -> new OrderTerms.TakeProfit(n[1]);
      case "trail" ->
          new OrderTerms.TrailingStop(
              n.length > 3 ? OptionalLong.of(n[3]) : OptionalLong.empty(), n[1], n[2]);
      case "oco" -> new OrderTerms.Oco(n[1], n[2]);
      case "bracket" -> new OrderTerms.Bracket(new OrderTerms.Limit(n[1], false), n[2], n[3], 9);
      case "iceberg" -> new OrderTerms.Iceberg(n[1], n[2]);
      default -> new OrderTerms.Market();
    };
  }

  private static OrderIntent intent(Side side, OrderSize size, String text, boolean reduces) {
    TimeInForce time =
        text.startsWith("ioc")
            ? TimeInForce.IOC
            : text.startsWith("fok") ? TimeInForce.FOK : TimeInForce.GTC;
    return new OrderIntent(
        7, 0, 0, side, size, terms(text), time, reduces, OrderPurpose.SIGNAL_EXIT);
  }

  private static String text(Plan plan) {
    return switch (plan) {
      case Plan.Refused refused -> refused.reason().name();
      case Plan.Ready ready ->
          ready.steps().stream()
              .map(step -> text(step.request()))
              .collect(Collectors.joining(" + "));
    };
  }

  private static String text(VenueRequest request) {
    String name = request.path().replaceAll("^/f?api/v[0-9]/", "");
    return request.method()
        + " "
        + name
        + request.parameters().stream()
            .filter(p -> !p.name().equals("symbol") && !p.name().equals("newOrderRespType"))
            .map(p -> " " + p.name() + "=" + p.value())
            .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BUY  | market            | POST order side=BUY type=MARKET newClientOrderId=tw5_7_o0 quantity=1.5
          BUY  | limit 9900        | POST order side=BUY type=LIMIT newClientOrderId=tw5_7_o0 quantity=1.5 price=99 timeInForce=GTC
          SELL | ioc 9905          | POST order side=SELL type=LIMIT newClientOrderId=tw5_7_o0 quantity=1.5 price=99.05 timeInForce=IOC
          SELL | fok 9905          | POST order side=SELL type=LIMIT newClientOrderId=tw5_7_o0 quantity=1.5 price=99.05 timeInForce=FOK
          BUY  | post 9900         | POST order side=BUY type=LIMIT_MAKER newClientOrderId=tw5_7_o0 quantity=1.5 price=99
          SELL | stop 9500         | POST order side=SELL type=STOP_LOSS newClientOrderId=tw5_7_o0 quantity=1.5 stopPrice=95
          SELL | stoplimit 9500 9400 | POST order side=SELL type=STOP_LOSS_LIMIT newClientOrderId=tw5_7_o0 quantity=1.5 stopPrice=95 price=94 timeInForce=GTC
          SELL | take 11000        | POST order side=SELL type=TAKE_PROFIT newClientOrderId=tw5_7_o0 quantity=1.5 stopPrice=110
          SELL | trail 15000 11000 | POST order side=SELL type=TAKE_PROFIT newClientOrderId=tw5_7_o0 quantity=1.5 stopPrice=110 trailingDelta=150
          SELL | trail 15050 9900  | POST order side=SELL type=STOP_LOSS newClientOrderId=tw5_7_o0 quantity=1.5 trailingDelta=150
          SELL | trail 900 9900    | POST order side=SELL type=STOP_LOSS newClientOrderId=tw5_7_o0 quantity=1.5 trailingDelta=10
          SELL | trail 15000 11000 9500 | POST orderList/oco listClientOrderId=tw5_7_l0 side=SELL quantity=1.5 aboveType=TAKE_PROFIT aboveClientOrderId=tw5_7_t0 aboveStopPrice=110 aboveTrailingDelta=150 belowType=STOP_LOSS belowClientOrderId=tw5_7_s0 belowStopPrice=95
          SELL | oco 11000 9500    | POST orderList/oco listClientOrderId=tw5_7_l0 side=SELL quantity=1.5 aboveType=LIMIT_MAKER aboveClientOrderId=tw5_7_t0 abovePrice=110 belowType=STOP_LOSS belowClientOrderId=tw5_7_s0 belowStopPrice=95
          BUY  | oco 9500 11000    | POST orderList/oco listClientOrderId=tw5_7_l0 side=BUY quantity=1.5 belowType=LIMIT_MAKER belowClientOrderId=tw5_7_t0 belowPrice=95 aboveType=STOP_LOSS aboveClientOrderId=tw5_7_s0 aboveStopPrice=110
          BUY  | iceberg 9900 10000000 | POST order side=BUY type=LIMIT newClientOrderId=tw5_7_o0 quantity=1.5 price=99 icebergQty=0.1 timeInForce=GTC
          BUY  | bracket 9900 11000 9500 | POST orderList/otoco listClientOrderId=tw5_7_l0 workingSide=BUY workingType=LIMIT workingClientOrderId=tw5_7_o0 workingQuantity=1.5 workingPrice=99 workingTimeInForce=GTC pendingSide=SELL pendingQuantity=1.4985 pendingAboveType=LIMIT_MAKER pendingAboveClientOrderId=tw5_9_t0 pendingAbovePrice=110 pendingBelowType=STOP_LOSS pendingBelowClientOrderId=tw5_9_s0 pendingBelowStopPrice=95
          """)
  void spotInItsWords(Side side, String order, String expected) {
    OrderIntent intent = intent(side, new OrderSize.Base(150_000_000L), order, false);
    Slip slip = new Slip(spot, intent, OptionalLong.of(150_000_000L), OptionalLong.of(10_000), 0);
    // Parameters of the answer's form come before those of a list's parts.
    assertThat(text(new SpotDialect(IDS).place(slip))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BUY  | market            | POST order side=BUY type=MARKET quantity=1.5 reduceOnly=true newClientOrderId=tw5_7_o0
          BUY  | limit 990         | POST order side=BUY type=LIMIT timeInForce=GTC price=99 quantity=1.5 reduceOnly=true newClientOrderId=tw5_7_o0
          BUY  | post 990          | POST order side=BUY type=LIMIT timeInForce=GTX price=99 quantity=1.5 reduceOnly=true newClientOrderId=tw5_7_o0
          SELL | stop 950          | POST algoOrder algoType=CONDITIONAL side=SELL type=STOP_MARKET clientAlgoId=tw5_7_o0 triggerPrice=95 quantity=1.5 reduceOnly=true
          SELL | stoplimit 950 940 | POST algoOrder algoType=CONDITIONAL side=SELL type=STOP clientAlgoId=tw5_7_o0 triggerPrice=95 price=94 timeInForce=GTC quantity=1.5 reduceOnly=true
          SELL | take 1100         | POST algoOrder algoType=CONDITIONAL side=SELL type=TAKE_PROFIT_MARKET clientAlgoId=tw5_7_o0 triggerPrice=110 quantity=1.5 reduceOnly=true
          SELL | trail 15999 1100  | POST algoOrder algoType=CONDITIONAL side=SELL type=TRAILING_STOP_MARKET clientAlgoId=tw5_7_o0 activatePrice=110 callbackRate=1.5 quantity=1.5 reduceOnly=true
          SELL | trail 15000 990   | POST algoOrder algoType=CONDITIONAL side=SELL type=TRAILING_STOP_MARKET clientAlgoId=tw5_7_o0 callbackRate=1.5 quantity=1.5 reduceOnly=true
          SELL | oco 1100 950      | POST algoOrder algoType=CONDITIONAL side=SELL type=STOP_MARKET clientAlgoId=tw5_7_s0 triggerPrice=95 quantity=1.5 reduceOnly=true + POST order side=SELL type=LIMIT timeInForce=GTC price=110 quantity=1.5 reduceOnly=true newClientOrderId=tw5_7_t0
          BUY  | bracket 990 1100 950 | POST order side=BUY type=LIMIT timeInForce=GTC price=99 quantity=1.5 reduceOnly=true newClientOrderId=tw5_7_o0
          BUY  | iceberg 990 100   | UNSUPPORTED_TYPE
          """)
  void futuresInTheirWords(Side side, String order, String expected) {
    OrderIntent intent = intent(side, new OrderSize.Base(1_500), order, true);
    Slip slip = new Slip(futures, intent, OptionalLong.of(1_500), OptionalLong.of(1_000), 0);
    assertThat(text(new FuturesDialect(IDS).place(slip))).isEqualTo(expected);
  }

  @Test
  void aPositionIsClosedByTheVenueOrBySize() {
    OrderIntent stop = intent(Side.SELL, new OrderSize.Position(), "stop 950", true);
    Slip slip = new Slip(futures, stop, OptionalLong.empty(), OptionalLong.empty(), 0);
    assertThat(text(new FuturesDialect(IDS).place(slip)))
        .endsWith("triggerPrice=95 closePosition=true");
    OrderIntent sum = intent(Side.BUY, new OrderSize.Budget(12_345_000_000L), "market", false);
    Slip budget = new Slip(spot, sum, OptionalLong.empty(), OptionalLong.empty(), 0);
    assertThat(text(new SpotDialect(IDS).place(budget))).endsWith("quoteOrderQty=123.45");
  }

  /** What is found before it is sent; the market pays 100, empty is fine. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SPOT | limit 9900          | 1500000000  |
          SPOT | limit 9900          | 1500000001  | QTY_OFF_LOT
          SPOT | limit 9900          | 90000       | QTY_TOO_SMALL
          SPOT | limit 9900          | 900000010000 | QTY_TOO_LARGE
          SPOT | market              | 10000010000 | QTY_TOO_LARGE
          SPOT | limit 9900          | 5000000     | NOTIONAL_TOO_SMALL
          SPOT | market              | 4990000     | NOTIONAL_TOO_SMALL
          SPOT | limit 49000         | 20000000000 | NOTIONAL_TOO_LARGE
          SPOT | limit 50001         | 100000000   | PRICE_OUT_OF_RANGE
          SPOT | limit 1999          | 100000000   | PRICE_OUT_OF_RANGE
          SPOT | limit 1000000001    | 100000000   | PRICE_OUT_OF_RANGE
          SPOT | oco 9000 11000      | 100000000   |
          SPOT | oco 11000 9000      | 100000000   | LEGS_CROSSED
          SPOT | iceberg 9900 1      | 100000000   | QTY_OFF_LOT
          SPOT | iceberg 9900 200000000 | 100000000 | UNSUPPORTED_TYPE
          PERP | limit 9900          | 1000        |
          PERP | limit 10501         | 1000        | PRICE_OUT_OF_RANGE
          PERP | limit 5600          | 1000        |
          PERP | limit 5000          | 1000        | PRICE_OUT_OF_RANGE
          PERP | limit 9900          | 50          | NOTIONAL_TOO_SMALL
          PERP | market              | 120001      | QTY_TOO_LARGE
          PERP | iceberg 9900 100    | 1000        | UNSUPPORTED_TYPE
          """)
  void filtersBeforeItIsSent(Market market, String order, long qty, String expected) {
    Listing listing = market == Market.SPOT ? spot : futures;
    OrderIntent intent = intent(Side.BUY, new OrderSize.Base(qty), order, false);
    OrderFilters filters = new OrderFilters(listing, OptionalLong.of(10_000));
    assertThat(filters.check(intent, OptionalLong.of(qty)).map(Enum::name))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void pricesAreOnTheTickAndMarketsOpen() {
    Listing coarse =
        new Listing(
            spot.instrument(),
            new io.tradewind.venues.binance.model.SymbolFilters(
                new io.tradewind.venues.binance.model.SymbolFilters.Steps(1, 1_000_000, 5),
                spot.filters().lot(),
                spot.filters().marketLot(),
                spot.filters().notional(),
                spot.filters().bands(),
                spot.filters().trailing()),
            "TRADING",
            spot.orderTypes());
    Listing halted = new Listing(spot.instrument(), spot.filters(), "HALT", spot.orderTypes());
    OrderIntent off = intent(Side.BUY, new OrderSize.Base(100_000_000L), "limit 9902", false);
    assertThat(
            new OrderFilters(coarse, OptionalLong.empty())
                .check(off, OptionalLong.of(100_000_000L))
                .map(Enum::name))
        .contains("PRICE_OFF_TICK");
    assertThat(
            new OrderFilters(halted, OptionalLong.empty())
                .check(off, OptionalLong.of(100_000_000L)))
        .as("it was halted when it was listed, and may be traded by now")
        .isEmpty();
  }

  /** A name leads back to its order, is unique, and keeps to both markets' pattern. */
  @Test
  void namesLeadBack() {
    SplitMix random = new SplitMix(3);
    for (int i = 0; i < 20_000; i++) {
      long session = random.nextLong() >>> (1 + random.nextInt(62));
      long order = 1 + (random.nextLong() >>> (2 + random.nextInt(60)));
      Part part = Part.values()[random.nextInt(Part.values().length)];
      Name name = new Name(order, part, random.nextInt(46_656));
      ClientIds ids = new ClientIds(session);
      String text = ids.text(name.orderId(), name.part(), name.revision());
      assertThat(text).as("round %s", i).matches("[a-zA-Z0-9_-]{1,36}");
      assertThat(ids.parse(text)).as(text).contains(name);
      assertThat(new ClientIds(session + 1).parse(text)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "x",
    "tw5_7_o",
    "tw5_7_x0",
    "tw5_0_o0",
    "tw5_07_o0",
    "tw5_7_o00",
    "tw05_7_o0",
    "tw6_7_o0",
    "tw5_zzzzzzzzzzzzz_o0",
    "web_1234",
    "autoclose-1596107620040000020"
  })
  void otherNamesAreNotOurs(String text) {
    assertThat(IDS.parse(text)).isEmpty();
  }
}
