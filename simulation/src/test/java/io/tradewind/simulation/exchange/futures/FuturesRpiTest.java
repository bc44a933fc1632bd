package io.tradewind.simulation.exchange.futures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Retail price improvement; see Scene. X takes as retail where it says so. */
class FuturesRpiTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A sell a1 1@101 rpi                                                => a1 new
          bid 1@100; A sell a1 1@100 rpi                                     => refused GTX_WOULD_TAKE
          bid 1@100; A sell a1 1@100.01 rpi                                  => a1 new
          B buy b1 1@102 rpi; A sell a1 1@101 rpi                            => a1 new
          A sell a1 1@101 rpi; B buy b1 1@102                                => b1 new
          A sell a1 1@101 rpi; B buy b1 1@102 gtx                            => b1 new
          A sell a1 1@101 rpi; B buy b1 1@102 ioc                            => b1 new, b1 UNFILLED_IOC_QUANTITY
          A sell a1 1@101 rpi; B buy b1 1 market                             => b1 new, b1 UNFILLED_MARKET_QUANTITY
          A sell a1 1@101 rpi; B buy b1 1@102 fok                            => refused FOK_NOT_FILLABLE
          A sell a1 2@101 rpi; X buy x9 1@102 retail                         => a1 1@101
          A sell a1 2@101 rpi; X buy x9 3 market retail                      => a1 2@101 filled
          A sell a1 2@101 rpi; B buy b1 1@102 fok retail                     => b1 new, b1 1@101 filled, a1 1@101
          A sell a1 2@101 rpi; B buy b1 1 market retail                      => b1 new, b1 1@101 filled, a1 1@101
          A sell a1 1@101 rpi; B sell b1 1@101; X buy x9 1@102 retail        => b1 1@101 filled
          A sell a1 1@101 rpi; B sell b1 1@101; X buy x9 2@102 retail        => b1 1@101 filled, a1 1@101 filled
          A sell a1 1@101 rpi; B sell b1 1@100.5; X buy x9 1@102 retail      => b1 1@100.5 filled
          A sell a1 1@100.5 rpi; B sell b1 1@101; X buy x9 1@102 retail      => a1 1@100.5 filled
          A sell a1 1@101 rpi; B buy b1 1@102; X buy x9 1@101 retail         => a1 1@101 filled
          A sell a1 1@101 rpi; A cancel a1                                   => a1 canceled
          A sell a1 1@101 rpi; A modify a1 1@102                             => refused RPI_NOT_MODIFIED
          halt; A sell a1 1@101 rpi                                          => refused SYMBOL_NOT_TRADING
          A sell a1 1@101 rpi ro                                             => refused REDUCE_ONLY_REJECTED
          ask 1@100; A buy a0 1@100; A sell a1 3@101 rpi ro; X buy x9 3@102 retail => a1 1@101 gains 1, a1 REDUCE_ONLY
          A sell a1 1@101 rpi; trade 100; A algo buy s1 1 stop=105; trade 105 => s1 triggering, s1 new, s1 triggered, s1 UNFILLED_MARKET_QUANTITY, s1 finished
          """)
  void onlyRetailMeetsIt(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }

  /** What the world sees, and what those see who ask for retail price improvement. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A sell a1 1@101 rpi; bid 1@99; ask 1@102                    => 1@99 | 1@102 => 1@99 | 1@101 1@102
          A sell a1 2@102 rpi; bid 1@99; ask 1@102                    => 1@99 | 1@102 => 1@99 | 3@102
          # Binance's own example, in which only two retail orders are at the touch
          A sell a1 15@100 rpi; B buy b1 10@99 rpi; ask 25@102; bid 20@98 => 20@98 | 25@102 => 10@99 20@98 | 15@100 25@102
          # they cross each other and are both hidden; others of theirs are not
          A sell a1 1@100 rpi; B buy b1 1@101 rpi; A sell a2 2@103 rpi; B buy b2 2@98 rpi => | => 2@98 | 2@103
          A sell a1 1@100 rpi; B buy b1 1@100 rpi                     => | => |
          # one that the book has come across is hidden until the book goes
          A sell a1 1@101 rpi; B buy b1 1@102                         => 1@102 | => 1@102 |
          A sell a1 1@101 rpi; B buy b1 1@102; B cancel b1            => | => | 1@101
          A sell a1 1@101 rpi; A cancel a1                            => | => |
          """)
  void theWorldDoesNotSeeIt(String commands, String depth, String rpiDepth) {
    Scene scene = new Scene();
    scene.play(commands);
    assertThat(scene.depth()).isEqualTo(depth);
    assertThat(scene.rpiDepth()).isEqualTo(rpiDepth);
  }

  /** Two of 10,000 as any maker, and half of one more. */
  @Test
  void itsMakerPaysMore() {
    Scene scene = new Scene(new FeeRates(200, 500), Contracts.wide());
    scene.play("A sell a1 1@101 rpi; X buy x9 1@101 retail; A sell a2 1@101; B buy b1 1@101");
    assertThat(
            scene.incomes("A").stream()
                .filter(it -> it.type() == Income.Type.COMMISSION)
                .map(it -> Scene.text(it.amountE8())))
        .containsExactly("-0.02525", "-0.0202");
  }

  @Test
  void aContractMayHaveNone() {
    Scene scene = new Scene();
    FuturesListing with = Contracts.perpetual("SOLUSDT", FeeRates.NONE, Contracts.wide());
    FuturesListing.Terms terms = with.terms();
    scene.exchange.list(
        new FuturesListing(
            "SOLUSDT",
            with.base(),
            with.marginAsset(),
            with.status(),
            with.filters(),
            with.margin(),
            with.fees(),
            new FuturesListing.Terms(
                terms.fundingIntervalNs(),
                terms.triggerProtectE8(),
                terms.leverage(),
                terms.selfTradeMode(),
                false)),
        Contracts.e8("100"));
    NewOrder order =
        new NewOrder(
            "SOLUSDT",
            "a1",
            Side.SELL,
            new OrderTerms.Limit(
                Contracts.e8("1"), Contracts.e8("101"), TimeInForce.RPI, OptionalLong.empty()),
            false);
    assertThat(scene.exchange.place(0, order, Long.MAX_VALUE / 2))
        .isEqualTo(new Result.Refused<>(RefusalReason.RPI_NOT_SUPPORTED));
  }
}
