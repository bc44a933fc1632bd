package io.tradewind.store.journal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * An entry as it lies on disk, little endian: length of the content, CRC32C of all that follows,
 * sequence, the sequence up to which all was durable when it was written, time, kind, content. What
 * was durable once tells an end that was torn off from damage.
 *
 * @param position where it begins
 * @param end where the next begins
 */
record Frame(
    int position,
    int end,
    long sequence,
    long durable,
    long timeNs,
    EntryKind kind,
    ByteBuffer content) {
  /** Bytes before the content. */
  static final int HEAD_BYTES = 33;

  /** The longest content. */
  static final int MOST_BYTES = 1 << 22;

  private static final int CHECKED_FROM = 8;

  /** Fills in the bytes before the content, which ends at the buffer's position. */
  static void seal(
      ByteBuffer buffer, int start, EntryKind kind, long sequence, long durable, long timeNs) {
    int end = buffer.position();
    buffer.putInt(start, end - start - HEAD_BYTES);
    buffer.putLong(start + 8, sequence);
    buffer.putLong(start + 16, durable);
    buffer.putLong(start + 24, timeNs);
    buffer.put(start + 32, kind.code());
    buffer.putInt(start + 4, checksum(buffer, start, end));
  }

  private static int checksum(ByteBuffer buffer, int start, int end) {
    CRC32C crc = new CRC32C();
    crc.update(buffer.slice(start + CHECKED_FROM, end - start - CHECKED_FROM));
    return (int) crc.getValue();
  }

  /** Bytes of the first entry, by its length; 0 if that is none. */
  static int firstBytes(ByteBuffer bytes) {
    int length = bytes.limit() < HEAD_BYTES ? -1 : bytes.getInt(0);
    return length >= 0 && length <= MOST_BYTES ? HEAD_BYTES + length : 0;
  }

  /** The entry that begins at a place; empty if none does that is whole. */
  static Optional<Frame> at(ByteBuffer bytes, int position) {
    if (position + HEAD_BYTES > bytes.limit()) {
      return Optional.empty();
    }
    int length = bytes.getInt(position);
    Optional<EntryKind> kind = EntryKind.of(bytes.get(position + 32));
    boolean fits =
        length >= 0 && length <= MOST_BYTES && length <= bytes.limit() - position - HEAD_BYTES;
    if (!fits || kind.isEmpty()) {
      return Optional.empty();
    }
    int end = position + HEAD_BYTES + length;
    if (bytes.getInt(position + 4) != checksum(bytes, position, end)) {
      return Optional.empty();
    }
    ByteBuffer content = bytes.slice(position + HEAD_BYTES, length).order(ByteOrder.LITTLE_ENDIAN);
    return Optional.of(
        new Frame(
            position,
            end,
            bytes.getLong(position + 8),
            bytes.getLong(position + 16),
            bytes.getLong(position + 24),
            kind.get(),
            content));
  }

  byte[] bytes() {
    byte[] copy = new byte[content.remaining()];
    content.get(content.position(), copy);
    return copy;
  }
}
