package io.tradewind.simulation.exchange.futures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders by type and time in force, filters, reduce only, changes; see Scene. */
class FuturesOrdersTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 1@100                                   => a1 new
          ask 1@100; A buy a1 1@100                        => a1 new, a1 1@100 filled
          ask 1@99; A buy a1 1@100                         => a1 new, a1 1@99 filled
          B sell b1 1@100; A buy a1 3@100                  => a1 new, a1 1@100, b1 1@100 filled
          ask 1@100; ask 1@101; A buy a1 2 market          => a1 new, a1 1@100, a1 1@101 filled
          ask 1@100; A buy a1 3@100 ioc                    => a1 new, a1 1@100, a1 UNFILLED_IOC_QUANTITY
          A buy a1 3@100 ioc                               => a1 new, a1 UNFILLED_IOC_QUANTITY
          ask 1@100; A buy a1 2 market                     => a1 new, a1 1@100, a1 UNFILLED_MARKET_QUANTITY
          A buy a1 2 market                                => a1 new, a1 UNFILLED_MARKET_QUANTITY
          ask 1@100; A buy a1 2@100 fok                    => refused FOK_NOT_FILLABLE
          ask 2@100; A buy a1 2@100 fok                    => a1 new, a1 2@100 filled
          ask 1@100; A buy a1 1@100 gtx                    => refused GTX_WOULD_TAKE
          ask 1@100; A buy a1 1@99.99 gtx                  => a1 new
          bid 1@100; A sell a1 1@100 gtx                   => refused GTX_WOULD_TAKE
          A buy a1 1@100 gtd=600                           => refused GOOD_TILL_DATE_TOO_EARLY
          A buy a1 1@100 gtd=601                           => a1 new
          A buy a1 1@100 gtd=601; wait 600                 => ''
          A buy a1 1@100 gtd=601; wait 601                 => a1 GOOD_TILL_DATE
          A buy a1 1@100; A buy a1 1@99                    => refused DUPLICATE_CLIENT_ORDER_ID
          A buy a1 1@100; A cancel a1; A buy a1 1@99       => a1 new
          A buy a1 1@100; A cancel a1                      => a1 canceled
          A cancel a1                                      => refused UNKNOWN_ORDER
          A buy a1 1@100; A buy a2 1@99; A cancelall       => a1 canceled, a2 canceled
          A sell a1 1@100; A buy a2 1@100                  => a2 new, a1 SELF_TRADE
          A sell a1 1@100; A buy a2 1@100 stp=expire_taker => a2 new, a2 SELF_TRADE
          A sell a1 1@100; A buy a2 1@100 stp=expire_both  => a2 new, a2 SELF_TRADE, a1 SELF_TRADE
          A sell a1 1@100; A buy a2 1@100 stp=none         => a2 new, a2 1@100 filled, a1 1@100 filled
          A buy a1 1@100 stp=decrement                     => refused SELF_TRADE_MODE_NOT_ALLOWED
          A buy a1 1@100 long                              => refused POSITION_SIDE_MISMATCH
          A hedge on                                       => refused HEDGE_MODE_NOT_SUPPORTED
          A hedge off                                      => refused POSITION_MODE_UNCHANGED
          halt; A buy a1 1@100                             => refused SYMBOL_NOT_TRADING
          A buy a1 1@100; halt; A cancel a1                => a1 canceled
          A buy a1 1@100; A countdown 60; wait 59          => ''
          A buy a1 1@100; A countdown 60; wait 60          => a1 canceled
          A buy a1 1@100; A countdown 60; A countdown 90; wait 89 => ''
          A buy a1 1@100; A countdown 60; A countdown 0; wait 90  => ''
          """)
  void anOrderIsTaken(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 0.01@100          => refused QTY_BELOW_MIN
          A buy a1 101@100           => refused QTY_ABOVE_MAX
          A buy a1 1.005@100         => refused QTY_NOT_ON_STEP
          A buy a1 51 market         => refused QTY_ABOVE_MAX
          A buy a1 50@100            => a1 new
          A buy a1 1@9               => refused PRICE_BELOW_MIN
          A buy a1 1@2000            => refused PRICE_ABOVE_MAX
          A buy a1 1@100.05          => refused PRICE_NOT_ON_TICK
          A buy a1 1@105             => a1 new
          A buy a1 1@105.1           => refused PRICE_ABOVE_BAND
          A sell a1 1@105.1          => a1 new
          A sell a1 1@95             => a1 new
          A sell a1 1@94.9           => refused PRICE_BELOW_BAND
          A buy a1 1@94.9            => a1 new
          mark 101; A buy a1 1@106   => a1 new
          ask 1@105.1; A buy a1 1 market => refused COUNTER_PRICE_OUT_OF_BAND
          ask 1@105; A buy a1 1 market   => a1 new, a1 1@105 filled
          A buy a1 0.49@100          => refused NOTIONAL_TOO_SMALL
          A buy a1 0.5@100           => a1 new
          A buy a1 0.49 market       => refused NOTIONAL_TOO_SMALL
          A buy a1 0.5@99.9          => refused NOTIONAL_TOO_SMALL
          ask 1@100; A buy a0 1@100; A sell a1 0.05@101 ro => a1 new
          A buy a1 1@99; A buy a2 1@99; A buy a3 1@99 => refused TOO_MANY_ORDERS
          A buy a1 1@99; A buy a2 1@99; B buy b3 1@99 => b3 new
          """)
  void anOrderPassesTheFilters(String commands, String outcome) {
    FuturesListing.Filters narrow =
        new FuturesListing.Filters(
            new Filter.Price(Contracts.e8("10"), Contracts.e8("1000"), Contracts.e8("0.1")),
            new Filter.Lot(Contracts.e8("0.02"), Contracts.e8("100"), Contracts.e8("0.01")),
            new Filter.MarketLot(Contracts.e8("0.02"), Contracts.e8("50"), Contracts.e8("0.01")),
            Contracts.e8("50"),
            new FuturesListing.Band(Contracts.e8("1.05"), Contracts.e8("0.95")),
            2);
    assertThat(new Scene(FeeRates.NONE, narrow).play(commands)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 1@100 ro                                                   => refused REDUCE_ONLY_REJECTED
          ask 2@100; A buy a1 2@100; A buy a2 1@100 ro                        => refused REDUCE_ONLY_REJECTED
          ask 2@100; A buy a1 2@100; A sell a2 1@110 ro                       => a2 new
          ask 2@100; A buy a1 2@100; A sell a2 5@110 ro                       => a2 new
          ask 2@100; A buy a1 2@100; bid 9@99; A sell a2 5 market ro          => a2 new, a2 2@99 gains -2, a2 REDUCE_ONLY
          ask 2@100; A buy a1 2@100; bid 1@99; A sell a2 5@99 ro              => a2 new, a2 1@99 gains -1
          ask 2@100; A buy a1 2@100; bid 1@99; A sell a2 5@99 ro; bid 9@99    => a2 1@99 gains -1, a2 REDUCE_ONLY
          ask 2@100; A buy a1 2@100; A sell a2 5@110 ro; bid 9@110            => a2 2@110 gains 20, a2 REDUCE_ONLY
          ask 2@100; A buy a1 2@100; A sell a2 2@110 ro; A sell a3 2@111 ro; bid 3@111 => a3 REDUCE_ONLY, a2 2@110 gains 20 filled
          ask 2@100; A buy a1 2@100; A sell a2 2@110 ro; A sell a3 2@111 ro; bid 1@110; bid 3@111 => a3 REDUCE_ONLY, a2 1@110 gains 10 filled
          ask 2@100; A buy a1 2@100; A sell a2 1@110; A sell a3 2@111 ro; bid 3@111 => a2 1@110 gains 10 filled, a3 1@111 gains 11, a3 REDUCE_ONLY
          ask 2@100; A buy a1 2@100; A sell a3 2@111 ro; bid 2@99; A sell a4 2 market => a4 new, a4 2@99 gains -2 filled, a3 REDUCE_ONLY
          ask 2@100; A buy a1 2@100; A sell a3 2@111 ro; bid 9@99; A sell a4 5 market => a4 new, a4 5@99 gains -2 filled, a3 REDUCE_ONLY
          ask 2@100; A buy a1 2@100; bid 1@99; A sell a2 5@99 fok ro          => refused FOK_NOT_FILLABLE
          ask 2@100; A buy a1 2@100; A sell a2 3@110 ro; B buy b1 3@110 fok   => refused FOK_NOT_FILLABLE
          """)
  void anOrderThatReducesNeverOpens(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 1@100; A modify a1 2@100                               => a1 amended 2@100
          A buy a1 1@100; A modify a1 1@100                               => refused MODIFY_CHANGES_NOTHING
          A modify a1 1@100                                               => refused NO_SUCH_ORDER
          A buy a1 1@100; A cancel a1; A modify a1 2@100                  => refused NO_SUCH_ORDER
          A buy a1 2@100; B sell b1 1@100; A modify a1 1@100              => a1 canceled
          A buy a1 2@100; B sell b1 1@100; A modify a1 3@100              => a1 amended 3@100
          ask 1@101; A buy a1 2@100; A modify a1 2@101                    => a1 amended 2@101, a1 1@101
          ask 1@101; A buy a1 2@100 gtx; A modify a1 2@101                => a1 amended 2@101, a1 canceled
          ask 1@100; B buy b0 1@100; B sell b1 1@101 ro; B sell b2 1@101 ro; A buy a1 2@100 gtx; A modify a1 2@101 => a1 amended 2@101, a1 canceled
          A buy a1 2@100; B buy b1 1@100; A modify a1 1@100; C sell c1 1@100 => c1 new, c1 1@100 filled, b1 1@100 filled
          A buy a1 1@100; A modify a1 1.0005@100                          => refused QTY_NOT_ON_STEP
          A buy a1 1@100; A modify a1 1@151                               => refused PRICE_ABOVE_BAND
          A buy a1 1@100; A modify a1 0.04@100                            => refused NOTIONAL_TOO_SMALL
          A buy a1 1000@100; A modify a1 2000@100                         => a1 amended 2000@100
          A buy a1 1000@100; A modify a1 2001@100                         => refused MARGIN_INSUFFICIENT
          """)
  void anOrderIsChanged(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 0.0001@160.005                             => refused QTY_BELOW_MIN
          A buy a1 0.0015@160.005                             => refused QTY_NOT_ON_STEP
          A buy a1 0.001@160.005                              => refused PRICE_NOT_ON_TICK
          A buy a1 0.001@160                                  => refused PRICE_ABOVE_BAND
          A buy a1 0.001@100 gtd=1                            => refused NOTIONAL_TOO_SMALL
          mark 900000; X buy x 100000@900000                  => refused NOTIONAL_OVERFLOW
          A buy a1 0.001@100 ro                               => refused REDUCE_ONLY_REJECTED
          A buy a1 1@99; A buy a1 3000@100                    => refused DUPLICATE_CLIENT_ORDER_ID
          A lev 75; A buy a1 3000@100                         => refused POSITION_LIMIT_AT_LEVERAGE
          ask 1@100; A buy a1 3000@100 gtx                    => refused MARGIN_INSUFFICIENT
          ask 1@100; A buy a1 3000@100 fok                    => refused MARGIN_INSUFFICIENT
          """)
  void theFirstFaultIsTold(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }
}
