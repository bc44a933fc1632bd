package io.tradewind.store.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleInferenceTest {

  @Test
  void tickAndLotAreTheDecimalsThatAreUsed() {
    long[] volumes = new long[1_000];
    Arrays.fill(volumes, 1_230_000);
    Arrays.fill(volumes, 0, 10, 1_234_567);
    InferredRules rules = RuleInference.infer(List.of(candles(4, 123_400, 8, volumes)));
    assertThat(rules.priceScale()).isEqualTo(2);
    assertThat(rules.tickScaled()).isEqualTo(1);
    assertThat(rules.qtyScale()).isEqualTo(8);
    assertThat(rules.lotScaled()).isEqualTo(10_000);
    assertThat(rules.tickSaid()).isEqualTo("tick 0.01 inferred from 1,000 candles");
    assertThat(rules.lotSaid()).isEqualTo("lot 0.0001 inferred from 1,000 volumes");
  }

  @Test
  void moreThanOnePercentOfFinerVolumesMakesTheLotFiner() {
    long[] volumes = new long[1_000];
    Arrays.fill(volumes, 1_230_000);
    Arrays.fill(volumes, 0, 11, 1_234_567);
    assertThat(RuleInference.infer(List.of(candles(2, 1_234, 8, volumes))).lotScaled())
        .isEqualTo(1);
  }

  /** Trades at whole prices; one level of the book shows a finer tick. */
  @Test
  void tradesAndBookShowThemTogether() {
    long[] times = new long[100];
    long[] prices = new long[100];
    long[] quantities = new long[100];
    Arrays.fill(prices, 5_000);
    Arrays.fill(quantities, 7_000);
    TradeColumns trades = new TradeColumns(2, 6, times, prices, quantities, new boolean[100]);
    byte[] whole = {BookColumns.flags(true, true, true)};
    long[] one = {1};
    BookColumns book = new BookColumns(3, 6, one, one, new long[] {49_990}, one, whole);
    InferredRules rules = RuleInference.infer(trades, book);
    assertThat(rules.priceScale()).isEqualTo(2);
    assertThat(rules.lotScaled()).isEqualTo(100_000);
    assertThat(rules.tickSaid()).isEqualTo("tick 0.01 inferred from 101 trades and levels");
    assertThat(rules.lotSaid()).isEqualTo("lot 0.001 inferred from 100 volumes");
  }

  @Test
  void fewCandlesProveNothing() {
    long[] volumes = new long[99];
    Arrays.fill(volumes, 500_000_000);
    InferredRules rules = RuleInference.infer(List.of(candles(2, 10_000, 8, volumes)));
    assertThat(rules.priceScale()).isEqualTo(8);
    assertThat(rules.tickScaled()).isEqualTo(1);
    assertThat(rules.lotScaled()).isEqualTo(1);
    assertThat(rules.tickSaid()).contains("tick 0.00000001 assumed (99 candles prove none");
  }

  @Test
  void largeVolumesTakeAwayDecimals() {
    long[] volumes = new long[200];
    Arrays.fill(volumes, 1_000_000_000_000L);
    InferredRules rules = RuleInference.infer(List.of(candles(2, 10_000, 0, volumes)));
    assertThat(rules.qtyScale()).isEqualTo(6);
    assertThat(rules.lotScaled()).isEqualTo(1_000_000);
  }

  @Test
  void rescalingKeepsPricesExact() {
    CandleColumns rows = candles(2, 1_250, 2, new long[] {125, 135});
    CandleColumns moved = CandleRescale.to(rows, 4, 1);
    assertThat(moved.open(0)).isEqualTo(125_000);
    assertThat(moved.volume(0)).isEqualTo(12);
    assertThat(moved.volume(1)).isEqualTo(14);
    assertThat(CandleRescale.to(rows, 1, 2).open(0)).isEqualTo(125);
    assertThatThrownBy(() -> CandleRescale.to(rows, 0, 2)).isInstanceOf(ArithmeticException.class);
  }

  private static CandleColumns candles(
      int priceScale, long price, int volumeScale, long[] volumes) {
    long[] open = new long[volumes.length];
    long[] close = new long[volumes.length];
    long[] prices = new long[volumes.length];
    Arrays.setAll(open, i -> i * 60L);
    Arrays.setAll(close, i -> i * 60L + 60);
    Arrays.fill(prices, price);
    return new CandleColumns(
        priceScale, volumeScale, open, close, prices, prices, prices, prices, volumes);
  }
}
