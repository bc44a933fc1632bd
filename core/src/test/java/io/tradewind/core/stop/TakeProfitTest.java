package io.tradewind.core.stop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitRules;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeProfitTest {
  /** Half at 2 %, 30 % at 4 %, the rest runs. */
  private static final List<ExitRules.LadderStep> LADDER =
      List.of(new ExitRules.LadderStep(0.02, 0.5), new ExitRules.LadderStep(0.04, 0.3));

  @Test
  void pricesAndShares() {
    assertThat(ladder(Direction.LONG, 50, LADDER))
        .containsExactly(new TakeProfit(51, 0.5), new TakeProfit(52, 0.3));
    assertThat(ladder(Direction.SHORT, 50, LADDER))
        .containsExactly(new TakeProfit(49, 0.5), new TakeProfit(48, 0.3));
  }

  @Test
  void aShortCannotEarnMoreThanAll() {
    List<ExitRules.LadderStep> far =
        List.of(new ExitRules.LadderStep(0.5, 0.5), new ExitRules.LadderStep(1.5, 0.5));
    assertThat(ladder(Direction.SHORT, 50, far)).containsExactly(new TakeProfit(25, 0.5));
    assertThat(ladder(Direction.LONG, 50, far)).hasSize(2);
  }

  private static List<TakeProfit> ladder(
      Direction direction, double entry, List<ExitRules.LadderStep> steps) {
    StopState state = new StopState();
    state.open(StopRules.ladder(steps), direction, 0, 0);
    state.onEntry(entry, 1);
    return state.ladder();
  }

  /** Half and 30 % of what was bought, on the lot. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing closed yet,            1000, 0,   1,   500, 300",
    "the first was reached,         500,  500, 1,   0,   300",
    "both were,                     200,  800, 1,   0,   0",
    "a part of the first,           900,  100, 1,   400, 300",
    "a part of the second,          400,  600, 1,   0,   200",
    "more was bought after the first, 1500, 500, 1, 500, 600",
    "down to the lot,               1000, 0,   300, 300, 300",
    "less than a lot,               500,  0,   300, 0,   0",
    "more closed than the ladder,   50,   950, 1,   0,   0"
  })
  void parts(String what, long held, long closed, long lot, long first, long second) {
    List<TakeProfit> targets = ladder(Direction.LONG, 50, LADDER);
    assertThat(TakeProfit.partScaled(targets, 0, held, closed, lot)).as(what).isEqualTo(first);
    assertThat(TakeProfit.partScaled(targets, 1, held, closed, lot)).as(what).isEqualTo(second);
  }

  /** Together they never take more than their shares, and never more than is held. */
  @Test
  void neverMoreThanTheirShares() {
    for (long seed = 0; seed < 3000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long held = random.nextLong(1, 1_000_000_000_000L);
      long closed = random.nextInt(3) == 0 ? 0 : random.nextLong(held);
      long lot = random.nextLong(1, 10_000);
      double share = random.nextDouble(0.01, 0.6);
      List<TakeProfit> targets =
          List.of(new TakeProfit(51, share), new TakeProfit(52, 0.3), new TakeProfit(53, 0.1));
      long sum = 0;
      for (int i = 0; i < targets.size(); i++) {
        long part = TakeProfit.partScaled(targets, i, held, closed, lot);
        assertThat(part % lot).as("seed %s", seed).isZero();
        assertThat(part).as("seed %s", seed).isNotNegative();
        sum += part;
      }
      assertThat(sum).as("seed %s", seed).isLessThanOrEqualTo(held);
      assertThat(sum)
          .as("seed %s", seed)
          .isLessThanOrEqualTo((long) ((held + closed) * (share + 0.4 + 1e-6)) + 1);
    }
  }
}
