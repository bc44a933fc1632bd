package io.tradewind.core.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClosedTradeTest {
  private static final Instrument INSTRUMENT =
      new Instrument(
          InstrumentId.parse("A/B", "x", Market.SPOT),
          8,
          8,
          8,
          List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));

  @Test
  void oneFillHasItsExactPrice() {
    // 100.5 x 101.49253731 = 10199.999999655, rounded to 8 digits of cash.
    ClosedTrade trade = trade(10_149_253_731L, 1_019_999_999_966L, 0);
    assertThat(trade.entryPrice()).isEqualByComparingTo("100.5");
  }

  @Test
  void severalFillsHaveAnAverage() {
    ClosedTrade trade = trade(3_00000000L, 100_00000000L, 0);
    assertThat(trade.entryPrice()).isEqualByComparingTo("33.333333333333");
  }

  @Test
  void ratios() {
    ClosedTrade trade = trade(1_00000000L, 100_00000000L, 5_00000000L);
    assertThat(trade.profitRatio()).isEqualTo(0.1);
    assertThat(trade.r()).hasValue(2.0);
    assertThat(trade(1, 1, 0).r()).isEmpty();
  }

  /** What stayed behind as dust was bought, not sold: each price has its own quantity. */
  @Test
  void theExitIsOfWhatWasSold() {
    ClosedTrade trade =
        new ClosedTrade(
            INSTRUMENT,
            "s",
            Direction.LONG,
            4_00000000L,
            0,
            1,
            400_00000000L,
            3_00000000L,
            330_00000000L,
            1_00000000L,
            0,
            0,
            29_00000000L,
            0,
            ExitReason.END,
            "why");
    assertThat(trade.entryPrice()).isEqualByComparingTo("100");
    assertThat(trade.exitPrice()).isEqualByComparingTo("110");
    assertThat(trade.qty()).isEqualByComparingTo("4");
    assertThat(trade.profit()).isEqualByComparingTo("29");
    assertThat(trade.profitRatio()).isEqualTo(0.0725);
    assertThat(trade.r()).isEmpty();
  }

  @Test
  void whatWasNeverSoldHasNoExitPrice() {
    assertThat(trade(1_00000000L, 5_00000000L, 0, 0).exitPrice()).isZero();
  }

  /** Every price on the grid comes back from the quote of its one fill. */
  @Test
  void theExactPriceOfAnySingleFill() {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long price = random.nextLong(1, 1_000_000_00000000L);
      long qty = random.nextLong(1_00000000L, 5_00000000L);
      long quote = FixedPoint.multiply(price, 8, qty, 8, 8, RoundingMode.HALF_EVEN);
      assertThat(trade(qty, quote, 0).entryPrice())
          .as("seed %s", seed)
          .isEqualByComparingTo(FixedPoint.toDecimal(price, 8));
    }
  }

  private static ClosedTrade trade(long qty, long quote, long risk) {
    return trade(qty, quote, qty, risk);
  }

  private static ClosedTrade trade(long qty, long quote, long exitQty, long risk) {
    return new ClosedTrade(
        INSTRUMENT,
        "s",
        Direction.LONG,
        qty,
        0,
        1,
        quote,
        exitQty,
        quote,
        0,
        0,
        0,
        quote / 10,
        risk,
        ExitReason.END,
        "why");
  }
}
