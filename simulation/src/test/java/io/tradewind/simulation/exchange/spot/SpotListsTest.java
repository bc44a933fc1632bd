package io.tradewind.simulation.exchange.spot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.matching.TimeInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of orders from their placement to their end, after a last price of 100; see Scene. */
class SpotListsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A oco l | sell a1 1@110 maker | sell a2 1 stop=90          => a2 waits, a1 new, l EXEC_STARTED
          A oco l | sell a1 1 profit=110 | sell a2 1 stop=90         => a2 waits, a1 waits, l EXEC_STARTED
          A oco l | buy a1 1@111 stop=110 | buy a2 1@90 maker        => a1 waits, a2 new, l EXEC_STARTED
          A oco l | sell a1 1@100 maker | sell a2 1 stop=90          => refused PRICE_RELATION
          A oco l | sell a1 1@110 maker | sell a2 1 stop=100         => refused PRICE_RELATION
          A oco l | buy a1 1 stop=100 | buy a2 1@90 maker            => refused PRICE_RELATION
          A oco l | sell a1 1@110 maker | sell a2 1@90 maker         => refused OCO_NOT_CONTINGENT
          A oco l | sell a1 1 stop=90 | sell a2 1@110 maker          => refused STOP_LOSS_IN_SELL_OCO_NOT_BELOW
          A oco l | buy a1 1@90 maker | buy a2 1 stop=110            => refused STOP_LOSS_IN_BUY_OCO_NOT_ABOVE
          A oco l | sell a1 1@110 maker | sell a2 1 profit=90        => refused TAKE_PROFIT_IN_SELL_OCO_NOT_ABOVE
          A oco l | sell a1 1 profit=110 | sell a2 1@90 maker        => refused LIMIT_IN_SELL_OCO_NOT_ABOVE
          A oco l | sell a1 1@110 | sell a2 1 stop=90                => refused TYPE_NOT_IN_OCO
          A oco l | sell a1 101@110 maker | sell a2 101 stop=90      => refused INSUFFICIENT_BALANCE
          A oco l | sell a1 1@110 maker | sell a1 1 stop=90          => refused DUPLICATE_ORDER
          B buy b1 1@105; A oco l | sell a1 1@104 maker | sell a2 1 stop=90 => refused WOULD_MATCH_AND_TAKE
          A oco l | sell a1 1@110 maker | sell a2 1 stop=90; B buy b1 0.4@110 => b1 new, a2 OCO_TRIGGER, b1 0.4@110 filled, a1 0.4@110
          A oco l | sell a1 1@110 maker | sell a2 1 stop=90; B buy b1 1@110 => b1 new, a2 OCO_TRIGGER, b1 1@110 filled, a1 1@110 filled, l ALL_DONE
          A oco l | sell a1 1@110 maker | sell a2 1 stop=90; B buy b1 9@80; last 90 => a1 OCO_TRIGGER, a2 new, a2 1@80 filled, l ALL_DONE, b1 1@80
          A oco l | sell a1 1@110 maker | sell a2 1@89 stop=90; last 90 => a1 OCO_TRIGGER, a2 new
          A oco l | sell a1 1 profit=110 | sell a2 1 stop=90; last 110 => a2 OCO_TRIGGER, a1 new, a1 INSUFFICIENT_LIQUIDITY, l ALL_DONE
          A oco l | sell a1 1@110 maker | sell a2 1 stop=90; A cancel c a1 => a2 canceled by c, a1 canceled by c, l ALL_DONE
          A oco l | sell a1 1@110 maker | sell a2 1 stop=90; A cancellist l => a2 canceled by c, a1 canceled by c, l ALL_DONE
          A oco l | sell a1 1@110 maker | sell a2 1 stop=90; A cancellist l; A cancellist l => refused UNKNOWN_LIST
          A oco l | sell a1 1@110 maker | sell a2 1 stop=90; A cancelall c => a2 canceled by c, a1 canceled by c, l ALL_DONE
          A oco l | sell a1 1@110 maker | sell a2 1 stop=90; A oco l | sell a3 1@110 maker | sell a4 1 stop=90 => refused DUPLICATE_ORDER
          A oco l | sell a1 2@110 maker | sell a2 2 stop=90; A amend a1 1 a3 => a3 was a1 1, a2 was a2 1, l UPDATED
          A oco l | sell a1 2@110 maker | sell a2 2 stop=90; A buy a3 1@110 stp=decrement; A amend a2 0.5 a4 => refused AMEND_BELOW_EXECUTED
          A oco l | sell a1 1@110 maker | sell a2 1 stop=90; A buy a3 2@110 stp=expire_maker => a3 new, a1 prevented 1 EXPIRED_IN_MATCH, a2 OCO_TRIGGER, l ALL_DONE
          """)
  void oneCancelsTheOther(String commands, String outcome) {
    assertThat(scene().play(commands)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          A oto l | buy a1 1@100 | sell a2 1@105                         => a1 new, a2 pending, l EXEC_STARTED
          A oto l | buy a1 1@100 | sell a2 1@105; B sell b1 0.5@100      => b1 new, b1 0.5@100 filled, a1 0.5@100
          A oto l | buy a1 1@100 | sell a2 1@105; B sell b1 1@100        => b1 new, b1 1@100 filled, a1 1@100 filled, a2 new, l UPDATED
          A oto l | buy a1 1@100 | sell a2 1 stop=90; B sell b1 1@100    => b1 new, b1 1@100 filled, a1 1@100 filled, a2 waits, l UPDATED
          A oto l | buy a1 1@100 | sell a2 1 stop=100; B sell b1 1@100   => b1 new, b1 1@100 filled, a1 1@100 filled, a2 REJECTED, l ALL_DONE
          A oto l | buy a1 1@100 | sell a2 102@105; B sell b1 1@100      => b1 new, b1 1@100 filled, a1 1@100 filled, a2 REJECTED, l ALL_DONE
          A oto l | buy a1 1@100 | sell a2 1@105; A cancel c a1          => a1 canceled by c, a2 canceled by c, l ALL_DONE
          A oto l | buy a1 1@100 | sell a2 1@105; A cancel c a2          => a1 canceled by c, a2 canceled by c, l ALL_DONE
          A oto l | buy a1 1@100 ioc | sell a2 1@105                     => a1 new, a2 pending, l EXEC_STARTED, a1 UNFILLED_IOC_QUANTITY_EXPIRED, a2 OTO_PHASE_ONE_EXPIRED, l ALL_DONE
          B sell b1 1@100; A oto l | buy a1 1@100 | sell a2 1@105        => a1 new, a2 pending, l EXEC_STARTED, a1 1@100 filled, b1 1@100 filled, a2 new, l UPDATED
          B sell b1 1@100; B buy b2 1@99; A oto l | buy a1 1@100 | sell a2 1 market => a1 new, a2 pending, l EXEC_STARTED, a1 1@100 filled, b1 1@100 filled, a2 new, l UPDATED, a2 1@99 filled, l ALL_DONE, b2 1@99 filled
          A oto l | buy a1 1 market | sell a2 1@105                      => refused TYPE_NOT_WORKING
          A oto l | buy a1 1@100 | sell a2 1 quote=100                   => refused QUOTE_MARKET_NOT_SUPPORTED
          A oto l | buy a1 5000@100 | sell a2 1@105                      => refused INSUFFICIENT_BALANCE
          A otoco l | buy a1 1@100 | sell a2 60000000000@0.5 maker | sell a3 60000000000 stop=0.2 => refused LOT_SIZE
          A oto l | buy a1 2@100 | sell a2 2@105; A amend a2 1 a3; B sell b1 2@100 => b1 new, b1 2@100 filled, a1 2@100 filled, a3 new, l UPDATED
          A otoco l | buy a1 1@100 | sell a2 1@110 maker | sell a3 1 stop=90 => a1 new, a3 pending, a2 pending, l EXEC_STARTED
          A otoco l | buy a1 1@100 | sell a2 1@110 maker | sell a3 1 stop=90; B sell b1 1@100 => b1 new, b1 1@100 filled, a1 1@100 filled, a3 waits, a2 new, l UPDATED
          A otoco l | buy a1 1@100 | sell a2 1@110 maker | sell a3 1 stop=90; B sell b1 1@100; C buy c1 1@110 => c1 new, a3 OCO_TRIGGER, c1 1@110 filled, a2 1@110 filled, l ALL_DONE
          A otoco l | buy a1 1@100 | sell a2 1@110 maker | sell a3 1 stop=90; B sell b1 1@100; last 90 => a2 OCO_TRIGGER, a3 new, a3 INSUFFICIENT_LIQUIDITY, l ALL_DONE
          A otoco l | buy a1 1@100 | sell a2 1@110 maker | sell a3 1 stop=90; A cancel c a3 => a1 canceled by c, a3 canceled by c, a2 canceled by c, l ALL_DONE
          A otoco l | buy a1 1@85 | sell a2 1@110 maker | sell a3 1 stop=90; B sell b1 1@85 => b1 new, b1 1@85 filled, a1 1@85 filled, a3 REJECTED, a2 REJECTED, l ALL_DONE
          """)
  void oneTriggersTheOther(String commands, String outcome) {
    assertThat(scene().play(commands)).isEqualTo(outcome);
  }

  /** The pending order is told as pending though its turn came at once. */
  @Test
  void theAnswerIsOfBeforeWhatItSetsOff() {
    Scene scene = scene();
    scene.play("B sell b1 1@100");
    NewOrder working =
        new NewOrder(
            Scene.SYMBOL,
            "a1",
            Side.BUY,
            new OrderTerms.Limit(Scene.e8("1"), Scene.e8("100"), TimeInForce.GTC));
    NewOrder pending =
        new NewOrder(
            Scene.SYMBOL,
            "a2",
            Side.SELL,
            new OrderTerms.LimitMaker(Scene.e8("1"), Scene.e8("105")));
    Answer.ListPlaced placed =
        Scene.done(
            scene.exchange.placeList(
                0, new NewOrderList.Oto("l", working, pending), Long.MAX_VALUE));
    assertThat(placed.orders())
        .extracting(OrderView::status)
        .containsExactly(OrderStatus.FILLED, OrderStatus.PENDING_NEW);
    assertThat(scene.order("A", "a2").status()).isEqualTo(OrderStatus.NEW);
  }

  private static Scene scene() {
    Scene scene = new Scene();
    scene.play("last 100");
    return scene;
  }
}
