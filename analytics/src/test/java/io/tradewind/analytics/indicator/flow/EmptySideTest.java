package io.tradewind.analytics.indicator.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.indicator.QuoteIndicator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quantity of 0 is an empty side, whatever price stands beside it. */
class EmptySideTest {
  private static final double NONE = Double.NaN;

  private static double bid(QuoteIndicator indicator, double price, double qty) {
    return indicator.update(0, price, qty, 101, 5);
  }

  private static double ask(QuoteIndicator indicator, double price, double qty) {
    return indicator.update(0, 99, 5, price, qty);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 50, 100, 1e9, Double.NaN})
  void aQueueThatIsGoneWasAllTakenAwayAndComesWhole(double anyPrice) {
    OrderFlowImbalance ofBids = new OrderFlowImbalance(1);
    bid(ofBids, 100, 3);
    assertThat(bid(ofBids, anyPrice, 0)).isEqualTo(-3);
    assertThat(bid(ofBids, anyPrice, 0)).isZero();
    assertThat(bid(ofBids, 98, 7)).isEqualTo(7);
    OrderFlowImbalance ofAsks = new OrderFlowImbalance(1);
    ask(ofAsks, 100, 3);
    assertThat(ask(ofAsks, anyPrice, 0)).isEqualTo(3);
    assertThat(ask(ofAsks, anyPrice, 0)).isZero();
    assertThat(ask(ofAsks, 102, 7)).isEqualTo(-7);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 100, Double.NaN})
  void theFlowInATimeKnowsAnEmptySideToo(double anyPrice) {
    TimedOrderFlowImbalance flow = new TimedOrderFlowImbalance(10);
    bid(flow, 100, 3);
    assertThat(bid(flow, anyPrice, 0)).isEqualTo(-3);
    assertThat(bid(flow, 98, 7)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 100, Double.NaN})
  void thereIsNoMiddleOfOneSide(double anyPrice) {
    for (QuoteIndicator indicator : List.of(new QuoteMid(), new Microprice())) {
      assertThat(bid(indicator, 99, 3)).isBetween(99.0, 101.0);
      bid(indicator, anyPrice, 0);
      assertAllNaN(indicator);
      ask(indicator, anyPrice, 0);
      assertAllNaN(indicator);
    }
  }

  private static void assertAllNaN(QuoteIndicator indicator) {
    for (int output = 0; output < indicator.outputs(); output++) {
      assertThat(indicator.value(output)).isNaN();
    }
  }

  @Test
  void theImbalanceOfOneSideIsWhole() {
    QueueImbalance imbalance = new QueueImbalance();
    assertThat(bid(imbalance, NONE, 0)).isEqualTo(-1);
    assertThat(ask(imbalance, NONE, 0)).isEqualTo(1);
    assertThat(imbalance.update(0, NONE, 0, NONE, 0)).isNaN();
  }
}
