package io.tradewind.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.config.Running;
import io.tradewind.app.terminal.Terminal;
import io.tradewind.core.golive.GoLiveRules;
import io.tradewind.core.time.Utc;
import io.tradewind.trader.guard.StuckWatch;
import io.tradewind.venues.time.WallClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process whose trading thread goes round no more. */
@Timeout(120)
class StuckThreadTest {
  @TempDir private Path folder = Path.of("");

  private static Running running() {
    return new Running(
        new Running.Exchange(Running.Network.SIMULATED, "", false, Optional.empty(), 0),
        new Running.Keeping(
            Optional.empty(), OptionalLong.empty(), Optional.empty(), 0, 0, 0, false, 0),
        new Running.Database(Optional.empty(), "", Optional.empty()),
        new Running.Monitoring(0, Optional.empty(), 0, "INFO"),
        GoLiveRules.SHIPPED,
        0);
  }

  /** Goes round three times, and then hangs. */
  static final class Hanging {
    static void main(String[] folder) throws IOException {
      Terminal terminal = Terminal.ofProcess(false, false);
      StuckWatch.Patience patience = new StuckWatch.Patience(Utc.SECOND_NS, Utc.SECOND_NS);
      try (Logs logs = new Logs(Path.of(folder[0]), running(), new WallClock());
          StuckThread stuck = StuckThread.start(logs, terminal, patience)) {
        for (int turn = 0; turn < 3; turn++) {
          stuck.beat();
        }
        waitsForEver();
      }
    }

    private static void waitsForEver() {
      while (true) {
        LockSupport.park();
      }
    }
  }

  @Test
  void endsAtOnceAndHasSaidWhereItHung() throws Exception {
    Path errors = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Hanging.class.getName(),
                folder.toString())
            .redirectError(errors.toFile())
            .start();
    int exit = process.waitFor();
    assertThat(exit).as(Files.readString(errors)).isEqualTo(StuckThread.EXIT);
    assertThat(Files.readString(errors))
        .containsSubsequence(
            "engine: it hangs since ",
            "in 1 s it is recovered",
            "engine: it hangs since ",
            "the process ends, and the next start goes on from its journal");
    assertThat(Files.readString(folder.resolve("errors.log"), StandardCharsets.UTF_8))
        .contains("waitsForEver");
  }
}
