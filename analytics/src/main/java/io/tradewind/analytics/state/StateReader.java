package io.tradewind.analytics.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads back what a {@link StateWriter} wrote, in the same order. */
public final class StateReader {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private int position;

  /** Over the bytes of a {@link StateWriter#toByteArray}. */
  public StateReader(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /**
   * Enters a part.
   *
   * @throws StateException if another kind or version stands here
   */
  public void section(String kind, int version) {
    String foundKind = readString();
    int foundVersion = readInt();
    if (!foundKind.equals(kind) || foundVersion != version) {
      throw new StateException(
          "expected state of "
              + kind
              + " v"
              + version
              + ", found "
              + foundKind
              + " v"
              + foundVersion);
    }
  }

  /** Four bytes. */
  public int readInt() {
    int at = advance(Integer.BYTES);
    return (int) INT.get(bytes, at);
  }

  /**
   * A number from 0 on.
   *
   * @param most the greatest that it can be
   * @throws StateException if it is another
   */
  public int readCount(int most) {
    int count = readInt();
    if (count < 0 || count > most) {
      throw new StateException("expected a number from 0 to " + most + ", found " + count);
    }
    return count;
  }

  /** Eight bytes. */
  public long readLong() {
    int at = advance(Long.BYTES);
    return (long) LONG.get(bytes, at);
  }

  /** The very bits that were written. */
  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  /** One byte. */
  public boolean readBoolean() {
    return bytes[advance(1)] != 0;
  }

  /** Length and UTF-8 bytes. */
  public String readString() {
    int size = readSize(1);
    return new String(bytes, advance(size), size, StandardCharsets.UTF_8);
  }

  /** An array of the length that was written. */
  public double[] readDoubles() {
    double[] values = new double[readSize(Double.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = readDouble();
    }
    return values;
  }

  /**
   * Fills an array of a fixed length.
   *
   * @throws StateException if another length was written
   */
  public void readDoubles(double[] into) {
    int size = readSize(Double.BYTES);
    if (size != into.length) {
      throw new StateException("expected " + into.length + " values, found " + size);
    }
    for (int i = 0; i < size; i++) {
      into[i] = readDouble();
    }
  }

  /** An array of the length that was written. */
  public long[] readLongs() {
    long[] values = new long[readSize(Long.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = readLong();
    }
    return values;
  }

  /**
   * Into an array of the length that was written.
   *
   * @throws StateException if another length was written
   */
  public void readLongs(long[] into) {
    int size = readSize(Long.BYTES);
    if (size != into.length) {
      throw new StateException("expected " + into.length + " values, found " + size);
    }
    for (int i = 0; i < size; i++) {
      into[i] = readLong();
    }
  }

  /** An array of the length that was written. */
  public int[] readInts() {
    int[] values = new int[readSize(Integer.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = readInt();
    }
    return values;
  }

  /** Whether everything was read. */
  public boolean isAtEnd() {
    return position == bytes.length;
  }

  private int readSize(int elementBytes) {
    int size = readInt();
    if (size < 0 || (long) size * elementBytes > bytes.length - position) {
      throw new StateException("a length of " + size + " does not fit what is left");
    }
    return size;
  }

  private int advance(int count) {
    if (count > bytes.length - position) {
      throw new StateException("the state ends at byte " + bytes.length + ", too early");
    }
    int at = position;
    position += count;
    return at;
  }
}
