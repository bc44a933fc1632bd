package io.tradewind.core.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanceTest {
  private static Stance stance(String word) {
    return switch (word) {
      case "open" -> Stance.OPEN;
      case "close" -> new Stance.CloseAll(StopReason.EMERGENCY_STOP);
      case "hand" -> new Stance.NoEntries(StopReason.DRAWDOWN, OptionalLong.empty());
      default -> new Stance.NoEntries(StopReason.DAY_LOSS, OptionalLong.of(Long.parseLong(word)));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "open, open, open",
    "open, 5, 5",
    "5, 7, 7",
    "7, 5, 7",
    "7, hand, hand",
    "hand, close, close",
    "close, 9, close",
    "close, open, close"
  })
  void theWorst(String a, String b, String worst) {
    assertThat(Stance.worst(stance(a), stance(b))).isEqualTo(stance(worst));
    assertThat(Stance.worst(stance(b), stance(a))).isEqualTo(stance(worst));
  }
}
