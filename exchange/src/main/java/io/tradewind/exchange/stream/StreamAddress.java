package io.tradewind.exchange.stream;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the address of a socket asks for: {@code /ws/a/b} gives messages as they are, {@code
 * /stream?streams=a/b} wraps them. Keys of user data may be named as {@code ?listenKey=}.
 *
 * @param names of streams, maybe none
 * @param combined whether messages are wrapped
 */
public record StreamAddress(List<String> names, boolean combined) {

  /** Of a path and a query as they were encoded; empty if no streams are there. */
  public static Optional<StreamAddress> of(String path, String query) {
    Stream<String> keys = values(query, "listenKey");
    if (path.equals("/ws") || path.startsWith("/ws/")) {
      Stream<String> ofPath = split(decoded(path.substring("/ws".length())));
      return Optional.of(new StreamAddress(Stream.concat(ofPath, keys).toList(), false));
    }
    if (path.equals("/stream") || path.startsWith("/stream/")) {
      Stream<String> asked = values(query, "streams").flatMap(StreamAddress::split);
      return Optional.of(new StreamAddress(Stream.concat(asked, keys).toList(), true));
    }
    return Optional.empty();
  }

  /**
   * The same of futures, which have it below {@code /public}, {@code /market} and {@code /private},
   * all of that below {@code /fapi} if one wants to, and there also by itself.
   */
  public static Optional<StreamAddress> ofFutures(String path, String query) {
    String rest =
        path.replaceFirst("^/fapi(?=/)", "").replaceFirst("^/(public|market|private)(?=/)", "");
    return rest.equals(path) ? Optional.empty() : of(rest, query);
  }

  private static Stream<String> values(String query, String name) {
    return Stream.of(query.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> decoded(pair.substring(name.length() + 1)));
  }

  private static Stream<String> split(String names) {
    return Stream.of(names.split("/")).filter(name -> !name.isEmpty());
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
