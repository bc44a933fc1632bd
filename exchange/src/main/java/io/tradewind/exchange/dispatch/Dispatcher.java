package io.tradewind.exchange.dispatch;

import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.auth.Gatekeeper.Verdict;
import io.tradewind.exchange.limit.OrderLimit;
import io.tradewind.exchange.limit.WeightLimit;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers requests of one market. It counts what they weigh, looks at keys and signatures, and asks
 * the endpoint. It belongs to the exchange's one thread.
 */
public final class Dispatcher {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, Endpoint> endpoints;
  private final Gatekeeper gate;
  private final WeightLimit weights;
  private final OrderLimit orders;

  /** Ready. */
  public Dispatcher(
      List<Endpoint> endpoints, Gatekeeper gate, WeightLimit weights, OrderLimit orders) {
    this.endpoints =
        endpoints.stream()
            .collect(
                Collectors.toMap(
                    Endpoint::key,
                    each -> each,
                    (one, other) -> {
                      throw new IllegalArgumentException("twice: " + one.key());
                    },
                    LinkedHashMap::new));
    this.gate = gate;
    this.weights = weights;
    this.orders = orders;
  }

  /** Whether there is such an endpoint. */
  public boolean knows(String endpoint) {
    return endpoints.containsKey(endpoint);
  }

  /** Answers a request for an endpoint that is known. */
  public Outcome answer(Ask ask, long nowMs) {
    return answer(
        ask,
        nowMs,
        security ->
            switch (security) {
              case NONE -> Optional.empty();
              case KEY -> Optional.of(gate.identify(ask.apiKey()));
              case SIGNED ->
                  Optional.of(
                      gate.admit(
                          ask.apiKey(), ask.parameters(), ask.signed(), ask.signature(), nowMs));
            });
  }

  /** Answers one whose owner is known already, who still must say when he asks. */
  public Outcome answer(Ask ask, ApiKey owner, long nowMs) {
    return answer(
        ask,
        nowMs,
        security -> {
          if (security == Security.SIGNED) {
            gate.checkTime(ask.parameters(), nowMs);
          }
          return Optional.of(new Verdict.Known(owner));
        });
  }

  private Outcome answer(Ask ask, long nowMs, Function<Security, Optional<Verdict>> admission) {
    Endpoint endpoint = endpoints.get(ask.endpoint());
    if (endpoint == null) {
      throw new IllegalArgumentException("no such endpoint: " + ask.endpoint());
    }
    Parameters parameters = ask.parameters();
    WeightLimit.Outcome use =
        weights.use(ask.address(), endpoint.weight().applyAsInt(parameters), nowMs);
    long used = weights.used(ask.address(), nowMs);
    if (use.error().isPresent()) {
      return failed(use.error().get(), used, OptionalLong.of(use.retryAfterSeconds()));
    }
    Optional<Verdict> verdict = admission.apply(endpoint.security());
    if (verdict.isEmpty()) {
      return act(endpoint, new Call(parameters, 0, nowMs), used);
    }
    return switch (verdict.get()) {
      case Verdict.Refused refused -> failed(refused.error(), used, OptionalLong.empty());
      case Verdict.Known known ->
          act(endpoint, new Call(parameters, known.key().account(), nowMs), used);
    };
  }

  private Outcome act(Endpoint endpoint, Call call, long used) {
    if (endpoint.orders() > 0) {
      Optional<WireError> refusal = orders.refusal(call.account(), call.nowMs());
      if (refusal.isPresent()) {
        long seconds = orders.retryAfterSeconds(call.account(), call.nowMs());
        return failed(refusal.get(), used, OptionalLong.of(seconds));
      }
    }
    Reply reply =
        call.parameters()
            .error()
            .<Reply>map(Reply.Failed::new)
            .orElseGet(() -> endpoint.handler().apply(call));
    return switch (reply) {
      case Reply.Done done -> done(done.body(), used, List.of());
      case Reply.Placed placed -> {
        orders.add(call.account(), placed.orders(), call.nowMs());
        yield done(placed.body(), used, orders.use(call.account(), call.nowMs()));
      }
      case Reply.Failed failed -> failed(failed.error(), used, OptionalLong.empty());
      case Reply.Partly partly ->
          new Outcome(
              partly.error().status(),
              body(partly.error()).set("data", partly.data()),
              used,
              List.of(),
              OptionalLong.empty());
    };
  }

  private static Outcome done(JsonNode body, long used, List<OrderLimit.Use> orders) {
    return new Outcome(200, body, used, orders, OptionalLong.empty());
  }

  private static Outcome failed(WireError error, long used, OptionalLong retryAfter) {
    return new Outcome(error.status(), body(error), used, List.of(), retryAfter);
  }

  /** Code and message. */
  public static ObjectNode body(WireError error) {
    return JSON.createObjectNode().put("code", error.code()).put("msg", error.message());
  }
}
