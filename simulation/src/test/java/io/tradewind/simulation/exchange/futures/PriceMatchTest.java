package io.tradewind.simulation.exchange.futures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Depth;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bids at 99, 98, ... 90, asks at 101, 102, ... 105. */
class PriceMatchTest {
  private static final Depth BOOK = new Depth(1, levels(99, -1, 10), levels(101, 1, 5));

  private static List<Depth.DepthLevel> levels(long first, long step, int count) {
    return LongStream.range(0, count)
        .mapToObj(i -> new Depth.DepthLevel(first + i * step, 1))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, BUY, -1",
    "OPPONENT, BUY, 101",
    "OPPONENT_5, BUY, 105",
    "OPPONENT_10, BUY, -1",
    "OPPONENT_10, SELL, 90",
    "OPPONENT_20, SELL, -1",
    "QUEUE, BUY, 99",
    "QUEUE_5, SELL, 105",
    "QUEUE_10, BUY, 90",
    "QUEUE_20, BUY, -1"
  })
  void thePriceIsThatOfALevel(PriceMatch match, Side side, long price) {
    assertThat(match.priceE8(BOOK, side))
        .isEqualTo(price < 0 ? OptionalLong.empty() : OptionalLong.of(price));
  }
}
