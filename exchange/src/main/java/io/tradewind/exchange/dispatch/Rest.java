package io.tradewind.exchange.dispatch;

import io.tradewind.exchange.auth.SignedText;
import io.tradewind.exchange.limit.OrderLimit;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.RawRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests over HTTP, below one root. */
public final class Rest {
  private final String root;
  private final Dispatcher dispatcher;

  /**
   * Ready.
   *
   * @param root of all paths, such as {@code /api/v3/}
   */
  public Rest(String root, Dispatcher dispatcher) {
    this.root = root;
    this.dispatcher = dispatcher;
  }

  /** Answers a request at a time. */
  public Response answer(RawRequest request, long nowMs) {
    String endpoint =
        request.path().startsWith(root)
            ? request.method() + " " + request.path().substring(root.length())
            : "";
    if (!dispatcher.knows(endpoint)) {
      return new Response(404, Map.of(), "");
    }
    SignedText signed = SignedText.of(request);
    Parameters parameters = Parameters.of(request.query(), request.body());
    Ask ask =
        new Ask(
            endpoint,
            parameters,
            request.apiKey(),
            signed.text(),
            signed.signature(),
            request.address());
    return response(dispatcher.answer(ask, nowMs));
  }

  private static Response response(Outcome outcome) {
    Map<String, String> headers = new LinkedHashMap<>();
    String used = Long.toString(outcome.usedWeight());
    headers.put("X-MBX-USED-WEIGHT", used);
    headers.put("X-MBX-USED-WEIGHT-1M", used);
    for (OrderLimit.Use use : outcome.orders()) {
      headers.put("X-MBX-ORDER-COUNT-" + use.rule().label(), Long.toString(use.used()));
    }
    outcome
        .retryAfterSeconds()
        .ifPresent(seconds -> headers.put("Retry-After", Long.toString(seconds)));
    return new Response(outcome.status(), headers, outcome.body().toString());
  }
}
