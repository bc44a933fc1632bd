package io.tradewind.store.importer;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Turns the sudden end of a compressed file into an end of file that remembers its cause. */
final class CutStream extends FilterInputStream {
  private String cause = "";

  CutStream(InputStream in) {
    super(in);
  }

  /** Why the file ended; empty if it ended as it should. */
  String cause() {
    return cause;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (!cause.isEmpty()) {
      return -1;
    }
    try {
      return super.read(bytes, offset, length);
    } catch (EOFException e) {
      cause = "the compressed file is cut off here, what follows is missing";
    } catch (ZipException e) {
      cause = "the compressed file is damaged here (" + e.getMessage() + ")";
    }
    return -1;
  }
}
