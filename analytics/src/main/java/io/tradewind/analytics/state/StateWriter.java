package io.tradewind.analytics.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Collects state as bytes, little endian, for a snapshot or for a hash. Equal state gives equal
 * bytes: doubles are written by their bits, maps and sets must be written in a defined order.
 */
public final class StateWriter {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[256];
  private int length;

  /** Opens a part: its kind and the version of its layout, which the reader checks. */
  public StateWriter section(String kind, int version) {
    return writeString(kind).writeInt(version);
  }

  /** Four bytes. */
  public StateWriter writeInt(int value) {
    reserve(Integer.BYTES);
    INT.set(bytes, length, value);
    length += Integer.BYTES;
    return this;
  }

  /** Eight bytes. */
  public StateWriter writeLong(long value) {
    reserve(Long.BYTES);
    LONG.set(bytes, length, value);
    length += Long.BYTES;
    return this;
  }

  /** The raw bits, so that NaN and signed zero come back as they were. */
  public StateWriter writeDouble(double value) {
    return writeLong(Double.doubleToLongBits(value));
  }

  /** One byte. */
  public StateWriter writeBoolean(boolean value) {
    reserve(1);
    bytes[length++] = (byte) (value ? 1 : 0);
    return this;
  }

  /** Length and UTF-8 bytes. */
  public StateWriter writeString(String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    writeInt(text.length);
    reserve(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    return this;
  }

  /** Length and elements. */
  public StateWriter writeDoubles(double[] values) {
    writeInt(values.length);
    for (double value : values) {
      writeDouble(value);
    }
    return this;
  }

  /** Length and elements. */
  public StateWriter writeLongs(long[] values) {
    writeInt(values.length);
    for (long value : values) {
      writeLong(value);
    }
    return this;
  }

  /** Length and elements. */
  public StateWriter writeInts(int[] values) {
    writeInt(values.length);
    for (int value : values) {
      writeInt(value);
    }
    return this;
  }

  /** Everything written so far. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** SHA-256 of everything written so far, as 64 lower-case hexadecimal digits. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
