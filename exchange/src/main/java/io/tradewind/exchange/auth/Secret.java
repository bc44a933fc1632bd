package io.tradewind.exchange.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the exchange knows of a key to tell whether its owner signed. */
public sealed interface Secret {

  /** Whether a signature is of this text. */
  boolean signed(String text, String signature);

  /** A shared secret; signatures are HMAC-SHA256 in hexadecimal digits. */
  final class Hmac implements Secret {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** Of a shared secret, which must not be empty. */
    public Hmac(String secret) {
      this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    @Override
    public boolean signed(String text, String signature) {
      return MessageDigest.isEqual(
          signature(text).getBytes(StandardCharsets.US_ASCII),
          signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String text) {
      try {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(key);
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      } catch (GeneralSecurityException absent) {
        throw new IllegalStateException("every JDK has " + ALGORITHM, absent);
      }
    }

    @Override
    public String toString() {
      return "a shared secret";
    }
  }

  /** A public key; signatures are Ed25519 in base 64. */
  record Ed25519(PublicKey key) implements Secret {

    /**
     * Of a key in PEM or its base 64 alone (X.509).
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Ed25519 of(String pem) {
      String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      try {
        byte[] encoded = Base64.getDecoder().decode(base64);
        return new Ed25519(
            KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      } catch (GeneralSecurityException | IllegalArgumentException wrong) {
        throw new IllegalArgumentException("no public key of Ed25519 in PEM", wrong);
      }
    }

    @Override
    public boolean signed(String text, String signature) {
      try {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(text.getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getDecoder().decode(signature));
      } catch (GeneralSecurityException | IllegalArgumentException malformed) {
        return false;
      }
    }
  }
}
