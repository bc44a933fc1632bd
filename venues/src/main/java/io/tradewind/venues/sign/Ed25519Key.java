package io.tradewind.venues.sign;

import io.tradewind.analytics.check.Check;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** A private key of Ed25519 (RFC 8032); the venue knows the public half alone. */
public final class Ed25519Key implements ApiKey {
  private static final String ALGORITHM = "Ed25519";
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final int SEED_BYTES = 32;

  private final String id;
  private final PrivateKey key;

  private Ed25519Key(String id, PrivateKey key) {
    this.id = KeyId.checked(id);
    this.key = key;
  }

  /**
   * A key as {@code openssl genpkey -algorithm ed25519} writes it: PKCS #8 in PEM.
   *
   * @throws IllegalArgumentException if it is none, without saying what it was
   */
  public static Ed25519Key ofPem(String id, String pem) {
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    Check.argument(
        begin >= 0 && end > begin,
        "a private key must stand between '" + BEGIN + "' and '" + END + "'");
    String body = pem.substring(begin + BEGIN.length(), end).replaceAll("\\s", "");
    try {
      PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(KeyText.base64(body));
      return new Ed25519Key(id, KeyFactory.getInstance(ALGORITHM).generatePrivate(spec));
    } catch (GeneralSecurityException hidden) {
      throw new IllegalArgumentException("the private key is no Ed25519 key in PKCS #8");
    }
  }

  /** A key as its seed of 32 bytes (RFC 8032, 5.1.5). */
  public static Ed25519Key ofSeed(String id, byte[] seed) {
    Check.argument(seed.length == SEED_BYTES, "a seed must have 32 bytes, had %s", seed.length);
    EdECPrivateKeySpec spec = new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.clone());
    try {
      return new Ed25519Key(id, KeyFactory.getInstance(ALGORITHM).generatePrivate(spec));
    } catch (GeneralSecurityException hidden) {
      throw new IllegalArgumentException("the seed makes no Ed25519 key");
    }
  }

  @Override
  public String id() {
    return id;
  }

  /** The signature of these bytes, 64 bytes; equal texts have equal signatures. */
  public byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return KeyId.shown("Ed25519Key", id);
  }
}
