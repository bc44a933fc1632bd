package io.tradewind.venues.sign;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/**
 * Signatures as Binance wants them, for spot and futures. Source: developers.binance.com, "Signed
 * endpoint examples". HMAC-SHA256 is written in hexadecimal, Ed25519 in base64.
 */
public final class BinanceSigner {
  /** The header that carries {@link ApiKey#id}. */
  public static final String KEY_HEADER = "X-MBX-APIKEY";

  private static final int LENGTH = 256;

  private final ApiKey key;

  /** Signs with this key. */
  public BinanceSigner(ApiKey key) {
    this.key = key;
  }

  /** What goes into {@link #KEY_HEADER}. */
  public String keyId() {
    return key.id();
  }

  /**
   * The signature of a request.
   *
   * @param text query and body as they are sent, percent-encoded, one after the other without
   *     anything between them
   */
  public String signature(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (key) {
      case HmacKey hmac -> HexFormat.of().formatHex(hmac.mac(HmacKey.Hash.SHA256, bytes));
      case Ed25519Key ed -> Base64.getEncoder().encodeToString(ed.sign(bytes));
    };
  }

  /** A query with its signature at the end, ready to be sent. */
  public String signed(String query) {
    String signature = "signature=" + QueryText.encode(signature(query));
    return query.isEmpty() ? signature : query + "&" + signature;
  }

  /**
   * The signature of a request by WebSocket: names in alphabetical order, nothing encoded.
   *
   * @param parameters all but the signature
   */
  public String socketSignature(SortedMap<String, String> parameters) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (Map.Entry<String, String> entry : parameters.entrySet()) {
      text.append(text.isEmpty() ? "" : "&")
          .append(entry.getKey())
          .append('=')
          .append(entry.getValue());
    }
    return signature(text.toString());
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "BinanceSigner[" + key + "]";
  }
}
