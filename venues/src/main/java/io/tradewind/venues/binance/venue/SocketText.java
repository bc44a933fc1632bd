package io.tradewind.venues.binance.venue;

import io.tradewind.venues.sign.BinanceSigner;
import java.util.Map;
import java.util.SortedMap;

/**
 * Requests to the WebSocket API as texts. All that goes into them is ours and needs no escaping.
 */
final class SocketText {
  private static final int LENGTH = 512;

  private SocketText() {}

  /** Which method, and the number by which its answer is found. */
  record Call(String id, String method) {}

  /** With key, time and signature; the parameters are changed. */
  static String signed(
      Call call,
      SortedMap<String, String> parameters,
      BinanceSigner signer,
      long venueMs,
      long windowMs) {
    parameters.put("apiKey", signer.keyId());
    parameters.put("recvWindow", Long.toString(windowMs));
    parameters.put("timestamp", Long.toString(venueMs));
    String signature = signer.socketSignature(parameters);
    parameters.put("signature", signature);
    StringBuilder text = new StringBuilder(LENGTH);
    quote(text.append("{\"id\":"), call.id());
    quote(text.append(",\"method\":"), call.method());
    text.append(",\"params\":{");
    String separator = "";
    for (Map.Entry<String, String> entry : parameters.entrySet()) {
      quote(text.append(separator), entry.getKey());
      text.append(':');
      if (isNumber(entry.getKey())) {
        text.append(entry.getValue());
      } else {
        quote(text, entry.getValue());
      }
      separator = ",";
    }
    return text.append("}}").toString();
  }

  /** Times are numbers; what is signed is the same text either way. */
  private static boolean isNumber(String name) {
    return name.equals("timestamp") || name.equals("recvWindow") || name.equals("trailingDelta");
  }

  private static void quote(StringBuilder text, String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\');
      }
      text.append(c);
    }
    text.append('"');
  }
}
