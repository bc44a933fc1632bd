package io.tradewind.core.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
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

  @Test
  void rulesOfExitsAreChecked() {
    assertThatThrownBy(() -> rules(1.0, -1, -1)).hasMessageContaining("stop-loss");
    assertThatThrownBy(() -> rules(-1, 0, -1)).hasMessageContaining("trailing");
    assertThatThrownBy(() -> rules(-1, -1, 0.03)).hasMessageContaining("needs trailing");
    assertThatThrownBy(() ->
            new ExitRules(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(new ExitRules.RoiStep(5, 0.1), new ExitRules.RoiStep(5, 0.2)),
                OptionalLong.empty()))
        .hasMessageContaining("must rise");
  }

  private static ExitRules rules(double stop, double trailing, double offset) {
    return new ExitRules(
        optional(stop), optional(trailing), optional(offset), List.of(), OptionalLong.empty());
  }

  private static OptionalDouble optional(double value) {
    return value < 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static ClosedTrade trade(long qty, long quote, long risk) {
    return new ClosedTrade(
        INSTRUMENT,
        "s",
        Direction.LONG,
        qty,
        0,
        1,
        quote,
        qty,
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
