package io.tradewind.store.importer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of UTF-8 text, ended by LF or CRLF, which knows whether the last one was ended at all. */
final class LineReader {
  /** No row of candles or trades comes near to this. */
  static final int MAX_LINE = 1 << 16;

  /** A recorded snapshot has thousands of levels. */
  static final int MAX_MESSAGE = 1 << 23;

  private final InputStream in;
  private final int maxLine;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private byte[] line = new byte[256];
  private int length;
  private long number;
  private boolean ended;
  private boolean tooLong;

  LineReader(InputStream in) {
    this(in, MAX_LINE);
  }

  /** Longer lines are cut. */
  LineReader(InputStream in, int maxLine) {
    this.in = in;
    this.maxLine = maxLine;
  }

  /** Goes on to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    ended = false;
    tooLong = false;
    int taken = 0;
    while (!ended && fill()) {
      int start = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      append(start, position);
      taken += position - start;
      if (position < limit) {
        position++;
        ended = true;
      }
    }
    if (taken == 0 && !ended) {
      return false;
    }
    number++;
    return true;
  }

  /** The line without its end and without a byte order mark. */
  String text() {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    String text = new String(line, 0, end, StandardCharsets.UTF_8);
    return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** From 1. */
  long number() {
    return number;
  }

  /** Whether a line feed ends it. */
  boolean isEnded() {
    return ended;
  }

  /** Whether it was cut. */
  boolean isTooLong() {
    return tooLong;
  }

  private boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private void append(int from, int to) {
    int room = Math.min(to - from, maxLine - length);
    tooLong |= room < to - from;
    if (length + room > line.length) {
      line = Arrays.copyOf(line, Math.min(maxLine, (length + room) * 2));
    }
    System.arraycopy(buffer, from, line, length, room);
    length += room;
  }
}
