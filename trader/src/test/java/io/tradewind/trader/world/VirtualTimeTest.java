package io.tradewind.trader.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order in which things are done. */
class VirtualTimeTest {
  private final VirtualTime time = new VirtualTime(1_000);
  private final List<String> done = new ArrayList<>();

  private Runnable says(String text) {
    return () -> done.add(text + "@" + time.nowNs());
  }

  @Test
  void byTimeAndThenAsAsked() {
    time.at(1_020, says("c"));
    time.at(1_010, says("a"));
    time.after(10, says("b"));
    time.at(5, says("late"));
    time.run(1_015);
    assertThat(done).containsExactly("late@1000", "a@1010", "b@1010");
    assertThat(time.nowNs()).isEqualTo(1_015);
    time.run(1_020);
    assertThat(done).last().isEqualTo("c@1020");
  }

  @Test
  void whatIsAddedForNowIsDoneNow() {
    time.after(
        5,
        () -> {
          done.add("first");
          time.after(0, says("second"));
        });
    time.step(2_000);
    assertThat(done).containsExactly("first", "second@1005");
    assertThat(time.nowNs()).isEqualTo(1_005);
  }

  @Test
  void againAndAgain() {
    time.every(1_010, 20, says("tick"));
    time.run(1_050);
    assertThat(done).containsExactly("tick@1010", "tick@1030", "tick@1050");
  }

  @Test
  void aStepGoesNoFurtherThanItsLimit() {
    time.at(1_100, says("far"));
    time.step(1_050);
    assertThat(done).isEmpty();
    assertThat(time.nowNs()).isEqualTo(1_050);
  }
}
