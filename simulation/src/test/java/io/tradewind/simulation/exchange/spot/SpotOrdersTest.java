package io.tradewind.simulation.exchange.spot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.simulation.exchange.FeeRates;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders by type and time in force, their cancels, amendments and replacements; see Scene. */
class SpotOrdersTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 1@100                                       => a1 new
          B sell b1 1@100; A buy a1 1@100                      => a1 new, a1 1@100 filled, b1 1@100 filled
          B sell b1 1@99; A buy a1 1@100                       => a1 new, a1 1@99 filled, b1 1@99 filled
          B sell b1 1@100; A buy a1 3@100                      => a1 new, a1 1@100, b1 1@100 filled
          B sell b1 1@100; C sell c1 1@100; A buy a1 1@100     => a1 new, a1 1@100 filled, b1 1@100 filled
          B sell b1 1@101; C sell c1 1@100; A buy a1 2@101     => a1 new, a1 1@100, c1 1@100 filled, a1 1@101 filled, b1 1@101 filled
          A buy a1 1@100 ioc                                   => a1 new, a1 UNFILLED_IOC_QUANTITY_EXPIRED
          B sell b1 1@100; A buy a1 3@100 ioc                  => a1 new, a1 1@100, b1 1@100 filled, a1 UNFILLED_IOC_QUANTITY_EXPIRED
          B sell b1 1@100; A buy a1 3@100 fok                  => a1 new, a1 UNFILLED_FOK_ORDER_EXPIRED
          B sell b1 3@100; A buy a1 3@100 fok                  => a1 new, a1 3@100 filled, b1 3@100 filled
          A buy a1 1@100 maker                                 => a1 new
          B sell b1 1@100; A buy a1 1@100 maker                => refused WOULD_MATCH_AND_TAKE
          B sell b1 1@100; A buy a1 1@99.99 maker              => a1 new
          B buy b1 1@100; A sell a1 1@100 maker                => refused WOULD_MATCH_AND_TAKE
          A buy a1 1 market                                    => a1 new, a1 INSUFFICIENT_LIQUIDITY
          B sell b1 2@100; A buy a1 1 market                   => a1 new, a1 1@100 filled, b1 1@100
          B sell b1 2@100; A buy a1 3 market                   => a1 new, a1 2@100, b1 2@100 filled, a1 INSUFFICIENT_LIQUIDITY
          B sell b1 2@100; A buy a1 0 quote=150                => a1 new, a1 1.5@100 filled, b1 1.5@100
          B sell b1 1@100; C sell c1 1@200; A buy a1 0 quote=150 => a1 new, a1 1@100, b1 1@100 filled, a1 0.25@200 filled, c1 0.25@200
          B sell b1 1@100; A buy a1 0 quote=150                => a1 new, a1 1@100, b1 1@100 filled, a1 INSUFFICIENT_LIQUIDITY
          B buy b1 2@100; A sell a1 0 quote=150                => a1 new, a1 1.5@100 filled, b1 1.5@100
          A buy a1 0 quote=150                                 => refused LIQUIDITY_BELOW_LOT_SIZE
          B sell b1 10@100 show=1; A buy a1 3@100              => a1 new, a1 1@100, b1 1@100, a1 1@100, b1 1@100, a1 1@100 filled, b1 1@100
          B sell b1 2@100 show=1; C sell c1 1@100; A buy a1 2@100 => a1 new, a1 1@100, b1 1@100, a1 1@100 filled, c1 1@100 filled
          A buy a1 1@100 show=2                                => refused ICEBERG_EXCEEDS_QTY
          A buy a1 1@100; A buy a1 1@99                        => refused DUPLICATE_ORDER
          A buy a1 1@100; B buy a1 1@99                        => a1 new
          A buy a1 1@100; A cancel c a1; A buy a1 1@99         => a1 new
          A buy a1 0.0001@0.0001                               => a1 new
          A buy a1 0.00001@0.0001                              => refused NOTIONAL_IS_ZERO
          A buy a1 92233720368@2                               => refused NOTIONAL
          halt; A buy a1 1@100                                 => refused MARKET_CLOSED
          halt; open; A buy a1 1@100                           => a1 new
          A buy a1 1@100; halt; A cancel c a1                  => a1 canceled by c
          A buy a1 1@100; A oto l | buy a2 1@99 | sell a3 1@105; delist => a1 EXCHANGE_CANCELED, a2 EXCHANGE_CANCELED, a3 OTO_PHASE_ONE_EXPIRED, l ALL_DONE
          delist; A buy a1 1@100                               => refused UNKNOWN_SYMBOL
          """)
  void anOrderIsTaken(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A cancel c a1                                              => refused UNKNOWN_ORDER
          A buy a1 1@100; A cancel c a1                              => a1 canceled by c
          A buy a1 1@100; B cancel c a1                              => refused UNKNOWN_ORDER
          A buy a1 1@100; A cancel c a1; A cancel c a1               => refused UNKNOWN_ORDER
          A buy a1 1@100; A cancel c a1 only_new                     => a1 canceled by c
          A buy a1 1@100; A cancel c a1 only_partially_filled        => refused CANCEL_RESTRICTION
          A buy a1 2@100; B sell b1 1@100; A cancel c a1 only_new    => refused CANCEL_RESTRICTION
          A buy a1 2@100; B sell b1 1@100; A cancel c a1 only_partially_filled => a1 canceled by c
          A buy a1 1@100; A buy a2 1@99; A cancelall c               => a1 canceled by c, a2 canceled by c
          A cancelall c                                              => refused UNKNOWN_ORDER
          A buy a1 3@100; A amend a1 2 a2                            => a2 was a1 2
          A buy a1 3@100; A amend a1 2 a1                            => a1 was a1 2
          A buy a1 3@100; A amend a1 4 a2                            => refused AMEND_INCREASES
          A buy a1 3@100; A amend a1 3 a2                            => refused AMEND_CHANGES_NOTHING
          A buy a1 3@100; B sell b1 1@100; A amend a1 1 a2           => refused AMEND_BELOW_EXECUTED
          A buy a1 3@100; B sell b1 1@100; A amend a1 1.5 a2         => a2 was a1 1.5
          A buy a1 3@100; A buy a2 3@99; A amend a1 1 a2             => refused DUPLICATE_ORDER
          A buy a1 3@100; B buy b1 1@100; A amend a1 1 a2; C sell c1 2@100 => c1 new, c1 1@100, a2 1@100 filled, c1 1@100 filled, b1 1@100 filled
          A buy a1 3@100; A amend a1 2 a2; A cancel c a1             => refused UNKNOWN_ORDER
          A buy a1 1@100; A replace a1 stop buy a2 1@99              => a1 canceled by c, a2 new, cancel done, new done
          A replace a1 stop buy a2 1@99                              => cancel UNKNOWN_ORDER, new not attempted
          A buy a1 1@100; A replace a1 stop buy a2 5000@99           => a1 canceled by c, cancel done, new INSUFFICIENT_BALANCE
          A replace a1 go buy a2 1@99                                => a2 new, cancel UNKNOWN_ORDER, new done
          A replace a1 go buy a2 5000@99                             => cancel UNKNOWN_ORDER, new INSUFFICIENT_BALANCE
          A buy a1 1@100; A replace a1 go buy a2 1@99                => a1 canceled by c, a2 new, cancel done, new done
          A buy a1 1000@100; A replace a1 stop buy a2 1000@99        => a1 canceled by c, a2 new, cancel done, new done
          A buy a1 1@100; A replace a1 stop buy a2 90000000000@2     => refused NOTIONAL
          """)
  void anOrderIsChanged(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A sell a1 1@100; A buy a2 1@100 stp=none            => a2 new, a2 1@100 filled, a1 1@100 filled
          A sell a1 1@100; A buy a2 2@100 stp=expire_taker    => a2 new, a2 prevented 2 EXPIRED_IN_MATCH
          A sell a1 1@100; A buy a2 2@100 stp=expire_maker    => a2 new, a1 prevented 1 EXPIRED_IN_MATCH
          A sell a1 1@100; A buy a2 2@100 stp=expire_both     => a2 new, a2 prevented 2 EXPIRED_IN_MATCH, a1 prevented 1 EXPIRED_IN_MATCH
          A sell a1 1@100; A buy a2 2@100 stp=decrement       => a2 new, a2 prevented 1, a1 prevented 1 EXPIRED_IN_MATCH
          A sell a1 2@100; A buy a2 1@100 stp=decrement       => a2 new, a2 prevented 1 EXPIRED_IN_MATCH, a1 prevented 1
          A sell a1 1@100; A buy a2 1@100 stp=decrement       => a2 new, a2 prevented 1 EXPIRED_IN_MATCH, a1 prevented 1 EXPIRED_IN_MATCH
          B sell b1 1@99; A sell a1 1@100; A buy a2 2@100 stp=expire_taker => a2 new, a2 1@99, b1 1@99 filled, a2 prevented 1 EXPIRED_IN_MATCH
          A sell a1 1@100; A buy a2 1 market stp=expire_maker => a2 new, a1 prevented 1 EXPIRED_IN_MATCH, a2 INSUFFICIENT_LIQUIDITY
          A sell a1 1@100; B sell b1 1@101; A buy a2 1 market stp=expire_maker => a2 new, a1 prevented 1 EXPIRED_IN_MATCH, a2 1@101 filled, b1 1@101 filled
          D sell d1 1@100; E buy e1 1@100 stp=expire_both     => e1 new, e1 prevented 1 EXPIRED_IN_MATCH, d1 prevented 1 EXPIRED_IN_MATCH
          D sell d1 1@100; A buy a1 1@100 stp=expire_both     => a1 new, a1 1@100 filled, d1 1@100 filled
          """)
  void nobodyTradesWithHimself(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }

  /** Free and locked quote and base of account A. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 1@100                                    => 99900+100, 100+0
          A buy a1 0.00000001@150                           => 99999.9999985+0.0000015, 100+0
          A buy a1 0.33333333@0.00000007                    => 99999.99999997+0.00000003, 100+0
          A sell a1 1@100                                   => 100000+0, 99+1
          B sell b1 1@90; A buy a1 2@100                    => 99810+100, 101+0
          A buy a1 2@100; B sell b1 1@90                    => 99800+100, 101+0
          A buy a1 2@100; A amend a1 1 a2                   => 99900+100, 100+0
          A buy a1 2@100; A cancel c a1                     => 100000+0, 100+0
          B sell b1 1@100; A buy a1 3 market                => 99900+0, 101+0
          B sell b1 2@100; A buy a1 0 quote=150             => 99850+0, 101.5+0
          B sell b1 3@3; A buy a1 0 quote=1                 => 99999.00000001+0, 100.33333333+0
          last 100; A buy a1 1 stop=120                     => 99880+120, 100+0
          last 100; A buy a1 1 trail=100                    => 99899+101, 100+0
          last 100; A buy a1 1@125 stop=120                 => 99875+125, 100+0
          last 100; A sell a1 1 stop=90                     => 100000+0, 99+1
          last 100; A oco l | sell a1 1@110 maker | sell a2 1@89 stop=90  => 100000+0, 99+1
          last 100; A oco l | buy a1 1@112 stop=110 | buy a2 1@90 maker   => 99888+112, 100+0
          last 100; A oco l | buy a1 1@112 stop=110 | buy a2 1@90 maker; B sell b1 0.4@90 => 99910+54, 100.4+0
          A oto l | buy a1 1@100 | sell a2 1@105            => 99900+100, 100+0
          A oto l | buy a1 1@100 | sell a2 1@105; B sell b1 0.5@100 => 99900+50, 100.5+0
          A oto l | buy a1 1@100 | sell a2 1@105; B sell b1 1@100   => 99900+0, 100+1
          A give BTC 5                                      => 100000+0, 105+0
          A take USDT 5                                     => 99995+0, 100+0
          """)
  void whatIsNeededIsLocked(String commands, String balances) {
    Scene scene = new Scene();
    scene.play(commands);
    assertThat(scene.balance("A", "USDT") + ", " + scene.balance("A", "BTC")).isEqualTo(balances);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A buy a1 1000@100                                 => a1 new
          A buy a1 1000@100.01                              => refused INSUFFICIENT_BALANCE
          A sell a1 100@100                                 => a1 new
          A sell a1 100.00000001@100                        => refused INSUFFICIENT_BALANCE
          A buy a1 500@100; A buy a2 501@100                => refused INSUFFICIENT_BALANCE
          B sell b1 100@2000; A buy a1 51 market            => refused INSUFFICIENT_BALANCE
          B sell b1 40@2000; A buy a1 51 market             => a1 new, a1 40@2000, b1 40@2000 filled, a1 INSUFFICIENT_LIQUIDITY
          A sell a1 50@1000; B sell b1 50@2001; A buy a2 51 market stp=expire_maker => refused INSUFFICIENT_BALANCE
          last 100; A buy a1 1000 stop=100.01               => refused INSUFFICIENT_BALANCE
          A sell a1 100@100; A take BTC 1                   => refused INSUFFICIENT_BALANCE
          A give BTC 92233720368                            => refused AMOUNT_OVERFLOW
          """)
  void whatIsNotThereIsNotLocked(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }

  /** 0.1 % for makers, 0.2 % for takers, of what is received, rounded down. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          B sell b1 1@100; A buy a1 1@100                   => a1 new, a1 1@100 filled fee 0.002 BTC, b1 1@100 filled fee 0.1 USDT
          B buy b1 1@100; A sell a1 1@100                   => a1 new, a1 1@100 filled fee 0.2 USDT, b1 1@100 filled fee 0.001 BTC
          B sell b1 0.00000499@1; A buy a1 0.00000499@1     => a1 new, a1 0.00000499@1 filled, b1 0.00000499@1 filled
          B sell b1 0.00000999@1; A buy a1 0.00000999@1     => a1 new, a1 0.00000999@1 filled fee 0.00000001 BTC, b1 0.00000999@1 filled
          B sell b1 0.00001@1; A buy a1 0.00001@1           => a1 new, a1 0.00001@1 filled fee 0.00000002 BTC, b1 0.00001@1 filled fee 0.00000001 USDT
          """)
  void feesAreTakenFromWhatIsReceived(String commands, String outcome) {
    assertThat(new Scene(List.of(), new FeeRates(1_000, 2_000)).play(commands)).isEqualTo(outcome);
  }

  /** Reports as they come about, the level when it is done with, positions once at the end. */
  @Test
  void eventsComeInOrder() {
    Scene scene = new Scene().tellingAll();
    assertThat(scene.play("B sell b1 1@100; C sell c1 1@101; A buy a1 3 market"))
        .isEqualTo(
            "a1 new, a1 1@100, b1 1@100 filled, trade 1 1@100 bought, level 3 SELL 0@100,"
                + " a1 1@101, c1 1@101 filled, trade 2 1@101 bought, level 4 SELL 0@101,"
                + " a1 INSUFFICIENT_LIQUIDITY,"
                + " A BTC 102+0 USDT 99799+0, B BTC 99+0 USDT 100100+0, C BTC 99+0 USDT 100101+0");
    assertThat(scene.play("A buy a2 1@90")).isEqualTo("a2 new, level 5 BUY 1@90, A USDT 99709+90");
    assertThat(scene.play("A cancel c a2"))
        .isEqualTo("level 6 BUY 0@90, a2 canceled by c, A USDT 99799+0");
  }

  @Test
  void aTestChangesNothing() {
    Scene scene = new Scene().tellingAll();
    assertThat(scene.playAll("A test buy a1 5000@100; A test buy a2 92233720368@2"))
        .isEqualTo("refused NOTIONAL");
    assertThat(scene.play("A buy a3 1@100")).startsWith("a3 new, level 1 ");
    assertThat(scene.order("A", "a3").orderId()).isEqualTo(1);
  }
}
