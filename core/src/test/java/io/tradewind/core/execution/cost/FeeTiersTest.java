package io.tradewind.core.execution.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeTiersTest {
  private static final FeeTiers TIERS =
      new FeeTiers(
          List.of(
              new FeeTiers.Tier(0, 1000, 1000),
              new FeeTiers.Tier(500, 200, 700),
              new FeeTiers.Tier(900, -100, 400)));

  @ParameterizedTest
  @CsvSource({
    "0,    true,  10000, 10",
    "499,  false, 10000, 10",
    "500,  true,  10000, 2",
    "500,  false, 10000, 7",
    "899,  false, 10001, 8",
    "900,  true,  10000, -1",
    "9999, true,  19999, -1",
    "9999, false, 10000, 4"
  })
  void aFeeOfItsTier(long volume, boolean isMaker, long notional, long fee) {
    assertThat(TIERS.feeScaled(volume, isMaker, notional)).isEqualTo(fee);
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "99, 3", "100, 2", "999, 2", "1000, 1", "9223372036854775807, 1"})
  void aTierHoldsFromItsVolumeOn(long volume, long takerFeePpm) {
    FeeTiers tiers =
        new FeeTiers(
            List.of(
                new FeeTiers.Tier(0, 0, 3),
                new FeeTiers.Tier(100, 0, 2),
                new FeeTiers.Tier(1000, 0, 1)));
    assertThat(tiers.at(volume).takerFeePpm()).isEqualTo(takerFeePpm);
  }

  @Test
  void tiersRiseFromNothing() {
    FeeTiers.Tier first = new FeeTiers.Tier(0, 0, 0);
    FeeTiers.Tier later = new FeeTiers.Tier(5, 0, 0);
    assertThat(new FeeTiers(List.of())).isEqualTo(FeeTiers.NONE).matches(FeeTiers::isEmpty);
    assertThatThrownBy(() -> FeeTiers.NONE.at(0)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> new FeeTiers(List.of(later)))
        .hasMessage("fee tiers must begin at 0 and rise, was 5");
    assertThatThrownBy(() -> new FeeTiers(List.of(first, later, later)))
        .hasMessage("fee tiers must begin at 0 and rise, was 5");
  }
}
