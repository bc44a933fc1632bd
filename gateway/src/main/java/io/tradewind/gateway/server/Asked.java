package io.tradewind.gateway.server;

import io.javalin.http.Context;
import io.tradewind.gateway.auth.Visitor;
import java.util.Optional;

/** A request, without what the server's library makes of it. */
final class Asked {
  private final Context context;

  Asked(Context context) {
    this.context = context;
  }

  String method() {
    return context.method().name();
  }

  String path() {
    return context.path();
  }

  Visitor visitor() {
    return new Visitor(find("Host"), find("Origin"), find("Sec-Fetch-Site"));
  }

  /** A header, empty where there is none. */
  String header(String name) {
    return find(name).orElse("");
  }

  private Optional<String> find(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /**
   * Its body.
   *
   * @throws io.javalin.http.HttpResponseException if it is too long
   */
  String body() {
    return context.body();
  }
}
