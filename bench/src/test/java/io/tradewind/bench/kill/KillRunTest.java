package io.tradewind.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of {@link KillRun}: two sessions, one on spot and one with contracts, whose
 * processes are killed a few times each. {@code -Dkill.kills=N} kills more, {@code -Dkill.seed=N}
 * others.
 */
class KillRunTest {
  private static final int SPEED = 10;

  @Test
  void believesWhatTheExchangeKnowsHoweverItDies(@TempDir Path folder) throws Exception {
    int kills = Integer.getInteger("kill.kills", 6);
    KillRun run = new KillRun(kills, SPEED, folder);
    run.voyage(Long.getLong("kill.seed", 1));
    KillFigures figures = run.figures();
    System.out.println(figures);
    assertThat(figures.differences()).isEmpty();
    assertThat(figures.kills()).isEqualTo(2 * kills);
    assertThat(figures.chosen()).isGreaterThanOrEqualTo(kills / 3);
    assertThat(figures.looks()).isGreaterThanOrEqualTo(kills);
    assertThat(figures.orders()).isGreaterThanOrEqualTo(5L * kills);
    assertThat(figures.fills()).isGreaterThanOrEqualTo(2L * kills);
  }
}
