package io.tradewind.exchange.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Things are done in order, and who has something done waits for nobody. */
class LaterTest {
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whoComesWhileOneIsDoneWaitsForNothing() throws Exception {
    CountDownLatch isUnderWay = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch isOver = new CountDownLatch(2);
    try (WallTimer timer = new WallTimer()) {
      Later later = new Later(timer);
      later.run(
          () -> {
            isUnderWay.countDown();
            await(mayEnd);
            done.add("first");
            isOver.countDown();
          },
          1);
      assertThat(isUnderWay.await(10, TimeUnit.SECONDS)).isTrue();
      // This one holds what the first needs to end.
      later.run(
          () -> {
            done.add("second");
            isOver.countDown();
          },
          0);
      mayEnd.countDown();
      assertThat(isOver.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void whatOneLeadsToIsDoneWithin() {
    try (WallTimer timer = new WallTimer()) {
      Later later = new Later(timer);
      later.run(
          () -> {
            later.run(() -> done.add("within"), 0);
            done.add("around");
          },
          0);
    }
    assertThat(done).containsExactly("within", "around");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).as("nobody may go on").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
