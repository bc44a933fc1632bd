package io.tradewind.app.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;

/** An output that keeps why it was lost, which a PrintStream over it does not tell. */
public final class Outlet extends OutputStream {
  /** What the system says where the reader has read enough, as head does. */
  private static final String READER_GONE = "Broken pipe";

  private final OutputStream out;
  private Optional<IOException> failure = Optional.empty();

  Outlet(OutputStream out) {
    this.out = out;
  }

  /** Why not all was written; empty where all was, and where its reader wanted no more. */
  public Optional<String> loss() {
    return failure
        .map(e -> Objects.toString(e.getMessage(), e.toString()))
        .filter(reason -> !reason.equals(READER_GONE));
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    try {
      out.write(octets, from, length);
    } catch (IOException e) {
      failure = failure.or(() -> Optional.of(e));
      throw e;
    }
  }
}
