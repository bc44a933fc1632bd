package io.tradewind.simulation.exchange.futures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional orders; see Scene. */
class FuturesAlgosTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A algo sell s1 1 stop=90                                    => s1 waits
          A algo sell s1 99999 stop=90                                => s1 waits
          trade 90; A algo sell s1 1 stop=90                          => refused WOULD_TRIGGER_IMMEDIATELY
          trade 91; A algo sell s1 1 stop=90                          => s1 waits
          trade 90; A algo buy s1 1 stop=90                           => refused WOULD_TRIGGER_IMMEDIATELY
          trade 89; A algo buy s1 1 stop=90                           => s1 waits
          trade 90; A algo sell s1 1 profit=90                        => refused WOULD_TRIGGER_IMMEDIATELY
          trade 90; A algo buy s1 1 profit=90                         => refused WOULD_TRIGGER_IMMEDIATELY
          trade 110; A algo buy s1 1 profit=90                        => s1 waits
          A algo sell s1 1 stop=100 mark                              => refused WOULD_TRIGGER_IMMEDIATELY
          A algo sell s1 1 stop=99.9 mark                             => s1 waits
          trade 100; A algo sell s1 1 trail=100 active=100            => refused WOULD_TRIGGER_IMMEDIATELY
          trade 100; A algo sell s1 1 trail=100 active=101            => s1 waits
          trade 100; A algo buy s1 1 trail=100 active=100             => refused WOULD_TRIGGER_IMMEDIATELY
          trade 100; A algo buy s1 1 trail=100 active=99              => s1 waits
          A algo sell s1 1 trail=9                                    => refused CALLBACK_RATE_INVALID
          A algo sell s1 1 trail=1001                                 => refused CALLBACK_RATE_INVALID
          A algo sell s1 0.0001 stop=90                               => refused QTY_BELOW_MIN
          A algo sell s1 1 stop=90 limit=89.999                       => refused PRICE_NOT_ON_TICK
          A algo sell s1 1 stop=90.123456                             => s1 waits
          A algo sell s1 1 stop=90; A algo sell s1 1 stop=91          => refused DUPLICATE_CLIENT_ORDER_ID
          A algo sell s1 close stop=90                                => refused NO_POSITION_TO_CLOSE
          ask 1@100; A buy a1 1@100; A algo sell s1 close stop=90     => s1 waits
          ask 1@100; A buy a1 1@100; A algo buy s1 close stop=110     => refused NO_POSITION_TO_CLOSE
          ask 1@100; A buy a1 1@100; A algo sell s1 close stop=90; A algo sell s2 close stop=91     => refused CLOSE_POSITION_EXISTS
          ask 1@100; A buy a1 1@100; A algo sell s1 close stop=90; A algo sell s2 close profit=110  => s2 waits
          A algo sell s1 1 stop=90; A unalgo s1                       => s1 canceled
          A unalgo s1                                                 => refused UNKNOWN_ORDER
          A algo sell s1 1 stop=90; A unalgo s1; trade 90             => ''
          A algo sell s1 1 stop=90; A cancelall                       => ''
          halt; A algo sell s1 1 stop=90                              => refused SYMBOL_NOT_TRADING
          """)
  void aConditionalOrderIsTaken(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A algo sell s1 1 stop=90; trade 90                               => s1 triggering, s1 new, s1 triggered, s1 UNFILLED_MARKET_QUANTITY, s1 finished
          A algo sell s1 1 stop=90; bid 9@80; mark 80                      => ''
          A algo sell s1 1 stop=90 mark; bid 9@80; mark 90.01              => ''
          A algo sell s1 1 stop=90 mark; bid 9@80; mark 90                 => s1 triggering, s1 new, s1 triggered, s1 1@80 filled, s1 finished
          A algo sell s1 1 stop=90 mark; trade 80                          => ''
          A algo buy s1 1 stop=110; ask 9@120; trade 110                   => s1 triggering, s1 new, s1 triggered, s1 1@120 filled, s1 finished
          A algo sell s1 1 profit=110; bid 9@105; trade 110                => s1 triggering, s1 new, s1 triggered, s1 1@105 filled, s1 finished
          A algo buy s1 1 profit=90; ask 9@95; trade 90                    => s1 triggering, s1 new, s1 triggered, s1 1@95 filled, s1 finished
          A algo sell s1 1 stop=90 limit=89; trade 90                      => s1 triggering, s1 new, s1 triggered
          A algo sell s1 1 stop=90 limit=89; trade 90; A cancel s1         => s1 canceled, s1 finished
          A algo sell s1 1 stop=90 limit=89; trade 90; bid 1@89            => s1 1@89 filled, s1 finished
          A algo sell s1 1 stop=90 limit=89 gtx; bid 1@89; trade 90        => s1 triggering, s1 rejected GTX_WOULD_TAKE
          A algo sell s1 1 stop=90 limit=89 fok; trade 90                  => s1 triggering, s1 rejected FOK_NOT_FILLABLE
          A algo sell s1 3000 stop=90 limit=89; trade 90                   => s1 triggering, s1 rejected MARGIN_INSUFFICIENT
          A algo sell s1 1 stop=90 ro; trade 90                            => s1 triggering, s1 rejected REDUCE_ONLY_REJECTED
          A algo sell s1 1 stop=90 protect; mark 94.5; trade 90            => s1 triggering, s1 new, s1 triggered, s1 UNFILLED_MARKET_QUANTITY, s1 finished
          A algo sell s1 1 stop=90 protect; mark 94.6; trade 90            => s1 triggering, s1 rejected PRICE_PROTECTED
          trade 100; A algo sell s1 1 trail=100; trade 99.01               => ''
          trade 100; A algo sell s1 1 trail=100; trade 99                  => s1 triggering, s1 new, s1 triggered, s1 UNFILLED_MARKET_QUANTITY, s1 finished
          trade 100; A algo sell s1 1 trail=100; trade 110; trade 108.91   => ''
          trade 100; A algo sell s1 1 trail=100; trade 110; trade 108.9    => s1 triggering, s1 new, s1 triggered, s1 UNFILLED_MARKET_QUANTITY, s1 finished
          trade 100; A algo buy s1 1 trail=100 active=95; trade 97; trade 99 => ''
          trade 100; A algo buy s1 1 trail=100 active=95; trade 95; trade 90; trade 90.9 => s1 triggering, s1 new, s1 triggered, s1 UNFILLED_MARKET_QUANTITY, s1 finished
          A algo sell s1 1 stop=90; A algo sell s2 1 stop=91; trade 90     => s1 triggering, s1 new, s1 triggered, s1 UNFILLED_MARKET_QUANTITY, s1 finished, s2 triggering, s2 new, s2 triggered, s2 UNFILLED_MARKET_QUANTITY, s2 finished
          A algo sell s1 1 stop=90; B algo sell s2 1 stop=85; bid 1@85; bid 9@80; trade 90 => s1 triggering, s1 new, s1 triggered, s1 1@85 filled, s1 finished, s2 triggering, s2 new, s2 triggered, s2 1@80 filled, s2 finished
          ask 2@100; A buy a1 2@100; A algo sell s1 close stop=90; A algo sell s2 close profit=110; bid 9@89; trade 90 => s1 triggering, s1 new, s1 triggered, s1 2@89 gains -22 filled, s1 finished, s2 expired
          ask 2@100; A buy a1 2@100; A algo sell s1 close stop=90; bid 9@99; A sell a2 2@99 => a2 new, a2 2@99 gains -2 filled, s1 expired
          ask 2@100; A buy a1 2@100; A algo sell s1 close stop=90; bid 9@99; A sell a2 1@99 => a2 new, a2 1@99 gains -1 filled
          ask 2@100; A buy a1 2@100; A algo sell s1 close stop=90; bid 9@99; A sell a2 3@99 => a2 new, a2 3@99 gains -2 filled, s1 expired
          ask 2@100; A buy a1 2@100; A algo sell s1 5 stop=90 ro; bid 9@89; trade 90 => s1 triggering, s1 new, s1 triggered, s1 2@89 gains -22, s1 REDUCE_ONLY, s1 finished
          A isolated; ask 10@100; A buy a1 10@100; A algo sell s1 close stop=95.62 mark; bid 99@95.6; mark 95.62 => s1 triggering, s1 new, s1 triggered, s1 10@95.6 gains -44 filled, s1 finished
          """)
  void aPriceTriggers(String commands, String outcome) {
    assertThat(new Scene().play(commands)).isEqualTo(outcome);
  }
}
