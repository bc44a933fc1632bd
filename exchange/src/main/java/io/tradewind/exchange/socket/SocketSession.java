package io.tradewind.exchange.socket;

import io.tradewind.exchange.api.Ear;
import io.tradewind.exchange.api.Line;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.auth.Gatekeeper.Verdict;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.dispatch.Ask;
import io.tradewind.exchange.dispatch.Dispatcher;
import io.tradewind.exchange.dispatch.Outcome;
import io.tradewind.exchange.limit.OrderLimit;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One client of the WebSocket API: who he is once he has logged on, and the accounts whose events
 * he hears (Binance, WebSocket API for spot).
 */
public final class SocketSession implements Ear {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String USER_DATA = "user data";

  private final Shared shared;
  private final Line line;
  private final String address;
  private final long connectedMs;
  private Optional<ApiKey> owner = Optional.empty();
  private long authorizedMs;
  private boolean showsLimits;
  private final Map<Integer, Long> accounts = new LinkedHashMap<>();
  private int lastSubscription = -1;

  /**
   * What all sessions share.
   *
   * @param methods which endpoints are asked
   * @param weightLimit a minute, as it is told
   */
  public record Shared(
      Dispatcher dispatcher,
      Gatekeeper gate,
      UserLines users,
      SocketMethods methods,
      long weightLimit) {}

  /**
   * A client has connected.
   *
   * @param showsLimits whether answers tell limits, unless a request says otherwise
   */
  public SocketSession(Shared shared, Line line, String address, long nowMs, boolean showsLimits) {
    this.shared = shared;
    this.line = line;
    this.address = address;
    this.connectedMs = nowMs;
    this.showsLimits = showsLimits;
  }

  @Override
  public void onText(String text, long nowMs) {
    switch (SocketRequest.parse(text)) {
      case SocketRequest.Parsed.Broken broken ->
          send(broken.id(), refused(broken.error()), showsLimits);
      case SocketRequest.Parsed.Sound sound -> answer(sound.request(), nowMs);
    }
  }

  @Override
  public void close() {
    List.copyOf(accounts.keySet()).forEach(this::unsubscribe);
  }

  private void answer(SocketRequest request, long nowMs) {
    Parameters all = Parameters.of(request.values());
    boolean withLimits = all.flag("returnRateLimits", showsLimits);
    Outcome outcome =
        switch (request.method()) {
          case "session.logon" -> logon(request, all, nowMs);
          case "session.status" -> done(status(nowMs));
          case "session.logout" -> logout(nowMs);
          case "session.subscriptions" -> done(subscriptions());
          case "userDataStream.subscribe" -> subscribe();
          case "userDataStream.subscribe.signature" -> subscribeSigned(request, all, nowMs);
          case "userDataStream.unsubscribe" -> unsubscribe(all);
          default -> dispatch(request, all, nowMs);
        };
    send(request.id(), outcome, withLimits);
  }

  private Outcome dispatch(SocketRequest request, Parameters all, long nowMs) {
    Optional<String> endpoint = shared.methods().endpoint(request.method());
    if (endpoint.isEmpty()) {
      return refused(WireError.badRequest(-1020, "This operation is not supported."));
    }
    Ask ask =
        new Ask(
            endpoint.get(),
            all,
            all.optional("apiKey"),
            request.signed(),
            Optional.ofNullable(request.values().get("signature")),
            address);
    return owner.isPresent() && !all.has("signature")
        ? shared.dispatcher().answer(ask, owner.get(), nowMs)
        : shared.dispatcher().answer(ask, nowMs);
  }

  private Outcome logon(SocketRequest request, Parameters all, long nowMs) {
    return switch (admitted(request, all, nowMs)) {
      case Verdict.Refused refused -> refused(refused.error());
      case Verdict.Known known -> {
        if (!(known.key().secret() instanceof Secret.Ed25519)) {
          yield refused(WireError.badRequest(-4056, "HMAC_SHA256 API key is not supported."));
        }
        owner = Optional.of(known.key());
        authorizedMs = nowMs;
        yield done(status(nowMs));
      }
    };
  }

  private Verdict admitted(SocketRequest request, Parameters all, long nowMs) {
    return shared
        .gate()
        .admit(
            all.optional("apiKey"),
            all,
            request.signed(),
            Optional.ofNullable(request.values().get("signature")),
            nowMs);
  }

  private ObjectNode status(long nowMs) {
    ObjectNode json = JSON.createObjectNode();
    owner.ifPresentOrElse(
        key -> json.put("apiKey", key.name()).put("authorizedSince", authorizedMs),
        () -> json.putNull("apiKey").putNull("authorizedSince"));
    return json.put("connectedSince", connectedMs)
        .put("returnRateLimits", showsLimits)
        .put("serverTime", nowMs)
        .put("userDataStream", !accounts.isEmpty());
  }

  private Outcome logout(long nowMs) {
    owner.ifPresent(key -> {
      accounts.entrySet().stream()
          .filter(each -> each.getValue() == key.account())
          .map(Map.Entry::getKey)
          .toList()
          .forEach(this::unsubscribe);
    });
    owner = Optional.empty();
    return done(status(nowMs));
  }

  private ArrayNode subscriptions() {
    ArrayNode json = JSON.createArrayNode();
    accounts.keySet().forEach(id -> json.addObject().put("subscriptionId", id));
    return json;
  }

  private Outcome subscribe() {
    return owner
        .map(key -> subscribe(key.account()))
        .orElseGet(() ->
            refused(new WireError(401, -2015, "Invalid API-key, IP, or permissions for action.")));
  }

  private Outcome subscribeSigned(SocketRequest request, Parameters all, long nowMs) {
    return switch (admitted(request, all, nowMs)) {
      case Verdict.Refused refused -> refused(refused.error());
      case Verdict.Known known -> subscribe(known.key().account());
    };
  }

  private Outcome subscribe(long account) {
    if (accounts.containsValue(account)) {
      return refused(WireError.badRequest(-2035, "User Data Stream subscription already active."));
    }
    lastSubscription++;
    accounts.put(lastSubscription, account);
    shared.users().add(account, this);
    return done(JSON.createObjectNode().put("subscriptionId", lastSubscription));
  }

  private Outcome unsubscribe(Parameters all) {
    OptionalLong id = all.optionalCount("subscriptionId");
    if (id.isPresent() && !accounts.containsKey((int) id.getAsLong())) {
      return refused(WireError.badRequest(-2036, "User Data Stream subscription not active."));
    }
    if (id.isPresent()) {
      unsubscribe((int) id.getAsLong());
    } else {
      close();
    }
    return done(JSON.createObjectNode());
  }

  private void unsubscribe(int subscription) {
    Long account = accounts.remove(subscription);
    if (account != null) {
      shared.users().remove(account, this);
    }
  }

  /** Something happened to an account that he hears of. */
  void tell(long account, ObjectNode event) {
    accounts.forEach((id, heard) -> {
      if (heard == account) {
        ObjectNode json = JSON.createObjectNode().put("subscriptionId", id);
        json.set("event", event);
        line.tell(USER_DATA, json.toString());
      }
    });
  }

  @Override
  public void onShutdown(long nowMs) {
    ObjectNode json = JSON.createObjectNode();
    json.putObject("event").put("e", "serverShutdown").put("E", nowMs);
    line.tell(USER_DATA, json.toString());
  }

  private static Outcome done(JsonNode result) {
    return new Outcome(200, result, 0, List.of(), OptionalLong.empty());
  }

  private static Outcome refused(WireError error) {
    return new Outcome(error.status(), Dispatcher.body(error), 0, List.of(), OptionalLong.empty());
  }

  private void send(JsonNode id, Outcome outcome, boolean withLimits) {
    ObjectNode json = JSON.createObjectNode();
    json.set("id", id);
    json.put("status", outcome.status());
    json.set(outcome.isDone() ? "result" : "error", outcome.body());
    if (withLimits) {
      ArrayNode limits = json.putArray("rateLimits");
      for (OrderLimit.Use use : outcome.orders()) {
        limits.add(
            limit("ORDERS", use.rule().unit(), use.rule().count(), use.rule().limit(), use.used()));
      }
      limits.add(limit("REQUEST_WEIGHT", "MINUTE", 1, shared.weightLimit(), outcome.usedWeight()));
    }
    line.send(json.toString());
  }

  private static ObjectNode limit(String type, String unit, int count, long limit, long used) {
    return JSON.createObjectNode()
        .put("rateLimitType", type)
        .put("interval", unit)
        .put("intervalNum", count)
        .put("limit", limit)
        .put("count", used);
  }
}
