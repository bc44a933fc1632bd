package io.tradewind.simulation.exchange.spot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Orders that find their limit in the book; see Scene. The last price is 100; bids of 1 stand at
 * 98, 97 and 95, offers of 1 at 102, 103 and 105.
 */
class SpotPegsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 1@primary                             => a1 new at 98
          A sell a1 1@primary                            => a1 new at 102
          A buy a1 1@primary+1                           => a1 new at 97
          A sell a1 1@primary+2                          => a1 new at 105
          A buy a1 1@primary+0                           => a1 new at 98
          A buy a1 1@market                              => a1 new at 102, a1 1@102 filled, s1 1@102 filled
          A sell a1 1@market                             => a1 new at 98, a1 1@98 filled, b1 1@98 filled
          A buy a1 3@market                              => a1 new at 102, a1 1@102, s1 1@102 filled
          A buy a1 3@market+1                            => a1 new at 103, a1 1@102, s1 1@102 filled, a1 1@103, s2 1@103 filled
          A buy a1 2@market ioc                          => a1 new at 102, a1 1@102, s1 1@102 filled, a1 UNFILLED_IOC_QUANTITY_EXPIRED
          A buy a1 2@market fok                          => a1 new at 102, a1 UNFILLED_FOK_ORDER_EXPIRED
          A buy a1 2@market+1 fok                        => a1 new at 103, a1 1@102, s1 1@102 filled, a1 1@103 filled, s2 1@103 filled
          A buy a1 2@primary show=0.5                    => a1 new at 98
          A sell a1 1@primary maker                      => a1 new at 102
          A sell a1 1@primary+1 maker show=0.5           => a1 new at 103
          A sell a1 1@market maker                       => refused PEG_NOT_OF_TYPE
          A buy a1 1@primary ioc                         => refused PEG_NOT_OF_TIME_IN_FORCE
          A buy a1 1@primary fok                         => refused PEG_NOT_OF_TIME_IN_FORCE
          A buy a1 1@primary+3                           => refused LIQUIDITY_BELOW_PEG
          A buy a1 1@market+100                          => refused LIQUIDITY_BELOW_PEG
          A buy a1 1@market named=50                     => a1 new at 102, a1 1@102 filled, s1 1@102 filled
          A buy a1 1000@primary                          => a1 new at 98
          A buy a1 1030@primary                          => refused INSUFFICIENT_BALANCE
          A buy a1 1@primary; B buy b9 1@99; A buy a2 1@primary => a2 new at 99
          A buy a1 1@primary; A buy a2 1@99; A cancel c a2; B sell b9 2@98 => b9 new, b9 1@98, b1 1@98 filled, b9 1@98 filled, a1 1@98 filled
          A buy a1 2@primary; A amend a1 1 a2            => a2 was a1 1
          A buy a0 1@99; A replace a0 stop buy a1 1@primary => a0 canceled by c, a1 new at 98, cancel done, new done
          A buy a0 1@99; A replace a0 stop buy a1 1@primary+7 => a0 canceled by c, cancel done, new LIQUIDITY_BELOW_PEG
          A test buy a1 1@primary                        => ''
          A test buy a1 1@primary ioc                    => refused PEG_NOT_OF_TIME_IN_FORCE
          """)
  void anOrderFindsItsLimitWhenItIsPlaced(String commands, String outcome) {
    assertThat(scene().play(commands)).isEqualTo(outcome);
  }

  /** Stops find their limit when they are triggered, by the trade that triggers them included. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A sell a1 1@primary stop=99                                => a1 waits
          A sell a1 1@primary stop=99; last 99                       => a1 new at 102
          A sell a1 1@primary stop=99; B sell s9 1@101; last 99      => a1 new at 101
          A sell a1 1@market stop=99; last 99                        => a1 new at 98, a1 1@98 filled, b1 1@98 filled
          A sell a1 2@market ioc stop=99; last 99                    => a1 new at 98, a1 1@98, b1 1@98 filled, a1 UNFILLED_IOC_QUANTITY_EXPIRED
          A sell a1 1@primary ioc stop=99; last 99                   => a1 new at 102, a1 UNFILLED_IOC_QUANTITY_EXPIRED
          A buy a1 1@market+1 profit=99; last 99                     => a1 new at 103, a1 1@102 filled, s1 1@102 filled
          A sell a1 1@market trail=100; last 99                      => a1 new at 98, a1 1@98 filled, b1 1@98 filled
          A sell a1 1@market+3 stop=99; last 99                      => a1 REJECTED
          A buy a1 900@market stop=101; last 101                     => a1 new at 102, a1 1@102, s1 1@102 filled
          A buy a1 990@market stop=101; last 101                     => a1 REJECTED
          A buy a1 990@primary stop=101; last 101                    => a1 new at 98
          A buy a1 990@market named=105 stop=101                     => refused INSUFFICIENT_BALANCE
          A buy a1 900@primary stop=101; A amend a1 800 a2; last 101 => a2 new at 98
          """)
  void aStopFindsItsLimitWhenItIsTriggered(String commands, String outcome) {
    assertThat(scene().play(commands)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A oco l | sell a1 1@primary maker | sell a2 1 stop=90             => a2 waits, a1 new at 102, l EXEC_STARTED
          A oco l | sell a1 1@primary maker | sell a2 1@market stop=99; last 99 => a1 OCO_TRIGGER, a2 new at 98, a2 1@98 filled, l ALL_DONE, b1 1@98 filled
          A oco l | buy a1 1@market stop=110 | buy a2 1@primary+1 maker     => a1 waits, a2 new at 97, l EXEC_STARTED
          A oco l | sell a1 1@primary+3 maker | sell a2 1 stop=90           => refused LIQUIDITY_BELOW_PEG
          A oco l | sell a1 1@market maker | sell a2 1 stop=90              => refused PEG_NOT_OF_TYPE
          last 102; A oco l | sell a1 1@primary maker | sell a2 1 stop=90   => refused PRICE_RELATION
          A oto l | buy a1 1@primary | sell a2 1@primary                    => a1 new at 98, a2 pending, l EXEC_STARTED
          A oto l | buy a1 1@100 | sell a2 1@primary; B sell b9 1@100       => b9 new, b9 1@100 filled, a1 1@100 filled, a2 new at 102, l UPDATED
          A oto l | buy a1 1@100 | sell a2 1@market; B sell b9 1@100        => b9 new, b9 1@100 filled, a1 1@100 filled, a2 new at 98, l UPDATED, a2 1@98 filled, l ALL_DONE, b1 1@98 filled
          A oto l | buy a1 1@100 | sell a2 1@primary+3; B sell b9 1@100     => b9 new, b9 1@100 filled, a1 1@100 filled, a2 REJECTED, l ALL_DONE
          A oto l | buy a1 1@100 | sell a2 1@primary stop=99; B sell b9 1@100; last 99 => a2 new at 102
          A oto l | buy a1 1@market | sell a2 1@primary                     => a1 new at 102, a2 pending, l EXEC_STARTED, a1 1@102 filled, s1 1@102 filled, a2 new at 103, l UPDATED
          A otoco l | buy a1 1@100 | sell a2 1@primary maker | sell a3 1 stop=90; B sell b9 1@100 => b9 new, b9 1@100 filled, a1 1@100 filled, a3 waits, a2 new at 102, l UPDATED
          A otoco l | buy a1 1@100 | sell a2 1@primary+5 maker | sell a3 1 stop=90; B sell b9 1@100 => b9 new, b9 1@100 filled, a1 1@100 filled, a3 REJECTED, a2 REJECTED, l ALL_DONE
          """)
  void ordersOfListsFindTheirLimitInTheirTurn(String commands, String outcome) {
    assertThat(scene().play(commands)).isEqualTo(outcome);
  }

  /** Both the limit that is found and the one that is named have to pass. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 1@primary                                  => a1 new at 98
          A buy a1 1@primary named=98.5                       => a1 new at 98
          A buy a1 1@primary named=98.4                       => refused PRICE_FILTER
          A buy a1 1@primary named=125                        => refused PERCENT_PRICE_BY_SIDE
          A buy a1 0.1@primary                                => refused NOTIONAL
          A buy a1 0.1@primary named=100                      => refused NOTIONAL
          A buy a1 0.1@market                                 => a1 new at 102, a1 0.1@102 filled, s1 0.1@102
          A buy a1 0.2@primary; A amend a1 0.1 a2             => refused NOTIONAL
          X sell x 1@130; A buy a1 1@market+3                 => refused PERCENT_PRICE_BY_SIDE
          X sell x 1@130; A buy a1 1@market+3 stop=101; last 101 => a1 REJECTED
          A sell a1 0.1@market stop=99 named=100; last 99     => a1 REJECTED
          """)
  void theLimitThatIsFoundIsFiltered(String commands, String outcome) {
    Scene scene =
        new Scene(
            List.of(
                new Filter.Price(Scene.e8("1"), Scene.e8("1000"), Scene.e8("0.5")),
                new Filter.Notional(Scene.e8("10"), 0, false, false, 5),
                new Filter.PercentPriceBySide(
                    Scene.e8("1.2"), Scene.e8("0.8"), Scene.e8("1.2"), Scene.e8("0.8"), 5)),
            FeeRates.NONE);
    assertThat(furnished(scene).play(commands)).isEqualTo(outcome);
  }

  @Test
  void itIsLockedAtTheLimitThatIsFound() {
    Scene scene = scene();
    scene.play("A buy a1 10@primary; A buy a2 10@primary stop=110 named=90");
    assertThat(scene.balance("A", "USDT")).isEqualTo("98120+1880");
    assertThat(scene.order("A", "a1").peggedPriceE8()).hasValue(Scene.e8("98"));
    assertThat(scene.order("A", "a2").peggedPriceE8()).isEmpty();
  }

  @Test
  void aListingMayHaveNone() {
    EnumSet<Feature> others = EnumSet.complementOf(EnumSet.of(Feature.PEG));
    Listing.Allowed allowed =
        new Listing.Allowed(
            Arrays.asList(OrderType.values()),
            List.copyOf(others),
            Arrays.asList(SelfTradeMode.values()),
            SelfTradeMode.NONE);
    Scene scene = scene();
    scene.exchange.list(
        new Listing(
            "ETHUSDT", "ETH", "USDT", ListingStatus.TRADING, allowed, List.of(), FeeRates.NONE));
    NewOrder order = Scene.parse("buy a1 1@primary".split(" "));
    NewOrder there = new NewOrder("ETHUSDT", "a1", order.side(), order.terms());
    assertThat(scene.exchange.place(0, there, Long.MAX_VALUE))
        .isEqualTo(new Result.Refused<>(RefusalReason.PEG_NOT_SUPPORTED));
  }

  private static Scene scene() {
    return furnished(new Scene());
  }

  private static Scene furnished(Scene scene) {
    scene.play("last 100; B buy b1 1@98; B buy b2 1@97; B buy b3 1@95");
    scene.play("B sell s1 1@102; B sell s2 1@103; B sell s3 1@105");
    return scene;
  }
}
