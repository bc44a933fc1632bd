package io.tradewind.bench.latency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is as large as it will get from the start, so that an append writes data alone. */
final class OrderFile implements AutoCloseable {
  private static final int SIZE = 64 << 20;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(4_096);
  private long position;

  OrderFile(Path path) throws IOException {
    channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 20);
    for (int at = 0; at < SIZE; at += zeros.capacity()) {
      channel.write(zeros.clear(), at);
    }
    channel.force(true);
  }

  /** It is on disk when this returns. */
  void append(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.clear().putInt(bytes.length).put(bytes).flip();
    try {
      position += channel.write(buffer, position % (SIZE - buffer.capacity()));
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
