package io.tradewind.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OrderCodecTest {
  private static final List<OrderTerms> TERMS =
      List.of(
          new OrderTerms.Market(),
          new OrderTerms.Limit(100, false),
          new OrderTerms.Limit(101, true),
          new OrderTerms.Stop(102),
          new OrderTerms.StopLimit(103, 104),
          new OrderTerms.TakeProfit(105),
          new OrderTerms.TrailingStop(OptionalLong.empty(), 20_000, 106),
          new OrderTerms.TrailingStop(OptionalLong.of(107), 20_000, 108),
          new OrderTerms.Oco(109, 110),
          new OrderTerms.Bracket(new OrderTerms.Limit(111, true), 112, 113, 7),
          new OrderTerms.Iceberg(114, 115));
  private static final List<OrderSize> SIZES =
      List.of(new OrderSize.Base(7), new OrderSize.Budget(8), new OrderSize.Position());
  private static final List<TimeInForce> TIMES =
      List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK, new TimeInForce.GoodTillDate(9));

  @Test
  void everyKindComesBack() {
    long id = 0;
    for (OrderTerms terms : TERMS) {
      for (OrderSize size : SIZES) {
        for (TimeInForce time : TIMES) {
          for (OrderPurpose purpose : OrderPurpose.values()) {
            Side side = ++id % 2 == 0 ? Side.BUY : Side.SELL;
            OrderIntent intent =
                new OrderIntent(
                    id, (int) id % 3, (int) id % 5, side, size, terms, time, id % 3 == 0, purpose);
            StateReader in = new StateReader(bytes(intent));
            assertThat(OrderCodec.read(in)).isEqualTo(intent);
            assertThat(in.isAtEnd()).isTrue();
          }
        }
      }
    }
  }

  @Test
  void noKindIsMissingHere() {
    assertThat(kinds(TERMS)).hasSize(OrderTerms.class.getPermittedSubclasses().length);
    assertThat(kinds(SIZES)).hasSize(OrderSize.class.getPermittedSubclasses().length);
    assertThat(kinds(TIMES)).hasSize(TimeInForce.class.getPermittedSubclasses().length);
  }

  @Test
  void whatIsCutOffIsRefused() {
    byte[] whole =
        bytes(
            new OrderIntent(
                1,
                0,
                0,
                Side.BUY,
                SIZES.getFirst(),
                TERMS.getLast(),
                TIMES.getLast(),
                false,
                OrderPurpose.ENTRY));
    for (int length = 0; length < whole.length; length++) {
      StateReader in = new StateReader(java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> OrderCodec.read(in)).isInstanceOf(StateException.class);
    }
  }

  private static List<Class<?>> kinds(List<?> all) {
    return all.stream().<Class<?>>map(Object::getClass).distinct().toList();
  }

  private static byte[] bytes(OrderIntent intent) {
    StateWriter out = new StateWriter();
    OrderCodec.write(out, intent);
    return out.toByteArray();
  }
}
