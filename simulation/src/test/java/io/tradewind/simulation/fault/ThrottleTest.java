package io.tradewind.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls at seconds; an exclamation mark is one that the dice strike. */
class ThrottleTest {
  private static final FaultPlan PLAN =
      FaultPlan.NONE
          .with(FaultSetting.THROTTLE_SECONDS, 10)
          .with(FaultSetting.THROTTLE_PATIENCE, 2)
          .with(FaultSetting.BAN_SECONDS, 30);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 1 2            | free free free
          0! 11            | wait10 free
          0! 4 9 10        | wait10 wait6 wait1 free
          0! 1 2 3         | wait10 wait9 wait8 ban30
          0! 1 2 3 20 32 33| wait10 wait9 wait8 ban30 ban13 ban1 free
          0! 1 10! 11 12   | wait10 wait9 wait10 wait9 wait8
          """)
  void whoDoesNotWaitIsBanned(String calls, String verdicts) {
    Throttle throttle = new Throttle();
    List<String> told = new ArrayList<>();
    for (String call : calls.split(" ")) {
      long nowMs = Long.parseLong(call.replace("!", "")) * 1_000;
      told.add(text(throttle.look(PLAN, "here", call.endsWith("!"), nowMs)));
    }
    assertThat(String.join(" ", told)).isEqualTo(verdicts);
  }

  @Test
  void addressesAreApartUnlessAllAreBanned() {
    Throttle throttle = new Throttle();
    throttle.look(PLAN, "here", true, 0);
    assertThat(text(throttle.look(PLAN, "there", false, 1))).isEqualTo("free");
    throttle.banAll(5_000);
    assertThat(text(throttle.look(PLAN, "there", false, 1_500))).isEqualTo("ban4");
    throttle.forgive();
    assertThat(text(throttle.look(PLAN, "there", false, 1_501))).isEqualTo("free");
    assertThat(text(throttle.look(PLAN, "here", false, 1_501))).isEqualTo("free");
  }

  private static String text(Throttle.Verdict verdict) {
    return switch (verdict) {
      case Throttle.Verdict.Free() -> "free";
      case Throttle.Verdict.Wait(long seconds) -> "wait" + seconds;
      case Throttle.Verdict.Banned(long seconds, long untilMs) -> "ban" + seconds;
    };
  }
}
