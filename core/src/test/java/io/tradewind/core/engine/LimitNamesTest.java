package io.tradewind.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.limit.ExposureLimit;
import io.tradewind.core.risk.sizing.SizeRule;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A limit refuses under one name, whether it left too little or the gate would not have it. */
class LimitNamesTest {
  /** Limits of other things than a size. */
  private static final Set<ExposureLimit> COUNTS =
      EnumSet.of(ExposureLimit.OPEN_POSITIONS, ExposureLimit.ORDER_RATE);

  @Test
  void aLimitOfSizesRefusesAsTheGateDoes() {
    for (ExposureLimit limit : EnumSet.complementOf(EnumSet.copyOf(COUNTS))) {
      assertThat(Refusal.of(SizingDesk.rule(limit))).isEqualTo(Refusal.of(limit));
    }
  }

  @Test
  void whatIsNoLimitOfTheAccountIsASizeThatIsTooSmall() {
    Set<SizeRule> others = EnumSet.allOf(SizeRule.class);
    for (ExposureLimit limit : EnumSet.complementOf(EnumSet.copyOf(COUNTS))) {
      others.remove(SizingDesk.rule(limit));
    }
    assertThat(others.remove(SizeRule.FREE_BALANCE)).isTrue();
    assertThat(Refusal.of(SizeRule.FREE_BALANCE)).isEqualTo(Refusal.NO_FREE_CASH);
    assertThat(others).hasSize(11).allMatch(rule -> Refusal.of(rule) == Refusal.SIZE_TOO_SMALL);
  }
}
