package io.tradewind.venues.sign;

import io.tradewind.analytics.check.Check;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that both sides know; texts are authenticated by HMAC (RFC 2104). */
public final class HmacKey implements ApiKey {
  /** The hash under the HMAC. */
  public enum Hash {
    /** 32 bytes. */
    SHA256("HmacSHA256"),
    /** 64 bytes. */
    SHA512("HmacSHA512");

    private final String algorithm;

    Hash(String algorithm) {
      this.algorithm = algorithm;
    }
  }

  private final String id;

  /** By hash, keyed once: to look one up and key it takes longer than to use it. */
  private final Map<Hash, Mac> macs = new EnumMap<>(Hash.class);

  private HmacKey(String id, byte[] secret) {
    this.id = KeyId.checked(id);
    Check.argument(secret.length > 0, "the secret of a key must not be empty");
    for (Hash hash : Hash.values()) {
      macs.put(hash, keyed(hash, secret));
    }
  }

  private static Mac keyed(Hash hash, byte[] secret) {
    try {
      Mac mac = Mac.getInstance(hash.algorithm);
      mac.init(new SecretKeySpec(secret, hash.algorithm));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + hash.algorithm, e);
    }
  }

  /** A secret that is used as the text that it is, as at Binance. */
  public static HmacKey ofText(String id, String secret) {
    return new HmacKey(id, secret.strip().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A secret that is written in base64, as at Kraken.
   *
   * @throws IllegalArgumentException if it is no base64, without saying what it was
   */
  public static HmacKey ofBase64(String id, String secret) {
    return new HmacKey(id, KeyText.base64(secret));
  }

  @Override
  public String id() {
    return id;
  }

  /** The authentication code of these bytes. */
  public synchronized byte[] mac(Hash hash, byte[] text) {
    return Objects.requireNonNull(macs.get(hash)).doFinal(text);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return KeyId.shown("HmacKey", id);
  }
}
