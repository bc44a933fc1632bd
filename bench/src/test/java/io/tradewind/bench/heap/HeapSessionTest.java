package io.tradewind.bench.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link HeapRun}: a day of few symbols, whose live heap does not rise. */
class HeapSessionTest {
  private static final int SYMBOLS = 10;
  private static final long QUARTER_S = 6 * 3_600;

  /** What other tests in the same process may leave behind meanwhile. */
  private static final long SLACK_BYTES = 2_000_000;

  @Test
  void aDayLeavesNothingBehind(@TempDir Path folder) {
    try (HeapSession session = new HeapSession(SYMBOLS, folder)) {
      session.run(2 * QUARTER_S);
      long second = HeapRun.liveBytes();
      session.run(2 * QUARTER_S);
      long last = HeapRun.liveBytes();
      System.out.printf("live heap %d after half a day, %d after a day%n", second, last);
      assertThat(last).isLessThan(second + second / 20 + SLACK_BYTES);
      assertThat(session.fills()).isGreaterThan(200);
    }
  }
}
