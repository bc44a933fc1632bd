package io.tradewind.store.disk;

import java.nio.ByteBuffer;

/**
 * A file that is open to be written. Once a write or a force has failed nobody knows what is on
 * disk, so that every later call fails, too.
 */
public interface DiskFile extends AutoCloseable {
  /** Its size, in bytes. */
  long bytes();

  /** Writes what remains of a buffer, within the size. */
  void write(long position, ByteBuffer content);

  /** Everything that was written is durable when this returns. */
  void force();

  @Override
  void close();
}
