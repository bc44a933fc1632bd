package io.tradewind.venues.binance.venue;

import io.tradewind.venues.sign.BinanceSigner;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Requests to the WebSocket API as texts. All that goes into them is ours and needs no escaping.
 */
final class SocketText {
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
    String all =
        parameters.entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ":" + value(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(","));
    return "{\"id\":"
        + quoted(call.id())
        + ",\"method\":"
        + quoted(call.method())
        + ",\"params\":{"
        + all
        + "}}";
  }

  /** Times are numbers; what is signed is the same text either way. */
  private static String value(String name, String value) {
    return name.equals("timestamp") || name.equals("recvWindow") || name.equals("trailingDelta")
        ? value
        : quoted(value);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
