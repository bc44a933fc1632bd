package io.tradewind.exchange.socket;

import io.tradewind.exchange.request.WireError;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request in JSON. Values are kept as they were written, for so they are signed: 0.10 is not 0.1.
 *
 * @param id as it was sent, null of JSON if it was not
 * @param method maybe with a version before it
 * @param values by name, in the order of names
 */
record SocketRequest(JsonNode id, String method, TreeMap<String, String> values) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LONGEST_ID = ".{1,36}";

  /** What came of reading it. */
  sealed interface Parsed {
    /** A request. */
    record Sound(SocketRequest request) implements Parsed {}

    /** None, with the id if that could be read. */
    record Broken(JsonNode id, WireError error) implements Parsed {}
  }

  static Parsed parse(String text) {
    JsonNode none = JSON.getNodeFactory().nullNode();
    try {
      JsonNode all = JSON.readTree(text);
      JsonNode id = all.isObject() && all.has("id") ? all.get("id") : none;
      boolean isId =
          id.isNull()
              || id.isIntegralNumber()
              || (id.isString() && id.stringValue().matches(LONGEST_ID));
      if (!all.isObject() || !isId || !all.path("method").isString()) {
        return new Parsed.Broken(isId ? id : none, invalid());
      }
      String method = all.get("method").stringValue();
      TreeMap<String, String> values = new TreeMap<>();
      JsonNode params = all.path("params");
      if (params.isObject()) {
        values.putAll(values(text));
      } else if (!params.isMissingNode() && !params.isNull()) {
        return new Parsed.Broken(id, invalid());
      }
      return new Parsed.Sound(new SocketRequest(id, method, values));
    } catch (JacksonException broken) {
      return new Parsed.Broken(none, invalid());
    }
  }

  private static WireError invalid() {
    return WireError.badRequest(-1135, "Invalid JSON Request");
  }

  private static Map<String, String> values(String text) {
    TreeMap<String, String> values = new TreeMap<>();
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean isParams = parser.currentName().equals("params");
        parser.nextToken();
        if (!isParams) {
          parser.skipChildren();
          continue;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          JsonToken token = parser.nextToken();
          if (token.isStructStart()) {
            values.put(name, parser.readValueAsTree().toString());
          } else if (token != JsonToken.VALUE_NULL) {
            values.put(name, parser.getString());
          }
        }
      }
    }
    return values;
  }

  /** What is signed: all values but the signature, by name, not encoded. */
  String signed() {
    return values.entrySet().stream()
        .filter(each -> !each.getKey().equals("signature"))
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("&"));
  }
}
