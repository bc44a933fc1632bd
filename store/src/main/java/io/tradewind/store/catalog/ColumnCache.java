package io.tradewind.store.catalog;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.store.catalog.CacheHeader.SourceStamp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

/**
 * The file of primitive columns beside a Parquet file. All numbers are little-endian longs: magic
 * with version, header, CRC32C of the header, then the columns open time, open, high, low, close,
 * volume. Whatever is wrong with it, the answer is "not there": it can be made again at any time.
 */
final class ColumnCache {
  /** {@code TWCOLS} and the version of the layout. */
  private static final long MAGIC = 0x5457_434F_4C53_0001L;

  private static final int HEADER_BYTES = (CacheHeader.LONGS + 2) * Long.BYTES;

  /** Columns in a file. */
  static final int COLUMNS = 6;

  private ColumnCache() {}

  /** The cache's place beside its Parquet file; hidden, so that Spark and pandas pass it by. */
  static Path beside(Path parquet) {
    return parquet.resolveSibling(".data.columns");
  }

  /** The header, if it is sound and of the Parquet file as it is now. */
  static Optional<CacheHeader> header(Path parquet) throws IOException {
    Path file = beside(parquet);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = buffer(HEADER_BYTES);
      fill(channel, bytes);
      Optional<CacheHeader> header = decode(bytes);
      boolean whole =
          header.isPresent() && channel.size() == HEADER_BYTES + bodyBytes(header.get().rows());
      return whole && isOf(parquet, header.get().source()) ? header : Optional.empty();
    }
  }

  /** Room for the columns behind any of these headers, one after the other. */
  static ByteBuffer room(List<CacheHeader> headers) {
    int rows = headers.stream().mapToInt(CacheHeader::rows).max().orElse(0);
    return buffer(Math.toIntExact(bodyBytes(rows)));
  }

  /**
   * The columns behind a header, one after the other, if they are sound.
   *
   * @param room where they are put, so that many files need not have memory each
   */
  static Optional<LongBuffer> columns(Path parquet, CacheHeader header, ByteBuffer room)
      throws IOException {
    room.clear().limit(Math.toIntExact(bodyBytes(header.rows())));
    try (FileChannel channel = FileChannel.open(beside(parquet), StandardOpenOption.READ)) {
      channel.position(HEADER_BYTES);
      fill(channel, room);
    }
    return room.hasRemaining() || crc(room.flip()) != header.bodyCrc()
        ? Optional.empty()
        : Optional.of(room.asLongBuffer());
  }

  /** The body of a cache file, to be written behind a header. */
  static ByteBuffer body(CandleColumns rows) {
    ByteBuffer body = buffer(Math.toIntExact(bodyBytes(rows.size())));
    LongBuffer out = body.asLongBuffer();
    for (int i = 0; i < rows.size(); i++) {
      int size = rows.size();
      out.put(i, rows.openTimeNs(i));
      out.put(size + i, rows.open(i));
      out.put(2 * size + i, rows.high(i));
      out.put(3 * size + i, rows.low(i));
      out.put(4 * size + i, rows.close(i));
      out.put(5 * size + i, rows.volume(i));
    }
    return body;
  }

  /** CRC32C of what remains; the position is left as it was. */
  static long crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    return crc.getValue();
  }

  /** The Parquet file's stamp as it is now. */
  static SourceStamp stamp(Path parquet) throws IOException {
    return new SourceStamp(Files.size(parquet), modifiedNs(parquet), contentCrc(parquet));
  }

  /**
   * Writes a cache file, as a convenience: where the folder cannot be written to, the Parquet file
   * is read again next time.
   *
   * @return whether it was written
   */
  static boolean write(Path parquet, CacheHeader header, ByteBuffer body) {
    ByteBuffer head = buffer(HEADER_BYTES);
    head.putLong(MAGIC);
    header.put(head);
    head.putLong(crc(head.duplicate().flip()));
    Path target = beside(parquet);
    Path temp = target.resolveSibling(".data.columns." + ProcessHandle.current().pid() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            temp,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      drain(channel, head.flip());
      drain(channel, body.duplicate());
      Files.move(temp, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      drop(temp);
      return false;
    }
  }

  /** Where the disk is full, what was written of it is in the way of better things. */
  private static void drop(Path temp) {
    try {
      Files.deleteIfExists(temp);
    } catch (IOException e) {
      // The next merge sweeps it away.
    }
  }

  private static Optional<CacheHeader> decode(ByteBuffer bytes) {
    if (bytes.hasRemaining()) {
      return Optional.empty();
    }
    bytes.flip();
    long crc = crc(bytes.slice(0, HEADER_BYTES - Long.BYTES));
    if (bytes.getLong() != MAGIC || bytes.getLong(HEADER_BYTES - Long.BYTES) != crc) {
      return Optional.empty();
    }
    return Optional.of(CacheHeader.get(bytes));
  }

  /** By size and time of change; where the time alone differs (a copy), by content. */
  private static boolean isOf(Path parquet, SourceStamp stamp) throws IOException {
    return Files.size(parquet) == stamp.size()
        && (modifiedNs(parquet) == stamp.modifiedNs() || contentCrc(parquet) == stamp.crc());
  }

  private static long contentCrc(Path file) throws IOException {
    return crc(ByteBuffer.wrap(Files.readAllBytes(file)));
  }

  private static long modifiedNs(Path file) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    return time.to(TimeUnit.NANOSECONDS);
  }

  private static long bodyBytes(int rows) {
    return (long) COLUMNS * Long.BYTES * rows;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void fill(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        return;
      }
    }
  }

  private static void drain(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
