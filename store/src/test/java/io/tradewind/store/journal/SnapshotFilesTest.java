package io.tradewind.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.store.disk.VolatileDisk;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFilesTest {
  private final VolatileDisk disk = new VolatileDisk(1, 1_000_000);
  private final SnapshotFiles files = new SnapshotFiles(disk, 3);

  private static Snapshot snapshot(long sequence) {
    return new Snapshot(
        sequence, "0.1.0", ("state of " + sequence).getBytes(StandardCharsets.UTF_8));
  }

  private long latest() {
    return files.latest().map(Snapshot::sequence).orElse(-1L);
  }

  @Test
  void theLatestComesBackAndFewAreKept() {
    assertThat(latest()).isEqualTo(-1);
    for (long sequence : new long[] {9, 10, 1_000, 1_001, 20_000}) {
      files.write(snapshot(sequence));
      assertThat(files.latest().orElseThrow().state()).isEqualTo(snapshot(sequence).state());
    }
    assertThat(disk.names()).hasSize(3);
    assertThat(files.damaged()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 8, 20, 40, 60})
  void aDamagedOneIsPassedOver(int at) {
    files.write(snapshot(1));
    files.write(snapshot(2));
    String name = disk.names().getLast();
    byte[] bytes = disk.read(name);
    bytes[at] ^= 1;
    disk.replace(name, bytes);
    assertThat(latest()).isEqualTo(1);
    assertThat(files.damaged()).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 8, 30, 60})
  void aShortOneIsPassedOver(int length) {
    files.write(snapshot(1));
    files.write(snapshot(2));
    String name = disk.names().getLast();
    disk.replace(name, Arrays.copyOf(disk.read(name), length));
    assertThat(latest()).isEqualTo(1);
  }
}
