package io.tradewind.exchange.auth;

import io.tradewind.exchange.request.RawRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a request is signed: query and body as they were encoded, one right after the other,
 * without the signature, which may stand anywhere in either.
 *
 * @param text that is signed
 * @param signature as it was sent, decoded; empty if there is none
 */
public record SignedText(String text, Optional<String> signature) {
  private static final String SIGNATURE = "signature=";

  /** Of a request over HTTP. */
  public static SignedText of(RawRequest request) {
    List<String> signatures = new ArrayList<>();
    String query = without(request.query(), signatures);
    String body = without(request.body(), signatures);
    return new SignedText(query + body, signatures.stream().findFirst().map(SignedText::decoded));
  }

  private static String without(String encoded, List<String> signatures) {
    if (!encoded.contains(SIGNATURE)) {
      return encoded;
    }
    List<String> kept = new ArrayList<>();
    for (String pair : encoded.split("&", -1)) {
      if (pair.startsWith(SIGNATURE)) {
        signatures.add(pair.substring(SIGNATURE.length()));
      } else {
        kept.add(pair);
      }
    }
    return String.join("&", kept);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
