package io.tradewind.simulation.exchange.futures;

import static io.tradewind.simulation.exchange.futures.Contracts.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.simulation.exchange.FeeRates;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks and funding rates out of index and book, reckoned by hand. */
class MarkPriceTest {
  private static final long HOUR_NS = 3_600_000_000_000L;

  private final MarkPrice mark =
      new MarkPrice(Contracts.perpetual("BTCUSDT", FeeRates.NONE, Contracts.wide()));

  /**
   * At an hour, of which eight are an interval. With premium p the rate is p + clamp(0.0001 - p,
   * 0.0005), at most 0.75 x 0.0065.
   */
  @ParameterizedTest(name = "index {0}, {1} to {2}, last {3} at hour {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # index | bid   | ask   | last  | hour | rate     | mark
          100     |       |       |       | 0    | 0.0001   | 100
          100     |       |       | 90    | 0    | 0.0001   | 100
          100     |       |       | 120   | 0    | 0.0001   | 100.01
          100     | 99    | 101   | 100   | 4    | 0.0001   | 100
          100     | 100   | 101   | 103   | 4    | 0.0001   | 100.5
          100     | 100.1 | 100.3 | 100.2 | 4    | 0.0005   | 100.2
          100     | 99.7  | 99.9  | 99.8  | 4    | -0.0005  | 99.8
          100     | 101   | 102   | 101   | 4    | 0.004875 | 101
          100     | 98    | 99    | 101   | 4    | -0.004875 | 99.75625
          """)
  void marksAndRatesFollowIndexAndBook(
      String index, String bid, String ask, String last, long hour, String rate, String told) {
    MarkPrice.Prices prices = new MarkPrice.Prices(price(bid), price(ask), price(last));
    long markE8 = mark.look(e8(index), prices, hour * HOUR_NS);
    assertThat(mark.view().rateE8()).isEqualTo(signed(rate));
    assertThat(mark.view().nextNs()).isEqualTo(8 * HOUR_NS);
    assertThat(markE8).isEqualTo(e8(told));
  }

  private static OptionalLong price(String text) {
    return text == null ? OptionalLong.empty() : OptionalLong.of(e8(text));
  }

  private static long signed(String text) {
    return text.startsWith("-") ? -e8(text.substring(1)) : e8(text);
  }

  /** Later looks weigh more: (1 x 0.002 + 2 x 0.005) / 3 = 0.004. */
  @Test
  void laterLooksWeighMore() {
    mark.look(e8("100"), at("100.2"), HOUR_NS);
    mark.look(e8("100"), at("100.5"), HOUR_NS);
    assertThat(mark.view().rateE8()).isEqualTo(e8("0.0035"));
    assertThat(mark.view().premiumE8()).isEqualTo(e8("0.005"));
    mark.settled(8 * HOUR_NS);
    mark.look(e8("100"), at("100"), 9 * HOUR_NS);
    assertThat(mark.view().rateE8()).isEqualTo(e8("0.0001"));
    assertThat(mark.view().nextNs()).isEqualTo(16 * HOUR_NS);
  }

  private static MarkPrice.Prices at(String both) {
    return new MarkPrice.Prices(price(both), price(both), OptionalLong.empty());
  }

  @Test
  void anIndexSettlesWhatIsDue() {
    FuturesExchange exchange = new Scene().exchange;
    exchange.onIndex("BTCUSDT", e8("100"), HOUR_NS);
    assertThat(exchange.fundings("BTCUSDT")).isEqualTo(new Result.Done<>(List.of()));
    exchange.onIndex("BTCUSDT", e8("101"), 8 * HOUR_NS);
    assertThat(exchange.fundings("BTCUSDT"))
        .isEqualTo(
            new Result.Done<>(List.of(new FundingRate(8 * HOUR_NS, e8("0.0001"), e8("100")))));
  }
}
