package io.tradewind.exchange.stream;

import io.tradewind.exchange.api.Ear;
import io.tradewind.exchange.api.Line;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client of streams: what it listens to, whether messages are wrapped with the stream's name, and
 * the messages by which it changes either (Binance, WebSocket streams, live subscribing).
 */
public final class Listener implements Ear {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long SECOND_MS = 1000;
  private static final int POLICY_VIOLATION = 1008;
  private static final Set<String> METHODS =
      Set.of("SUBSCRIBE", "UNSUBSCRIBE", "LIST_SUBSCRIPTIONS", "SET_PROPERTY", "GET_PROPERTY");

  private static final String SHUTDOWN = "serverShutdown";

  private final StreamHub hub;
  private final Line line;
  private final Rules rules;
  private final Set<String> names = new LinkedHashSet<>();
  private boolean isCombined;
  private long second = Long.MIN_VALUE;
  private int messages;

  /**
   * What a market lets a client do.
   *
   * @param messagesASecond how many messages it may send; one more ends the line
   * @param streams how many it may listen to
   */
  public record Rules(int messagesASecond, int streams) {}

  /**
   * Listens from now on.
   *
   * @param names of streams
   * @param combined whether messages are wrapped
   */
  public Listener(StreamHub hub, Line line, Rules rules, List<String> names, boolean combined) {
    this.hub = hub;
    this.line = line;
    this.rules = rules;
    this.isCombined = combined;
    names.forEach(this::subscribe);
  }

  @Override
  public void close() {
    names.forEach(name -> hub.remove(name, this));
    names.clear();
  }

  /** A stream that it listens to tells something. */
  void tell(String name, String json) {
    line.tell(name, isCombined ? "{\"stream\":" + quoted(name) + ",\"data\":" + json + "}" : json);
  }

  @Override
  public void onShutdown(long nowMs) {
    String json = JSON.createObjectNode().put("e", SHUTDOWN).put("E", nowMs).toString();
    tell("!" + SHUTDOWN, json);
  }

  /** The client sent a frame of any kind. */
  public void onFrame(long nowMs) {
    if (Math.floorDiv(nowMs, SECOND_MS) != second) {
      second = Math.floorDiv(nowMs, SECOND_MS);
      messages = 0;
    }
    messages++;
    if (messages > rules.messagesASecond()) {
      line.close(POLICY_VIOLATION, "Too many requests");
    }
  }

  @Override
  public void onText(String text, long nowMs) {
    onFrame(nowMs);
    if (messages <= rules.messagesASecond()) {
      line.send(answer(text));
    }
  }

  private String answer(String text) {
    JsonNode asked;
    try {
      asked = JSON.readTree(text);
    } catch (JacksonException broken) {
      return error(3, "Invalid JSON: expected value at line 1 column 1");
    }
    if (!asked.isObject()) {
      return error(2, "Invalid request: expected an object");
    }
    JsonNode method = asked.path("method");
    if (!method.isString()) {
      return error(2, "Invalid request: missing field `method` at line 1 column " + text.length());
    }
    if (!METHODS.contains(method.stringValue())) {
      return error(
          2,
          "Invalid request: unknown variant `"
              + method.stringValue()
              + "`, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`,"
              + " `SET_PROPERTY`, `GET_PROPERTY` at line 1 column 28");
    }
    JsonNode id = asked.path("id");
    if (!id.isMissingNode() && !id.isNull() && !id.isIntegralNumber() && !id.isString()) {
      return error(2, "Invalid request: request ID must be an unsigned integer");
    }
    return answer(method.stringValue(), asked.path("params"), id);
  }

  private String answer(String method, JsonNode params, JsonNode id) {
    return switch (method) {
      case "SUBSCRIBE" -> change(params, id, true);
      case "UNSUBSCRIBE" -> change(params, id, false);
      case "LIST_SUBSCRIPTIONS" -> result(JSON.valueToTree(names), id);
      case "SET_PROPERTY" -> setProperty(params, id);
      default ->
          isCombinedProperty(params, 1)
              ? result(JSON.getNodeFactory().booleanNode(isCombined), id)
              : error(0, "Unknown property");
    };
  }

  private String change(JsonNode params, JsonNode id, boolean add) {
    if (!params.isArray() || params.valueStream().anyMatch(each -> !each.isString())) {
      return error(2, "Invalid request: params must be a list of streams");
    }
    List<String> asked = params.valueStream().map(JsonNode::stringValue).toList();
    if (add && names.size() + asked.size() > rules.streams()) {
      return error(2, "Invalid request: too many parameters");
    }
    for (String name : asked) {
      if (add) {
        subscribe(name);
      } else if (names.remove(name)) {
        hub.remove(name, this);
      }
    }
    return result(JSON.getNodeFactory().nullNode(), id);
  }

  private void subscribe(String name) {
    if (names.add(name)) {
      hub.add(name, this);
    }
  }

  private String setProperty(JsonNode params, JsonNode id) {
    if (!isCombinedProperty(params, 2)) {
      return error(0, "Unknown property");
    }
    if (!params.get(1).isBoolean()) {
      return error(1, "Invalid value type: expected Boolean");
    }
    isCombined = params.get(1).booleanValue();
    return result(JSON.getNodeFactory().nullNode(), id);
  }

  private static boolean isCombinedProperty(JsonNode params, int size) {
    return params.isArray()
        && params.size() == size
        && params.get(0).isString()
        && params.get(0).stringValue().equals("combined");
  }

  private static String result(JsonNode result, JsonNode id) {
    ObjectNode answer = JSON.createObjectNode();
    answer.set("result", result);
    answer.set("id", id.isMissingNode() ? JSON.getNodeFactory().nullNode() : id);
    return answer.toString();
  }

  private static String error(int code, String text) {
    return JSON.createObjectNode().put("code", code).put("msg", text).toString();
  }

  private static String quoted(String text) {
    return JSON.getNodeFactory().stringNode(text).toString();
  }
}
