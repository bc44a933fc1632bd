package io.tradewind.simulation.exchange.futures;

import static io.tradewind.simulation.exchange.futures.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When positions are liquidated, at which prices, who pays; and funding. See Scene. */
class FuturesLiquidationTest {

  /** By the formula of Binance's help page, with the bracket of the result. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A isolated; ask 10@100; A buy a1 10@100                          => 95.62154002
          A isolated; bid 10@100; A sell a1 10@100                         => 104.3219076
          A isolated; ask 10@100; A buy a1 10@100; A margin 50             => 90.58882738
          A isolated; A lev 1; ask 10@100; A buy a1 10@100                 => none
          A isolated; A lev 1; bid 10@100; A sell a1 10@100                => 198.70839542
          ask 10@100; A buy a1 10@100                                      => none
          ask 1000@100; A buy a1 1000@100                                  => 90.87373738
          bid 1000@100; A sell a1 1000@100                                 => 108.85784313
          ask 1000@100; A buy a1 1000@100; mark 95                         => 90.87373738
          ask 1000@100; A buy a1 1000@100; easks 10@100; A buy e1 10@100   => 90.88030304
          ask 1000@100; A buy a1 1000@100; easks 10@100; A buy e1 10@100; eth 99 => 90.89033839
          """)
  void aPriceIsTheLast(String commands, String price) {
    Scene scene = new Scene();
    scene.play(commands);
    String actual =
        scene.position("A").liquidationPriceE8().stream()
            .mapToObj(Scene::text)
            .findFirst()
            .orElse("none");
    assertThat(actual).isEqualTo(price);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A isolated; ask 10@100; A buy a1 10@100; mark 95.63                  => ''
          A isolated; ask 10@100; A buy a1 10@100; mark 95.62                  => autoclose new, autoclose 10@95 gains -50 filled, fund takes 10@95, A ORDER 9950, force sell 10@95
          A isolated; ask 10@100; A buy a1 10@100; mark 50                     => autoclose new, autoclose 10@95 gains -50 filled, fund takes 10@95, A ORDER 9950, force sell 10@95
          A isolated; ask 10@100; A buy a1 10@100; bid 4@95.5; mark 95.62      => autoclose new, autoclose 4@95.5 gains -18, autoclose 6@95 gains -30 filled, fund takes 6@95, A ORDER 9952, A INSURANCE_CLEAR 9950 by -2, force sell 10@95.2
          A isolated; ask 10@100; A buy a1 10@100; bid 10@99; mark 95.62       => autoclose new, autoclose 10@99 gains -10 filled, A ORDER 9990, A INSURANCE_CLEAR 9977.625 by -12.375, force sell 10@99
          A isolated; ask 10@100; A buy a1 10@100; A buy a2 1@80; A sell a3 1@120 ro; mark 95.62 => a2 LIQUIDATION, a3 LIQUIDATION, autoclose new, autoclose 10@95 gains -50 filled, fund takes 10@95, A ORDER 9950, force sell 10@95
          A isolated; ask 10@100; A buy a1 10@100; A buy e2 1@80; mark 95.62   => autoclose new, autoclose 10@95 gains -50 filled, fund takes 10@95, A ORDER 9950, force sell 10@95
          A isolated; A lev 50; ask 10@100; A buy a1 10@100; A margin 26.24; mark 96.00000001 => ''
          A isolated; A lev 50; ask 10@100; A buy a1 10@100; A margin 26.24; mark 96 => autoclose new, autoclose 10@95.38 gains -46.2 filled, fund takes 10@95.38, A ORDER 9953.8, A INSURANCE_CLEAR 9953.76 by -0.04, force sell 10@95.38
          A isolated; bid 10@100; A sell a1 10@100; mark 104.32                => ''
          A isolated; bid 10@100; A sell a1 10@100; mark 104.33                => autoclose new, autoclose 10@105 gains -50 filled, fund takes 10@105, A ORDER 9950, force buy 10@105
          A isolated; bid 10@100; A sell a1 10@100; ask 3@104; mark 104.33     => autoclose new, autoclose 3@104 gains -12, autoclose 7@105 gains -35 filled, fund takes 7@105, A ORDER 9953, A INSURANCE_CLEAR 9950 by -3, force buy 10@104.7
          A isolated; A lev 7; ask 1@100; A buy a1 1@100; mark 80              => autoclose new, autoclose 1@85.72 gains -14.28 filled, fund takes 1@85.72, A ORDER 9985.72, A INSURANCE_CLEAR 9985.71428571 by -0.00571429, force sell 1@85.72
          ask 1000@100; A buy a1 1000@100; mark 90.88                          => ''
          ask 1000@100; A buy a1 1000@100; mark 90.87                          => autoclose new, autoclose 1000@90 gains -10000 filled, fund takes 1000@90, A ORDER 0, force sell 1000@90
          ask 1000@100; A buy a1 1000@100; A buy e1 1@80; mark 90.87           => e1 LIQUIDATION, autoclose new, autoclose 1000@90 gains -10000 filled, fund takes 1000@90, A ORDER 0, force sell 1000@90
          ask 1000@100; A buy a1 1000@100; bid 1000@95; mark 90.87             => autoclose new, autoclose 1000@95 gains -5000 filled, A ORDER 5000, A INSURANCE_CLEAR 3812.5 by -1187.5, force sell 1000@95
          ask 1000@100; A buy a1 1000@100; easks 10@100; A buy e1 10@100; bid 1000@95; mark 90.87 => autoclose new, autoclose 1000@95 gains -5000 filled, A ORDER 5000, A INSURANCE_CLEAR 3812.5 by -1187.5, force sell 1000@95
          ask 1000@100; A buy a1 1000@100; easks 10@100; A buy e1 10@100; mark 80 => autoclose new, autoclose 1000@90 gains -10000 filled, fund takes 1000@90, A ORDER 0, force sell 1000@90, autoclose new, autoclose 10@100 filled, fund takes 10@100, A ORDER 0, force sell 10@100
          X sell x1 1@100; Y buy y1 1@100; mark 1000                           => ''
          """)
  void whoIsBeyondIsLiquidated(String commands, String outcome) {
    String told = new Scene().tellingMoney().play(commands);
    assertThat(told.replaceAll("autoclose-\\d+", "autoclose")).isEqualTo(outcome);
  }

  /** From four fifths on, once, and again after it was less; each isolated position by itself. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          ask 1000@100; A buy a1 1000@100; mark 91.1                          => ''
          ask 1000@100; A buy a1 1000@100; mark 91.09                         => A call 10000 1000 needs 875.9 at 91.09
          ask 1000@100; A buy a1 1000@100; mark 91.09; mark 91.05             => ''
          ask 1000@100; A buy a1 1000@100; mark 91.09; mark 95                => ''
          ask 1000@100; A buy a1 1000@100; mark 91.09; mark 95; mark 91.05    => A call 10000 1000 needs 875.5 at 91.05
          ask 1000@100; A buy a1 1000@100; mark 91.09; A give 1000; mark 90   => A call 11000 1000 needs 865 at 90
          ask 1000@100; A buy a1 1000@100; easks 10@100; A buy e1 10@100; mark 91.1 => A call 10000 1000 needs 876 at 91.1 10 needs 6.5 at 100
          A isolated; ask 10@100; A buy a1 10@100; mark 95.7                  => A call 10 needs 6.2205 at 95.7
          A isolated; bid 10@100; A sell a1 10@100; mark 104.2                => A call -10 needs 6.773 at 104.2
          A isolated; ask 10@100; A buy a1 10@100; mark 95.7; A margin 20; mark 93.7 => A call 10 needs 6.0905 at 93.7
          A isolated; ask 10@100; A buy a1 10@100; mark 50                    => A call 10 needs 3.25 at 50, autoclose new, autoclose 10@95 gains -50 filled
          X sell x1 1@100; Y buy y1 1@100; mark 1000                          => ''
          """)
  void marginIsCalledForBefore(String commands, String outcome) {
    String told = new Scene().tellingCalls().play(commands);
    assertThat(told.replaceAll("autoclose-\\d+", "autoclose")).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 1@90; B sell b1 1@120; delist                              => a1 DELISTED, b1 DELISTED
          A buy a1 1@90; A buy e1 1@90; delist                                => a1 DELISTED
          A algo sell s1 1 stop=95; A algo sell e1 1 stop=95; delist          => s1 expired
          ask 10@100; A buy a1 10@100; mark 103; delist                       => settle new, settle 10@103 gains 30 filled, A ORDER 10030
          bid 10@100; A sell a1 10@100; mark 103; delist                      => settle new, settle 10@103 gains -30 filled, A ORDER 9970
          A sell a1 10@100; B buy b1 10@100; mark 99; A sell a2 1@120 ro; delist => settle new, settle 10@99 gains 10 filled, settle new, settle 10@99 gains -10 filled, A ORDER 10010, B ORDER 9990
          A isolated; ask 10@100; A buy a1 10@100; mark 103; delist           => settle new, settle 10@103 gains 30 filled, A ORDER 10030
          ask 10@100; A buy a1 10@100; A algo sell s1 close stop=95; delist   => s1 expired, settle new, settle 10@100 filled, A ORDER 10000
          delist; A buy a1 1@90                                               => refused SYMBOL_NOT_TRADING
          delist; open; A buy a1 1@90                                         => refused SYMBOL_NOT_TRADING
          delist; A algo sell s1 1 stop=95                                    => refused SYMBOL_NOT_TRADING
          ask 10@100; A buy a1 10@100; delist; mark 50                        => ''
          ask 10@100; A buy a1 10@100; delist; fund 0.01                      => ''
          ask 10@100; A buy a1 10@100; delist; delist                         => ''
          """)
  void aContractThatIsDelistedIsSettledAtTheMark(String commands, String outcome) {
    String told = new Scene().tellingMoney().play(commands);
    assertThat(told.replaceAll("settlement_autoclose-\\d+", "settle")).isEqualTo(outcome);
  }

  /** What a liquidation sets off is carried through as well. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A isolated; ask 10@100; A buy a1 10@100; B algo sell s1 1 stop=95.5; bid 1@95.5; bid 1@95; mark 95.62 => autoclose new, autoclose 1@95.5 gains -4.5, autoclose 1@95 gains -5, autoclose 8@95 gains -40 filled, fund takes 8@95, A ORDER 9950.5, A INSURANCE_CLEAR 9950 by -0.5, force sell 10@95.05, s1 triggering, s1 new, s1 triggered, s1 UNFILLED_MARKET_QUANTITY, s1 finished
          A isolated; ask 10@100; A buy a1 10@100; B isolated; B lev 50; B buy b1 10@96; mark 95.62 => autoclose new, autoclose 10@96 gains -40 filled, b1 10@96 filled, A ORDER 9960, B ORDER 10000 cross 9980.8, A INSURANCE_CLEAR 9950 by -10, force sell 10@96
          """)
  void whatALiquidationSetsOffIsCarriedThrough(String commands, String outcome) {
    String told = new Scene().tellingMoney().play(commands);
    assertThat(told.replaceAll("autoclose-\\d+", "autoclose")).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          ask 10@100; A buy a1 10@100; fund 0.0001                    => A FUNDING_FEE 9999.9 by -0.1
          ask 10@100; A buy a1 10@100; fund -0.0001                   => A FUNDING_FEE 10000.1 by 0.1
          bid 10@100; A sell a1 10@100; fund 0.0001                   => A FUNDING_FEE 10000.1 by 0.1
          bid 10@100; A sell a1 10@100; mark 110; fund 0.0001         => A FUNDING_FEE 10000.11 by 0.11
          A sell a1 10@100; B buy b1 10@100; fund 0.0001              => A FUNDING_FEE 10000.1 by 0.1, B FUNDING_FEE 9999.9 by -0.1
          A isolated; ask 10@100; A buy a1 10@100; fund 0.0001        => A FUNDING_FEE 9999.9 cross 9950 by -0.1
          A buy a1 10@100; fund 0.0001                                => ''
          ask 1000@100; A buy a1 1000@100; mark 91; fund 0.001        => A FUNDING_FEE 9909 by -91
          ask 1000@100; A buy a1 1000@100; mark 91; fund 0.0014       => A FUNDING_FEE 9872.6 by -127.4, autoclose new, autoclose 1000@90.13 gains -9870 filled, fund takes 1000@90.13, A ORDER 2.6, A INSURANCE_CLEAR 0 by -2.6, force sell 1000@90.13
          """)
  void fundingIsPaid(String commands, String outcome) {
    String told = new Scene().tellingMoney().play(commands);
    assertThat(told.replaceAll("autoclose-\\d+", "autoclose")).isEqualTo(outcome);
  }

  /** What the fund has lost or won is in its wallet, and its position trades on. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A isolated; ask 10@100; A buy a1 10@100; mark 95.62                     => 0 : 10
          A isolated; ask 10@100; A buy a1 10@100; bid 10@99; mark 95.62          => 12.375 : 0
          A isolated; ask 10@100; A buy a1 10@100; mark 90; bid 10@90; F sell f1 10@90 => -50 : 0
          """)
  void theFundKeepsWhatIsLeft(String commands, String expected) {
    Scene scene = new Scene();
    scene.play(commands);
    assertThat(text(scene.asset("F").walletE8()) + " : " + text(scene.position("F").amountE8()))
        .isEqualTo(expected);
  }
}
