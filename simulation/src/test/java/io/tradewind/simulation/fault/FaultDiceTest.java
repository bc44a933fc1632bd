package io.tradewind.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions follow from seed and number, and come as often as the plan says. */
class FaultDiceTest {
  private static final int MANY = 20_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          failure-rate=1                          | true  | FAILED      | none
          drop-rate=1                             | true  | DROPPED     | half
          timeout-rate=1                          | true  | TIMED_OUT   | half
          throttle-rate=1                         | true  | THROTTLED   | none
          lost-answer-rate=1                      | true  | ANSWER_LOST | all
          lost-answer-rate=1                      | false | ANSWERED    | all
          failure-rate=1, lost-answer-rate=1      | true  | FAILED      | none
          drop-rate=1, failure-rate=1             | true  | FAILED      | none
          throttle-rate=1, timeout-rate=1         | true  | THROTTLED   | none
          timeout-rate=1, drop-rate=1             | true  | DROPPED     | half
          latency-ms=80                           | true  | ANSWERED    | all
          """)
  void whatBefallsCalls(String settings, boolean changes, CallFate.Kind kind, String carriedOut) {
    FaultPlan plan = plan(settings);
    List<CallFate> fates =
        LongStream.range(0, MANY).mapToObj(n -> FaultDice.call(plan, n, changes)).toList();
    assertThat(fates).allMatch(fate -> fate.kind() == kind);
    double done = fates.stream().filter(CallFate::isCarriedOut).count() / (double) MANY;
    double expected = carriedOut.equals("all") ? 1 : carriedOut.equals("half") ? 0.5 : 0;
    assertThat(done).isCloseTo(expected, within(expected == 0.5 ? 0.02 : 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          message-loss-rate=1                             | LOST
          message-duplicate-rate=1                        | DUPLICATED
          message-reorder-rate=1                          | REORDERED
          socket-cut-rate=1                               | SOCKET_CUT
          socket-half-open-rate=1                         | SOCKET_HALF_OPEN
          message-loss-rate=1, message-reorder-rate=1     | REORDERED
          socket-cut-rate=1, message-loss-rate=1          | SOCKET_CUT
          message-delay-rate=1                            | TOLD
          """)
  void whatBefallsMessages(String settings, MessageFate.Kind kind) {
    FaultPlan plan = plan(settings);
    for (int n = 0; n < 100; n++) {
      assertThat(FaultDice.message(plan, 3, n).kind()).isEqualTo(kind);
    }
  }

  @Test
  void ratesAreMet() {
    FaultPlan plan = plan("failure-rate=0.1, drop-rate=0.02, message-loss-rate=0.3");
    long failed = 0;
    long dropped = 0;
    long lost = 0;
    for (int n = 0; n < MANY; n++) {
      CallFate.Kind kind = FaultDice.call(plan, n, true).kind();
      failed += kind == CallFate.Kind.FAILED ? 1 : 0;
      dropped += kind == CallFate.Kind.DROPPED ? 1 : 0;
      lost += FaultDice.message(plan, 0, n).kind() == MessageFate.Kind.LOST ? 1 : 0;
    }
    assertThat(failed / (double) MANY).isCloseTo(0.1, within(0.01));
    assertThat(dropped / (double) MANY).isCloseTo(0.9 * 0.02, within(0.004));
    assertThat(lost / (double) MANY).isCloseTo(0.3, within(0.015));
  }

  @Test
  void halfOfTheLatenciesAreLongerThanTheMedianAndNoneThanTheMost() {
    FaultPlan plan = plan("latency-ms=50, latency-spread=1, latency-most-ms=300");
    long[] ns =
        LongStream.range(0, MANY)
            .map(n -> {
              CallFate fate = FaultDice.call(plan, n, false);
              return fate.requestDelayNs() + fate.answerDelayNs();
            })
            .sorted()
            .toArray();
    assertThat(ns[MANY / 2] / 1e6).isCloseTo(50, within(2.0));
    assertThat(ns[MANY - 1]).isEqualTo(300_000_000);
    assertThat(ns[0]).isPositive();
    assertThat(Arrays.stream(ns).filter(each -> each == 300_000_000).count() / (double) MANY)
        .isCloseTo(0.0366, within(0.006));
  }

  @Test
  void withoutSpreadAllAreAlikeAndMessagesTakeHalf() {
    FaultPlan plan =
        plan("latency-ms=50, latency-spread=0, message-delay-rate=1, message-delay-ms=700");
    assertThat(FaultDice.call(plan, 9, true).requestDelayNs()).isEqualTo(25_000_000);
    assertThat(FaultDice.call(plan, 9, true).answerDelayNs()).isEqualTo(25_000_000);
    assertThat(FaultDice.message(plan, 1, 9).delayNs()).isEqualTo(725_000_000);
  }

  @Test
  void anotherRateLeavesTheOtherDecisionsAsTheyAre() {
    FaultPlan one = plan("failure-rate=0.1, latency-ms=50");
    FaultPlan two = plan("failure-rate=0.1, latency-ms=50, throttle-rate=0.2");
    for (int n = 0; n < 1_000; n++) {
      CallFate before = FaultDice.call(one, n, true);
      CallFate after = FaultDice.call(two, n, true);
      assertThat(after.answerDelayNs()).isEqualTo(before.answerDelayNs());
      if (after.kind() != CallFate.Kind.THROTTLED) {
        assertThat(after.kind()).isEqualTo(before.kind());
      }
    }
  }

  @Test
  void anotherSeedDecidesOtherwise() {
    FaultPlan one = plan("failure-rate=0.5, message-loss-rate=0.5");
    FaultPlan two = plan("failure-rate=0.5, message-loss-rate=0.5, seed=8");
    assertThat(LongStream.range(0, 100).mapToObj(n -> FaultDice.call(one, n, true)).toList())
        .isEqualTo(LongStream.range(0, 100).mapToObj(n -> FaultDice.call(one, n, true)).toList())
        .isNotEqualTo(
            LongStream.range(0, 100).mapToObj(n -> FaultDice.call(two, n, true)).toList());
    assertThat(LongStream.range(0, 100).mapToObj(n -> FaultDice.message(one, 0, n)).toList())
        .isNotEqualTo(
            LongStream.range(0, 100).mapToObj(n -> FaultDice.message(one, 1, n)).toList());
  }

  private static FaultPlan plan(String settings) {
    FaultPlan plan = FaultPlan.NONE;
    for (String setting : settings.split(",")) {
      String[] pair = setting.strip().split("=");
      plan = ((FaultPlan.Change.Made) plan.set(pair[0], List.of(pair[1]))).plan();
    }
    return plan;
  }
}
