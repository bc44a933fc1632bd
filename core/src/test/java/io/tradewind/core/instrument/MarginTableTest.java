package io.tradewind.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarginTableTest {
  private static MarginTier tier(long floor, long cap, long ppm, long deduction, int leverage) {
    return new MarginTier(floor, cap, ppm, deduction, leverage);
  }

  @Test
  void theMarginRisesWithoutAStep() {
    MarginTable table = MarginTable.standard(2);
    for (MarginTier tier : table.tiers()) {
      long floor = tier.floorScaled();
      assertThat(table.maintenanceScaled(floor + 1) - table.maintenanceScaled(floor))
          .isBetween(0L, 1L);
    }
    assertThat(table.maintenanceScaled(50_000_00)).isEqualTo(250_00);
    assertThat(table.maintenanceScaled(60_000_00)).isEqualTo(350_00);
    assertThat(table.maintenanceScaled(1)).isEqualTo(1);
    assertThat(table.maintenanceScaled(0)).isZero();
    assertThat(table.tier(50_000_00).maxLeverage()).isEqualTo(50);
    assertThat(table.tier(50_000_01).maxLeverage()).isEqualTo(25);
  }

  @Test
  void everyScaleHasAStandard() {
    for (int scale = 0; scale <= 18; scale++) {
      assertThat(MarginTable.standard(scale).tiers()).isNotEmpty();
    }
  }

  @Test
  void tablesThatJumpOrLeaveNoMarginAreRefused() {
    MarginTier first = tier(0, 1_000, 10_000, 0, 50);
    new MarginTable(List.of(first, tier(1_000, 9_000, 20_000, 10, 25)), 0);
    assertRefused("continuous", first, tier(1_000, 9_000, 20_000, 11, 25));
    assertRefused("continuous", first, tier(1_000, 9_000, 20_000, 9, 25));
    assertRefused("follow", first, tier(1_001, 9_000, 20_000, 10, 25));
    assertRefused("follow", first, tier(1_000, 9_000, 9_000, 0, 25));
    assertRefused("deduct 0", tier(0, 1_000, 10_000, 1, 50));
    assertRefused("begin at 0", tier(1, 1_000, 10_000, 0, 50));
    assertThatThrownBy(() -> tier(0, 1_000, 10_000, 0, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more margin");
  }

  private static void assertRefused(String why, MarginTier... tiers) {
    assertThatThrownBy(() -> new MarginTable(List.of(tiers), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
