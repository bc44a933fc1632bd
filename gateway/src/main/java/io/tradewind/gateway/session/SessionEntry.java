package io.tradewind.gateway.session;

import io.tradewind.gateway.auth.Token;
import io.tradewind.gateway.json.JsonReading;
import io.tradewind.gateway.json.JsonText;
import tools.jackson.databind.JsonNode;

/**
 * Where a running session is.
 *
 * @param session its name
 * @param version of the program that runs it
 * @param port where it listens on loopback
 * @param process which one it is
 * @param token what who asks for something has to have
 */
public record SessionEntry(
    String session, String version, int port, ProcessMark process, Token token) {
  String text(int api) {
    return JsonText.object(json -> {
      json.writeNumberProperty("api", api);
      json.writeStringProperty("version", version);
      json.writeStringProperty("session", session);
      json.writeNumberProperty("port", port);
      json.writeNumberProperty("pid", process.pid());
      json.writeNumberProperty("processStartedMs", process.startedMs());
      json.writeStringProperty("token", token.reveal());
    });
  }

  static SessionEntry of(JsonNode json) {
    return new SessionEntry(
        JsonReading.text(json, "session"),
        JsonReading.text(json, "version"),
        Math.toIntExact(JsonReading.whole(json, "port")),
        new ProcessMark(
            JsonReading.whole(json, "pid"), JsonReading.whole(json, "processStartedMs")),
        Token.of(JsonReading.text(json, "token")));
  }
}
