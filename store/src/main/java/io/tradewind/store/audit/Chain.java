package io.tradewind.store.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How lines hang together: the hash of a line is the SHA-256 of the digits of the hash before it
 * and of its own bytes up to {@code ,"hash"}.
 */
final class Chain {
  /** Of a hash. */
  static final int DIGITS = 64;

  /** The hash before the first line. */
  static final String START = "0".repeat(DIGITS);

  private Chain() {}

  static String hash(String previous, String body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(previous.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(sha.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
