package io.tradewind.store.journal;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * The files of a journal, compressed or not. Where a file is there in both forms, since a crash
 * came between, the plain one is read: it is taken away only when the other is whole.
 */
final class SegmentFiles {
  private static final int HEAD_BYTES = 1 << 12;

  private final Disk disk;

  SegmentFiles(Disk disk) {
    this.disk = disk;
  }

  /** Their numbers, rising. */
  List<Long> numbers() {
    return disk.names().stream()
        .flatMap(name -> Segment.number(name).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** What a file says that it is, of which no more is read; empty where it has no head. */
  Optional<Segment> head(long number) {
    ByteBuffer bytes = first(number, HEAD_BYTES);
    int wanted = Frame.firstBytes(bytes);
    return head(number, wanted <= HEAD_BYTES ? bytes : first(number, wanted));
  }

  /** The same of a file that was read. */
  static Optional<Segment> head(long number, ByteBuffer bytes) {
    Optional<Frame> first = Frame.at(bytes, 0);
    if (first.isEmpty() || first.get().kind() != EntryKind.HEAD) {
      return Optional.empty();
    }
    try {
      Segment segment = Segment.read(new StateReader(first.get().bytes()));
      if (segment.number() != number) {
        throw new JournalException(
            "%s says that it is %s: it was renamed; give it its name back"
                .formatted(Segment.name(number), Segment.name(segment.number())));
      }
      return Optional.of(segment);
    } catch (StateException e) {
      throw new JournalException(
          "%s is of another version of Tradewind: %s"
              .formatted(Segment.name(number), e.getMessage()),
          e);
    }
  }

  /** All of a file. */
  ByteBuffer read(long number) {
    return buffer(either(number, disk::read, name -> unpacked(name, Integer.MAX_VALUE)));
  }

  private ByteBuffer first(long number, int bytes) {
    return buffer(either(number, name -> disk.read(name, 0, bytes), name -> unpacked(name, bytes)));
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** It may be compressed, or removed, by a session that runs while it is read here. */
  private static byte[] either(
      long number, Function<String, byte[]> plain, Function<String, byte[]> archived) {
    try {
      return plain.apply(Segment.name(number));
    } catch (DiskException e) {
      checkMissing(e);
    }
    try {
      return archived.apply(Segment.archived(number));
    } catch (DiskException e) {
      checkMissing(e);
      throw new JournalException(
          "%s was removed while the journal was read: its session runs, and keeps it for"
                  .formatted(Segment.name(number))
              + " session.journal-days; try again",
          e);
    }
  }

  private static void checkMissing(DiskException e) {
    if (e.reason() != DiskException.Cause.MISSING) {
      throw e;
    }
  }

  private byte[] unpacked(String name, int bytes) {
    try (InputStream in = new GZIPInputStream(new DiskInput(disk, name))) {
      return in.readNBytes(bytes);
    } catch (IOException e) {
      throw damaged(name, e);
    }
  }

  private static JournalException damaged(String name, IOException e) {
    return new JournalException(
        "%s is damaged: %s; restore it from a backup, or move it and all files of the journal"
                .formatted(name, e.getMessage() == null ? "it ends too early" : e.getMessage())
            + " before it away: what is played again then begins at the next anchor",
        e);
  }
}
