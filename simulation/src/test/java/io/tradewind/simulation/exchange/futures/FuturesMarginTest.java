package io.tradewind.simulation.exchange.futures;

import static io.tradewind.simulation.exchange.futures.Contracts.e8;
import static io.tradewind.simulation.exchange.futures.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Positions, margins, leverage, margin types, wallets; see Scene. */
class FuturesMarginTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 2@100; bid 9@90                                      => 0@0       : 10000
          ask 9@100; A buy a1 2@100                                     => 2@100     : 10000
          ask 1@100; ask 2@103; A buy a1 3@103                          => 3@102     : 10000
          ask 1@100; ask 2@101; A buy a1 3@101                          => 3@100.66666666 : 10000
          bid 9@100; A sell a1 2@100                                    => -2@100    : 10000
          ask 9@100; A buy a1 2@100; bid 9@99; A sell a2 1@99           => 1@100     : 9999
          ask 9@100; A buy a1 2@100; bid 9@99; A sell a2 2@99           => 0@0       : 9998
          ask 9@100; A buy a1 2@100; bid 9@99; A sell a2 5@99           => -3@99     : 9998
          ask 1@100; ask 2@101; A buy a1 3@101; bid 9@101; A sell a2 1@101 => 2@100.66666666 : 10000.33333333
          bid 9@100; A sell a1 2@100; ask 9@95; A buy a2 5@95           => 3@95      : 10010
          """)
  void positionsAreBuiltAndClosed(String commands, String expected) {
    Scene scene = new Scene();
    scene.play(commands);
    assertThat(scene.held("A") + " : " + text(scene.asset("A").walletE8()))
        .isEqualTo(expected.replaceAll(" +:", " :"));
  }

  /** The samples of Binance's pages for position information: 30 ADA at leverage 20. */
  @Test
  void aPositionIsValuedAsBinanceDoes() {
    FuturesListing.Filters filters = Contracts.wide();
    FuturesListing.Filters fine =
        new FuturesListing.Filters(
            new Filter.Price(1, 0, 1),
            filters.lot(),
            filters.marketLot(),
            filters.minNotionalE8(),
            filters.band(),
            200);
    Scene scene = new Scene(new FeeRates(200, 400), fine);
    scene.play("mark 0.385; A buy a1 30@0.385; X sell x 30@0.385; mark 0.41047590");
    PositionView held = scene.position("A");
    assertThat(text(held.entryPriceE8())).isEqualTo("0.385");
    assertThat(text(held.breakEvenPriceE8())).isEqualTo("0.385077");
    assertThat(text(held.notionalE8())).isEqualTo("12.314277");
    assertThat(text(held.unrealisedE8())).isEqualTo("0.764277");
    assertThat(text(held.margin().positionE8())).isEqualTo("0.61571385");
    assertThat(text(held.margin().maintenanceE8())).isEqualTo("0.0800428");
    assertThat(text(scene.asset("A").walletE8())).isEqualTo("9999.99769");
  }

  /** Short and long, with what was realised on the way. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          ask 9@100; A buy a1 2@100                           => 100.04
          bid 9@100; A sell a1 2@100                          => 99.96
          ask 9@100; A buy a1 2@100; bid 9@90; A sell a2 1@90 => 110.116
          ask 9@100; A buy a1 2@100; bid 9@90; A sell a2 3@90 => 89.964
          """)
  void breakEvenCountsWhatWasPaid(String commands, String price) {
    Scene scene = new Scene(new FeeRates(200, 400), Contracts.wide());
    scene.play(commands);
    assertThat(text(scene.position("A").breakEvenPriceE8())).isEqualTo(price);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 10@90                                              => 0, 45, 9955
          A buy a1 10@90; A buy a2 10@80                              => 0, 85, 9915
          A buy a1 10@90; A sell a2 10@120                            => 0, 60, 9940
          A buy a1 10@90; A sell a2 5@120                             => 0, 45, 9955
          ask 10@100; A buy a1 10@100                                 => 50, 0, 9950
          ask 10@100; A buy a1 10@100; A buy a2 10@90                 => 50, 45, 9905
          ask 10@100; A buy a1 10@100; A sell a2 10@110               => 50, 0, 9950
          ask 10@100; A buy a1 10@100; A sell a2 30@110               => 50, 65, 9885
          ask 10@100; A buy a1 10@100; A sell a2 10@110 ro            => 50, 0, 9950
          ask 10@100; A buy a1 10@100; A algo sell s1 99 stop=90      => 50, 0, 9950
          ask 10@100; A buy a1 10@100; mark 110                       => 55, 0, 10045
          ask 10@100; A buy a1 10@100; mark 90                        => 45, 0, 9855
          ask 10@100; A buy a1 10@100; A lev 10                       => 100, 0, 9900
          A buy a1 10@90; A lev 10                                    => 0, 90, 9910
          A isolated; ask 10@100; A buy a1 10@100                     => 50, 0, 9950
          A isolated; ask 10@100; A buy a1 10@100; mark 96            => 48, 0, 9950
          A isolated; ask 10@100; A buy a1 10@100; A buy a2 10@90     => 50, 45, 9905
          A isolated; ask 10@100; A buy a1 10@100; A margin 100       => 50, 0, 9850
          A isolated; ask 10@100; A buy a1 10@100; bid 9@110; A sell a2 5@110 => 25, 0, 10025
          """)
  void marginIsTaken(String commands, String expected) {
    Scene scene = new Scene();
    scene.play(commands);
    PositionView held = scene.position("A");
    AssetView asset = scene.asset("A");
    String actual =
        text(held.margin().positionE8())
            + ", "
            + text(held.margin().openOrderE8())
            + ", "
            + text(asset.availableE8());
    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 2000@100                                               => a1 new
          A buy a1 2000.01@100                                            => refused MARGIN_INSUFFICIENT
          A buy a1 1000@100; A buy a2 1000.01@100                         => refused MARGIN_INSUFFICIENT
          A buy a1 2000@100; A sell a2 2000@100                           => a2 new, a1 SELF_TRADE
          A buy a1 2000@99; A sell a2 1980@100                            => a2 new
          A buy a1 2000@99; A sell a2 2000.01@100                         => refused MARGIN_INSUFFICIENT
          A buy a1 1000@110                                               => refused MARGIN_INSUFFICIENT
          A buy a1 645@110                                                => a1 new
          A buy a1 646@110                                                => refused MARGIN_INSUFFICIENT
          A sell a1 1000@90                                               => refused MARGIN_INSUFFICIENT
          ask 5000@100; A buy a1 2000 market                              => a1 new, a1 2000@100 filled
          ask 5000@100; A buy a1 2001 market                              => refused MARGIN_INSUFFICIENT
          ask 1000@100; A buy a1 2001 market                              => a1 new, a1 1000@100, a1 UNFILLED_MARKET_QUANTITY
          ask 2000@100; A buy a1 2000@100; A sell a2 4000@100             => a2 new
          ask 2000@100; A buy a1 2000@100; A sell a2 4001@100             => refused MARGIN_INSUFFICIENT
          A lev 75; A buy a1 100@100                                      => a1 new
          A lev 75; A buy a1 100.1@100                                    => refused POSITION_LIMIT_AT_LEVERAGE
          A lev 51; A buy a1 100.1@100                                    => refused POSITION_LIMIT_AT_LEVERAGE
          A lev 50; A buy a1 100.1@100                                    => a1 new
          A lev 75; A buy a1 60@100; A buy a2 60@100                      => refused POSITION_LIMIT_AT_LEVERAGE
          X buy x 9999@100                                                => ''
          """)
  void anOrderNeedsMargin(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A lev 10                                                        => leverage 10
          A lev 20                                                        => leverage 20
          A lev 0                                                         => refused LEVERAGE_INVALID
          A lev 76                                                        => refused LEVERAGE_INVALID
          ask 200@100; A buy a1 200@100; A lev 75                         => refused POSITION_LIMIT_AT_LEVERAGE
          ask 200@100; A buy a1 200@100; A lev 50                         => leverage 50
          A buy a1 200@100; A lev 75                                      => refused POSITION_LIMIT_AT_LEVERAGE
          A buy a1 2000@100; A lev 19                                     => refused LEVERAGE_MARGIN_INSUFFICIENT
          A buy a1 1900@100; A lev 19                                     => leverage 19
          A isolated; ask 2@100; A buy a1 2@100; A lev 19                 => refused LEVERAGE_REDUCTION_ISOLATED
          A isolated; ask 2@100; A buy a1 2@100; A lev 21                 => leverage 21
          A isolated; A lev 19                                            => leverage 19
          A crossed                                                       => refused MARGIN_TYPE_UNCHANGED
          A isolated; A isolated                                          => refused MARGIN_TYPE_UNCHANGED
          A buy a1 1@100; A isolated                                      => refused MARGIN_TYPE_OPEN_ORDERS
          ask 1@100; A buy a1 1@100; A isolated                           => refused MARGIN_TYPE_POSITION
          A isolated                                                      => A MARGIN_TYPE_CHANGE 10000
          A margin 50                                                     => refused MARGIN_NOT_ISOLATED
          A isolated; A margin 50                                         => refused POSITION_IS_ZERO
          A isolated; ask 10@100; A buy a1 10@100                         => a1 new, a1 10@100 filled, A ORDER 10000 cross 9950
          A isolated; ask 10@100; A buy a1 10@100; A margin 70            => A MARGIN_TRANSFER 10000 cross 9880
          A isolated; ask 10@100; A buy a1 10@100; A margin 9950          => A MARGIN_TRANSFER 10000 cross 0
          A isolated; ask 10@100; A buy a1 10@100; A margin 9950.01       => refused CROSS_BALANCE_INSUFFICIENT
          A isolated; ask 10@100; A buy a1 10@100; A margin 70; A margin -70 => A MARGIN_TRANSFER 10000 cross 9950
          A isolated; ask 10@100; A buy a1 10@100; A margin 70; A margin -70.01 => refused ISOLATED_BALANCE_INSUFFICIENT
          A isolated; ask 10@100; A buy a1 10@100; A margin 70; mark 99; A margin -61 => refused ISOLATED_BALANCE_INSUFFICIENT
          A give 100                                                      => A DEPOSIT 10100 by 100
          A take 10000                                                    => A WITHDRAW 0 by -10000
          A take 10000.01                                                 => refused BALANCE_INSUFFICIENT
          ask 10@100; A buy a1 10@100; A take 9950                        => A WITHDRAW 50 by -9950
          ask 10@100; A buy a1 10@100; mark 101; A take 9950              => A WITHDRAW 50 by -9950
          ask 10@100; A buy a1 10@100; mark 110; A take 10000.01          => refused BALANCE_INSUFFICIENT
          ask 10@100; A buy a1 10@100; A take 9950.01                     => refused BALANCE_INSUFFICIENT
          """)
  void whatAnAccountCanSet(String commands, String outcome) {
    assertThat(new Scene().tellingMoney().play(commands)).isEqualTo(outcome);
  }

  @Test
  void whatWasEarnedIsListed() {
    Scene scene = new Scene(new FeeRates(200, 400), Contracts.wide());
    scene.play("ask 10@100; A buy a1 10@100; bid 10@110; A sell a2 10@110; fund 0.01; A take 1");
    String incomes =
        scene.incomes("A").stream()
            .map(it -> it.type() + " " + text(it.amountE8()))
            .collect(Collectors.joining(", "));
    assertThat(incomes)
        .isEqualTo(
            "TRANSFER 10000, COMMISSION -0.4, REALIZED_PNL 100, COMMISSION -0.44, TRANSFER -1");
    assertThat(scene.exchange.feesE8("USDT")).isEqualTo(e8("0.84"));
  }
}
