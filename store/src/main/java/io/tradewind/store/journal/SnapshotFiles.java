package io.tradewind.store.journal;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Snapshots beside a journal, the latest few, and anchors, which are snapshots that are kept for
 * longer. One that is damaged is passed over for the one before: the journal says the rest.
 */
public final class SnapshotFiles {
  private static final String PREFIX = "snapshot-";
  private static final int VERSION = 1;
  private static final int DIGITS = 19;
  private static final byte[] NOTHING = {};

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

  /** The latest that is whole, an anchor where no other is; empty if there is none. */
  public Optional<Snapshot> latest() {
    return Stream.concat(
            names().reversed().stream(), anchors().reversed().stream().map(Anchor::name))
        .flatMap(name -> read(name).stream())
        .findFirst();
  }

  /**
   * Those behind an entry or of it, anchors and others, from the oldest on; each is read when it is
   * asked for, and what is damaged is left out.
   */
  public Stream<Snapshot> from(long sequence) {
    return Stream.concat(
            anchors().stream().filter(each -> each.sequence() >= sequence).map(Anchor::name),
            names().stream().filter(name -> sequence(name) >= sequence))
        .flatMap(name -> read(name).stream());
  }

  /** The files that are no whole snapshot, for the user. */
  public List<String> damaged() {
    return Stream.concat(names().stream(), anchors().stream().map(Anchor::name))
        .filter(name -> bytes(name).filter(bytes -> parse(bytes).isEmpty()).isPresent())
        .toList();
  }

  /** The entry of the oldest that is kept beside anchors; empty if there is none. */
  OptionalLong oldest() {
    return names().stream().mapToLong(SnapshotFiles::sequence).findFirst();
  }

  /** The size of the latest; 0 if there is none. */
  long latestBytes() {
    List<String> names = names();
    return names.isEmpty() ? 0 : disk.bytes(names.getLast());
  }

  /** Those that are kept for longer, from the oldest on. */
  List<Anchor> anchors() {
    return disk.names().stream()
        .flatMap(name -> Anchor.of(name).stream())
        .sorted(Comparator.comparingLong(Anchor::sequence))
        .toList();
  }

  /** Whether a snapshot is there and whole. */
  boolean isWhole(Anchor anchor) {
    return read(anchor.name()).isPresent();
  }

  /** Puts the latest that is whole aside; empty where it is, or there is none. */
  Optional<Anchor> anchor(long atSeconds) {
    long last = anchors().stream().mapToLong(Anchor::sequence).max().orElse(-1);
    for (String name : names().reversed()) {
      Optional<byte[]> bytes = bytes(name);
      if (bytes.isPresent() && parse(bytes.get()).isPresent()) {
        Anchor anchor = new Anchor(atSeconds, sequence(name));
        if (anchor.sequence() <= last) {
          return Optional.empty();
        }
        disk.replace(anchor.name(), Gzip.pack(bytes.get()));
        return Optional.of(anchor);
      }
    }
    return Optional.empty();
  }

  private Optional<Snapshot> read(String name) {
    return bytes(name).flatMap(SnapshotFiles::parse);
  }

  /** Empty where it was removed meanwhile; nothing, where it is no longer what was compressed. */
  private Optional<byte[]> bytes(String name) {
    byte[] bytes;
    try {
      bytes = disk.read(name);
    } catch (DiskException e) {
      if (e.reason() == DiskException.Cause.MISSING) {
        return Optional.empty();
      }
      throw e;
    }
    return Optional.of(Anchor.of(name).isEmpty() ? bytes : Gzip.unpack(bytes).orElse(NOTHING));
  }

  private static Optional<Snapshot> parse(byte[] all) {
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

  private static long sequence(String name) {
    return Long.parseLong(name.substring(PREFIX.length()));
  }

  private static String name(long sequence) {
    return String.format(Locale.ROOT, "%s%0" + DIGITS + "d", PREFIX, sequence);
  }

  private List<String> names() {
    return new ArrayList<>(
        disk.names().stream()
            .filter(name -> name.startsWith(PREFIX))
            .filter(name -> name.length() == PREFIX.length() + DIGITS)
            .filter(name -> name.chars().skip(PREFIX.length()).allMatch(Character::isDigit))
            .sorted()
            .toList());
  }
}
