package io.tradewind.trader.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.FolderDisk;
import io.tradewind.trader.guard.Heartbeat.Beat;
import io.tradewind.trader.world.VirtualTime;
import io.tradewind.trader.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sign of life as a file that another process reads. */
class HeartbeatTest {
  private static final Heartbeat.Life LIFE =
      new Heartbeat.Life(42, 7, List.of("BTCUSDT", "ETHUSDT"));

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadByAnother() {
    VirtualTime time = new VirtualTime(World.START_NS);
    Supplier<Optional<Beat>> heard = Heartbeat.in(folder);
    assertThat(heard.get()).isEmpty();
    try (FolderDisk disk = FolderDisk.take(folder)) {
      Heartbeat heart = new Heartbeat(disk, time, LIFE, (component, level, why, nowNs) -> {});
      assertThat(heart.doWork()).isEqualTo(1);
      assertThat(heard.get()).contains(new Beat(1, World.START_NS, LIFE, false));
      time.run(World.START_NS + Utc.SECOND_NS / 2);
      assertThat(heart.doWork()).isZero();
      time.run(World.START_NS + Utc.SECOND_NS);
      assertThat(heart.doWork()).isEqualTo(1);
      heart.end();
      long nowNs = World.START_NS + Utc.SECOND_NS;
      assertThat(heard.get()).contains(new Beat(3, nowNs, LIFE, true));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"number\":1}",
        "{\"number\":1,\"timeNs\":2,\"life\":{\"pid\":3,\"session\":-1,\"symbols\":[]},"
            + "\"isEnded\":false}",
        "{\"number\":1,\"timeNs\":2,\"life\":{\"pid\":3,\"session\":\"x\",\"symbols\":[]},"
            + "\"isEnded\":false}"
      })
  void whatIsNoSignIsNone(String text) throws IOException {
    Files.writeString(folder.resolve(Heartbeat.FILE), text);
    assertThat(Heartbeat.in(folder).get()).isEmpty();
  }
}
