package io.tradewind.store.journal;

import io.tradewind.store.disk.Disk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file of a journal that is being compressed, a piece at each step. The plain one is taken away
 * when the other has been read back from disk and is the same.
 */
final class Packing {
  /** A piece is compressed within some tens of milliseconds. */
  private static final int PIECE = 1 << 20;

  private final Disk disk;
  private final long number;
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private final CRC32 crc = new CRC32();
  private final GZIPOutputStream out;
  private long position;

  Packing(Disk disk, long number) {
    this.disk = disk;
    this.number = number;
    try {
      this.out = new GZIPOutputStream(packed);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /**
   * One step.
   *
   * @return whether it is done
   */
  boolean step() {
    byte[] piece = disk.read(Segment.name(number), position, PIECE);
    crc.update(piece);
    position += piece.length;
    try {
      out.write(piece);
      if (piece.length == PIECE) {
        return false;
      }
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    disk.replace(Segment.archived(number), packed.toByteArray());
    check();
    disk.delete(Segment.name(number));
    return true;
  }

  private void check() {
    CRC32 found = new CRC32();
    long bytes;
    try (CheckedInputStream in =
        new CheckedInputStream(
            new GZIPInputStream(new DiskInput(disk, Segment.archived(number))), found)) {
      bytes = in.skip(Long.MAX_VALUE);
    } catch (IOException e) {
      throw new JournalException(notTheSame(), e);
    }
    if (bytes != position || found.getValue() != crc.getValue()) {
      throw new JournalException(notTheSame());
    }
  }

  private String notTheSame() {
    return "%s is not what was written: look at the disk; %s stays"
        .formatted(Segment.archived(number), Segment.name(number));
  }
}
