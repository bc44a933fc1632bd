package io.tradewind.store.journal;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.store.disk.Disk;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Snapshots beside a journal, the latest few. One that is damaged is passed over for the one
 * before: the journal says the rest.
 */
public final class SnapshotFiles {
  private static final String PREFIX = "snapshot-";
  private static final int VERSION = 1;
  private static final int DIGITS = 19;

  private final Disk disk;
  private final int most;

  /**
   * On a disk.
   *
   * @param most how many are kept, at least 1
   */
  public SnapshotFiles(Disk disk, int most) {
    Check.argument(most >= 1, "a snapshot must be kept, was %s", most);
    this.disk = disk;
    this.most = most;
  }

  /** Writes one; it is durable when this returns, and what is too old is gone. */
  public void write(Snapshot snapshot) {
    StateWriter head = new StateWriter();
    head.section("tradewind-snapshot", VERSION)
        .writeLong(snapshot.sequence())
        .writeString(snapshot.code())
        .writeInt(snapshot.state().length);
    byte[] first = head.toByteArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + first.length + snapshot.state().length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(8);
    bytes.put(first).put(snapshot.state());
    bytes.putInt(0, first.length).putInt(4, checksum(bytes.array(), 8));
    disk.replace(name(snapshot.sequence()), bytes.array());
    List<String> names = names();
    names.subList(0, Math.max(0, names.size() - most)).forEach(disk::delete);
  }

  /** The latest that is whole; empty if there is none. */
  public Optional<Snapshot> latest() {
    return names().reversed().stream().flatMap(name -> read(disk.read(name)).stream()).findFirst();
  }

  /** The files that are no whole snapshot, for the user. */
  public List<String> damaged() {
    return names().stream().filter(name -> read(disk.read(name)).isEmpty()).toList();
  }

  private static Optional<Snapshot> read(byte[] all) {
    if (all.length < 8) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    int length = bytes.getInt(0);
    boolean whole = length >= 0 && length <= all.length - 8 && bytes.getInt(4) == checksum(all, 8);
    if (!whole) {
      return Optional.empty();
    }
    try {
      StateReader head = new StateReader(Arrays.copyOfRange(all, 8, 8 + length));
      head.section("tradewind-snapshot", VERSION);
      long sequence = head.readLong();
      String code = head.readString();
      int size = head.readInt();
      return size == all.length - 8 - length
          ? Optional.of(
              new Snapshot(sequence, code, Arrays.copyOfRange(all, 8 + length, all.length)))
          : Optional.empty();
    } catch (StateException e) {
      return Optional.empty();
    }
  }

  private static int checksum(byte[] bytes, int from) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, bytes.length - from);
    return (int) crc.getValue();
  }

  private static String name(long sequence) {
    return String.format(Locale.ROOT, "%s%0" + DIGITS + "d", PREFIX, sequence);
  }

  private List<String> names() {
    return new ArrayList<>(
        disk.names().stream()
            .filter(name -> name.startsWith(PREFIX))
            .filter(name -> name.length() == PREFIX.length() + DIGITS)
            .sorted()
            .toList());
  }
}
