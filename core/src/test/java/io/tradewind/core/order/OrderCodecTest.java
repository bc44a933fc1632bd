package io.tradewind.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderCodecTest {

  static Stream<OrderIntent> orders() {
    OrderTerms[] terms = {
      new OrderTerms.Market(),
      new OrderTerms.Limit(5, true),
      new OrderTerms.Stop(6),
      new OrderTerms.StopLimit(7, 8),
      new OrderTerms.TakeProfit(9),
      new OrderTerms.TrailingStop(OptionalLong.of(10), 20_000, 11),
      new OrderTerms.TrailingStop(OptionalLong.empty(), 20_000, 11),
      new OrderTerms.Oco(12, 13),
      new OrderTerms.Bracket(new OrderTerms.Limit(14, false), 15, 16),
      new OrderTerms.Iceberg(17, 18),
    };
    OrderSize[] sizes = {new OrderSize.Base(3), new OrderSize.Budget(4), new OrderSize.Position()};
    TimeInForce[] forces = {
      TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK, new TimeInForce.GoodTillDate(99)
    };
    return Stream.of(OrderPurpose.values())
        .flatMap(purpose ->
            Stream.of(terms)
                .map(each ->
                    new OrderIntent(
                        purpose.ordinal() + 1L,
                        2,
                        Side.SELL,
                        sizes[purpose.ordinal() % 3],
                        each,
                        forces[purpose.ordinal() % 4],
                        true,
                        purpose)));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void comesBackAsItWas(OrderIntent order) {
    StateWriter out = new StateWriter();
    OrderCodec.write(out, order);
    StateReader in = new StateReader(out.toByteArray());
    assertThat(OrderCodec.read(in)).isEqualTo(order);
    assertThat(in.isAtEnd()).isTrue();
  }
}
