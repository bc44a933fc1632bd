package io.tradewind.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

class OpenOrdersTest {
  private static Order order(long id, int instrument) {
    return new Order(
        new OrderIntent(
            id,
            0,
            instrument,
            Side.BUY,
            new OrderSize.Base(1),
            new OrderTerms.Market(),
            TimeInForce.GTC,
            false,
            OrderPurpose.ENTRY),
        0,
        1);
  }

  /** A stop may stand for years while orders of others come and go. */
  @Test
  void anOldOrderIsFoundHoweverManyComeAndGo() {
    OpenOrders open = new OpenOrders(1, 2, true);
    Order old = order(1, 0);
    open.add(old);
    for (long id = 2; id < 200_000; id++) {
      Order passing = order(id, 1);
      open.add(passing);
      assertThat(open.get(id)).isSameAs(passing);
      assertThat(open.get(1)).isSameAs(old);
      open.remove(passing);
    }
    assertThat(open.of(0, 0)).containsExactly(old);
    assertThat(open.of(0, 1)).isEmpty();
    open.remove(old);
    assertThatThrownBy(() -> open.get(1)).hasMessageContaining("no open order has the id 1");
  }

  @Test
  void moreOrdersThanPlacesAreAllFound() {
    OpenOrders open = new OpenOrders(1, 1, true);
    for (long id = 1; id <= 1000; id++) {
      open.add(order(id, 0));
    }
    for (long id = 1; id <= 1000; id++) {
      assertThat(open.get(id).intent().orderId()).isEqualTo(id);
    }
  }
}
