package io.tradewind.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** A part of a file that is open. */
final class FilePart {
  private FilePart() {}

  /** So many bytes from a place on, or what there is. */
  static byte[] of(FileChannel channel, long position, int bytes) throws IOException {
    ByteBuffer part = ByteBuffer.allocate(bytes);
    int read = 0;
    while (read >= 0 && part.hasRemaining()) {
      read = channel.read(part, position + part.position());
    }
    return Arrays.copyOf(part.array(), part.position());
  }
}
