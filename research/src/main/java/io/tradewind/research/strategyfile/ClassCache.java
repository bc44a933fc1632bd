package io.tradewind.research.strategyfile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The compiled classes of one source text, kept in one file: their SHA-256, then how many, then
 * name, length and bytes of each. Its name is a hash of all that the classes depend on. Trouble
 * with the file is a miss: javac is the answer to it.
 */
final class ClassCache {
  private static final int HASH_BYTES = 32;
  private static final int MAX_CLASSES = 10_000;

  private final Path file;

  private ClassCache(Path file) {
    this.file = file;
  }

  /** Of a source text under a file name, for this Java and a version of Tradewind. */
  static ClassCache of(Path directory, String fileName, String text, String version) {
    String key =
        String.join("\n", "classes 2", version, Runtime.version().toString(), fileName, text);
    byte[] hash = sha256(key.getBytes(StandardCharsets.UTF_8));
    return new ClassCache(directory.resolve(HexFormat.of().formatHex(hash) + ".classes"));
  }

  /** Class files by binary name; empty where there are none or the file is damaged. */
  Optional<Map<String, byte[]>> read() {
    try {
      byte[] all = Files.readAllBytes(file);
      if (all.length < HASH_BYTES) {
        return Optional.empty();
      }
      byte[] payload = Arrays.copyOfRange(all, HASH_BYTES, all.length);
      boolean whole = Arrays.equals(sha256(payload), Arrays.copyOf(all, HASH_BYTES));
      return whole ? Optional.of(decode(payload)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps classes, at once or not at all; returns whether it could. */
  boolean write(Map<String, byte[]> classes) {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null) {
      return false;
    }
    try {
      Files.createDirectories(directory);
      Path draft = Files.createTempFile(directory, "strategy", ".tmp");
      try {
        Files.write(draft, encode(classes));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] encode(Map<String, byte[]> classes) throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(payload);
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> entry : new TreeMap<>(classes).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(sha256(payload.toByteArray()));
    payload.writeTo(all);
    return all.toByteArray();
  }

  private static Map<String, byte[]> decode(byte[] payload) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
    Map<String, byte[]> classes = new TreeMap<>();
    int count = in.readInt();
    if (count < 1 || count > MAX_CLASSES) {
      throw new IOException("a strategy has classes, the file says " + count);
    }
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      int size = in.readInt();
      if (size < 0 || size > in.available()) {
        throw new IOException("a class of " + size + " bytes does not fit into the file");
      }
      classes.put(name, in.readNBytes(size));
    }
    return classes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
