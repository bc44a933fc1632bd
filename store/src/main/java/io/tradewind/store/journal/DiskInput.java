package io.tradewind.store.journal;

import io.tradewind.store.disk.Disk;
import java.io.InputStream;

/** A file, read piece by piece. */
final class DiskInput extends InputStream {
  private static final int PIECE = 1 << 14;

  private final Disk disk;
  private final String name;
  private byte[] piece = new byte[0];
  private long next;
  private int at;

  DiskInput(Disk disk, String name) {
    this.disk = disk;
    this.name = name;
  }

  @Override
  public int read() {
    return isAtEnd() ? -1 : piece[at++] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      return -1;
    }
    int bytes = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, to, offset, bytes);
    at += bytes;
    return bytes;
  }

  private boolean isAtEnd() {
    if (at == piece.length) {
      piece = disk.read(name, next, PIECE);
      next += piece.length;
      at = 0;
    }
    return piece.length == 0;
  }
}
