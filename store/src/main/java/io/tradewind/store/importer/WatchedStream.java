package io.tradewind.store.importer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/** Tells, at each read of a block, what share of a file has been read. */
final class WatchedStream extends FilterInputStream {
  private final long size;
  private final DoubleConsumer progress;
  private long done;

  WatchedStream(InputStream in, long size, DoubleConsumer progress) {
    super(in);
    this.size = size;
    this.progress = progress;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    done += Math.max(0, count);
    progress.accept((double) done / size);
    return count;
  }
}
