package io.tradewind.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What proves that somebody may ask for something. Its text never gets into a log by chance. */
public final class Token {
  private static final int BYTES = 32;
  private static final String SCHEME = "Bearer ";

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  /** A new one that nobody can guess. */
  public static Token random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** One that was kept. */
  public static Token of(String text) {
    return new Token(text);
  }

  /** Its text, for the one file that keeps it. */
  public String reveal() {
    return text;
  }

  /** The header {@code Authorization} of who has it. */
  public String header() {
    return SCHEME + text;
  }

  /** Whether a header {@code Authorization} has it; that takes as long for any wrong one. */
  public boolean admits(String header) {
    return MessageDigest.isEqual(bytes(header()), bytes(header));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "token";
  }
}
