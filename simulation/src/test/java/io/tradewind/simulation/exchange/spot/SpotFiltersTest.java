package io.tradewind.simulation.exchange.spot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.Filter.Counted;
import io.tradewind.simulation.exchange.Filter.Scope;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is just taken and what is just not, by filter; see Scene. In words, a filter is its record's
 * values.
 */
class SpotFiltersTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          price 90 110 0.5     => A buy a1 1@90            => ok
          price 90 110 0.5     => A buy a1 1@89.5          => PRICE_FILTER
          price 90 110 0.5     => A buy a1 1@110           => ok
          price 90 110 0.5     => A buy a1 1@110.5         => PRICE_FILTER
          price 90 110 0.5     => A buy a1 1@100.5         => ok
          price 90 110 0.5     => A buy a1 1@100.4         => PRICE_FILTER
          price 0 0 0          => A buy a1 1@0.00000001    => ok
          price 90 110 0.5     => A sell a1 1@95 stop=89.5 => PRICE_FILTER
          price 90 110 0.5     => A sell a1 1 stop=90.2    => PRICE_FILTER
          price 90 110 0.5     => A sell a1 1 stop=90.5    => ok
          lot 0.1 5 0.1        => A buy a1 0.1@100         => ok
          lot 0.1 5 0.1        => A buy a1 0.05@100        => LOT_SIZE
          lot 0.1 5 0.1        => A buy a1 5@100           => ok
          lot 0.1 5 0.1        => A buy a1 5.1@100         => LOT_SIZE
          lot 0.1 5 0.1        => A buy a1 0.15@100        => LOT_SIZE
          lot 0.1 5 0.1        => A buy a1 5.1 market      => LOT_SIZE
          lot 0.1 5 0.1        => A buy a1 1@100 show=0.1  => ok
          lot 0.1 5 0.1        => A buy a1 1@100 show=0.15 => LOT_SIZE
          market 0.1 2 0.1     => A buy a1 2 market        => ok
          market 0.1 2 0.1     => A buy a1 2.1 market      => MARKET_LOT_SIZE
          market 0.1 2 0.1     => A buy a1 0.15 market     => MARKET_LOT_SIZE
          market 0.1 2 0.1     => A buy a1 3@100           => ok
          notional 10 1000 y y => A buy a1 0.1@100         => ok
          notional 10 1000 y y => A buy a1 0.09@100        => NOTIONAL
          notional 10 1000 y y => A buy a1 10@100          => ok
          notional 10 1000 y y => A buy a1 10.01@100       => NOTIONAL
          notional 10 1000 y y => last 100; A buy a1 0.1 market  => ok
          notional 10 1000 y y => last 100; A buy a1 0.09 market => NOTIONAL
          notional 10 1000 n y => last 100; A buy a1 0.09 market => ok
          notional 10 1000 y y => last 100; A buy a1 10.01 market => NOTIONAL
          notional 10 1000 y n => last 100; A buy a1 10.01 market => ok
          notional 10 1000 y y => last 100; A sell a1 0.09 stop=90 => NOTIONAL
          notional 10 1000 y y => B sell b1 9@100; A buy a1 0 quote=10 => ok
          notional 10 1000 y y => A buy a1 0 quote=9.99    => NOTIONAL
          notional 10 1000 y y => last 100; minutes 4; last 300; A buy a1 0.05 market => ok
          notional 10 1000 y y => last 100; minutes 4; last 300; A buy a1 0.04 market => NOTIONAL
          notional 10 1000 y y => last 100; minutes 6; last 300; A buy a1 0.04 market => ok
          percent 2 0.5 3 0.4  => last 100; A buy a1 1@200      => ok
          percent 2 0.5 3 0.4  => last 100; A buy a1 1@200.01   => PERCENT_PRICE_BY_SIDE
          percent 2 0.5 3 0.4  => last 100; A buy a1 1@50       => ok
          percent 2 0.5 3 0.4  => last 100; A buy a1 1@49.99    => PERCENT_PRICE_BY_SIDE
          percent 2 0.5 3 0.4  => last 100; A sell a1 1@300     => ok
          percent 2 0.5 3 0.4  => last 100; A sell a1 1@300.01  => PERCENT_PRICE_BY_SIDE
          percent 2 0.5 3 0.4  => last 100; A sell a1 1@40      => ok
          percent 2 0.5 3 0.4  => last 100; A sell a1 1@39.99   => PERCENT_PRICE_BY_SIDE
          percent 2 0.5 3 0.4  => A buy a1 1@900                => ok
          parts 4              => A buy a1 4@100 show=1         => ok
          parts 4              => A buy a1 4.1@100 show=1       => ICEBERG_PARTS
          trailing 10 200 20 300 => A buy a1 1 trail=200        => ok
          trailing 10 200 20 300 => A buy a1 1 trail=201        => TRAILING_DELTA
          trailing 10 200 20 300 => A buy a1 1 trail=10         => ok
          trailing 10 200 20 300 => A buy a1 1 trail=9          => TRAILING_DELTA
          trailing 10 200 20 300 => A sell a1 1 trail=300       => ok
          trailing 10 200 20 300 => A sell a1 1 trail=301       => TRAILING_DELTA
          trailing 10 200 20 300 => A sell a1 1 trail=19        => TRAILING_DELTA
          trailing 10 200 20 300 => A sell a1 1 profit=101 trail=15 => ok
          position 102         => A buy a1 2@100                => ok
          position 102         => A buy a1 2.01@100             => MAX_POSITION
          position 102         => A buy a0 1@100; A buy a1 1.01@100  => MAX_POSITION
          position 102         => A sell a0 50@100; A buy a1 2.01@99 => MAX_POSITION
          position 50          => A sell a1 1@100               => ok
          orders 2             => A buy a0 1@90; A buy a1 1@90  => ok
          orders 2             => A buy a0 1@90; A sell a9 1 stop=80; A buy a1 1@90 => MAX_NUM_ORDERS
          orders 2             => B buy b0 1@90; B buy b1 1@90; A buy a1 1@90       => ok
          orders 1             => last 100; A oco l | sell a2 1@110 maker | sell a1 1 stop=90 => MAX_NUM_ORDERS
          algos 1              => A sell a1 1 stop=90           => ok
          algos 1              => A sell a0 1 stop=90; A sell a1 1 stop=90 => MAX_NUM_ALGO_ORDERS
          algos 1              => A sell a0 1 stop=90; A buy a1 1@90       => ok
          icebergs 1           => A buy a0 1@90 show=0.5; A buy a1 1@90 show=0.5 => MAX_NUM_ICEBERG_ORDERS
          icebergs 1           => A buy a0 1@90 show=0.5; A buy a1 1@90          => ok
          lists 1              => A oto l | buy a0 1@90 | sell a2 1@99; A oto k | buy a1 1@90 | sell a3 1@99 => MAX_NUM_ORDER_LISTS
          amends 1             => A buy a0 3@90; A amend a0 2 a1                 => ok
          amends 1             => A buy a0 3@90; A amend a0 2 a2; A amend a2 1 a1 => MAX_NUM_ORDER_AMENDS
          lot 0.1 5 0.1        => A buy a0 3@90; A amend a0 1.95 a1              => LOT_SIZE
          notional 90 0 y y    => A buy a0 3@90; A amend a0 1 a1                 => ok
          notional 91 0 y y    => A buy a0 3@90; A amend a0 1 a1                 => NOTIONAL
          """)
  void aFilterIsPassedOrNamed(String words, String commands, String outcome) {
    String told =
        new Scene(List.of(filter(words.trim().split(" +"))), FeeRates.NONE).play(commands);
    if (outcome.equals("ok")) {
      assertThat(told).startsWith("a1 ");
    } else {
      assertThat(told).isEqualTo("refused " + outcome);
    }
  }

  private static Filter filter(String[] words) {
    return switch (words[0]) {
      case "price" -> new Filter.Price(e8(words, 1), e8(words, 2), e8(words, 3));
      case "lot" -> new Filter.Lot(e8(words, 1), e8(words, 2), e8(words, 3));
      case "market" -> new Filter.MarketLot(e8(words, 1), e8(words, 2), e8(words, 3));
      case "notional" ->
          new Filter.Notional(
              e8(words, 1), e8(words, 2), words[3].equals("y"), words[4].equals("y"), 5);
      case "percent" ->
          new Filter.PercentPriceBySide(e8(words, 1), e8(words, 2), e8(words, 3), e8(words, 4), 5);
      case "parts" -> new Filter.IcebergParts(number(words, 1));
      case "trailing" ->
          new Filter.TrailingDelta(
              number(words, 1), number(words, 2), number(words, 3), number(words, 4));
      case "position" -> new Filter.MaxPosition(e8(words, 1));
      case "orders" -> new Filter.MaxOpen(Counted.ORDERS, Scope.SYMBOL, number(words, 1));
      case "algos" -> new Filter.MaxOpen(Counted.ALGO_ORDERS, Scope.SYMBOL, number(words, 1));
      case "icebergs" -> new Filter.MaxOpen(Counted.ICEBERG_ORDERS, Scope.SYMBOL, number(words, 1));
      case "lists" -> new Filter.MaxOpen(Counted.ORDER_LISTS, Scope.SYMBOL, number(words, 1));
      case "amends" -> new Filter.MaxAmends(number(words, 1));
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private static long e8(String[] words, int at) {
    return Scene.e8(words[at]);
  }

  private static int number(String[] words, int at) {
    return Integer.parseInt(words[at]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          buy a1 1@100                  => ok
          buy a1 1 market               => TYPE_NOT_SUPPORTED
          sell a1 1 stop=90             => ok
          sell a1 1 stop=90 trail=100   => TRAILING_NOT_SUPPORTED
          sell a1 1@95 show=0.5         => ICEBERG_NOT_SUPPORTED
          buy a1 1@100 stp=expire_both  => ok
          buy a1 1@100 stp=decrement    => SELF_TRADE_MODE_NOT_ALLOWED
          """)
  void aListingSaysWhatOrdersItHas(String command, String outcome) {
    Scene scene = new Scene();
    scene.exchange.list(
        new Listing(
            "POOR",
            "BTC",
            "USDT",
            ListingStatus.TRADING,
            new Listing.Allowed(
                List.of(OrderType.LIMIT, OrderType.STOP_LOSS),
                List.of(),
                List.of(SelfTradeMode.NONE, SelfTradeMode.EXPIRE_BOTH),
                SelfTradeMode.NONE),
            List.of(),
            FeeRates.NONE));
    NewOrder order = Scene.parse(command.split(" +"));
    Result<Answer.Placed> result =
        scene.exchange.place(
            0,
            new NewOrder(
                "POOR",
                order.clientOrderId(),
                order.side(),
                order.terms(),
                order.selfTradeMode(),
                order.strategy()),
            1_000);
    assertThat(result)
        .isEqualTo(
            outcome.equals("ok") ? result : new Result.Refused<>(RefusalReason.valueOf(outcome)));
    assertThat(result instanceof Result.Done<Answer.Placed>).isEqualTo(outcome.equals("ok"));
  }

  @Test
  void theExchangeCountsOverAllSymbols() {
    SpotExchange exchange =
        new SpotExchange(
            new SpotWitness(0), List.of(new Filter.MaxOpen(Counted.ORDERS, Scope.EXCHANGE, 2)));
    exchange.openAccount(0, Account.Terms.UNLIMITED);
    for (String symbol : List.of("S1", "S2")) {
      exchange.list(
          new Listing(
              symbol,
              symbol,
              "USDT",
              ListingStatus.TRADING,
              Listing.Allowed.everything(),
              List.of(),
              FeeRates.NONE));
    }
    OrderTerms terms = new OrderTerms.LimitMaker(Scene.e8("1"), Scene.e8("1"));
    assertThat(
            Stream.of("S1", "S2", "S1")
                .map(symbol -> exchange.place(0, new NewOrder(symbol, "a", Side.BUY, terms), 1))
                .map(result -> result instanceof Result.Done<Answer.Placed>))
        .containsExactly(true, true, false);
  }
}
