package io.tradewind.exchange.dispatch;

import io.tradewind.exchange.request.Parameters;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One thing that can be asked.
 *
 * @param method of HTTP
 * @param path below the market's root, such as {@code depth}
 * @param security what a request must bring
 * @param orders how many new orders it may place at most; zero if none
 * @param weight what it costs; it may only look at parameters
 * @param handler what it does, always on the exchange's one thread
 */
public record Endpoint(
    String method,
    String path,
    Security security,
    int orders,
    ToIntFunction<Parameters> weight,
    Function<Call, Reply> handler) {

  /** Something that everybody may ask, at one weight. */
  public static Endpoint open(String path, int weight, Function<Call, Reply> handler) {
    return open(path, all -> weight, handler);
  }

  /** Something that everybody may ask. */
  public static Endpoint open(
      String path, ToIntFunction<Parameters> weight, Function<Call, Reply> handler) {
    return new Endpoint("GET", path, Security.NONE, 0, weight, handler);
  }

  /** Something that the owner of an account asks. */
  public static Endpoint signed(
      String method, String path, int weight, Function<Call, Reply> handler) {
    return new Endpoint(method, path, Security.SIGNED, 0, all -> weight, handler);
  }

  /** Something that places orders. */
  public static Endpoint placing(
      String method, String path, int orders, int weight, Function<Call, Reply> handler) {
    return new Endpoint(method, path, Security.SIGNED, orders, all -> weight, handler);
  }

  /** How it is found. */
  String key() {
    return method + " " + path;
  }
}
