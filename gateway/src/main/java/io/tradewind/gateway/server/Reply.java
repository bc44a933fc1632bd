package io.tradewind.gateway.server;

import io.tradewind.core.time.Utc;
import io.tradewind.gateway.control.Control;
import io.tradewind.gateway.control.Outcome;
import io.tradewind.gateway.json.JsonText;
import java.util.Map;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param type of the body
 * @param headers beside those that all answers have
 */
record Reply(int status, String type, String body, Map<String, String> headers) {
  static final int OK = 200;
  static final int UNAVAILABLE = 503;
  private static final String JSON = "application/json; charset=utf-8";

  static Reply json(int status, String body) {
    return new Reply(status, JSON, body, Map.of());
  }

  /** What went wrong, in words. */
  static Reply error(int status, String key, String message) {
    return json(
        status,
        JsonText.object(json -> {
          json.writeStringProperty("error", key);
          json.writeStringProperty("message", message);
        }));
  }

  Reply with(String header, String value) {
    return new Reply(status, type, body, Map.of(header, value));
  }

  /** What became of a wish. */
  static Reply of(Control asked, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken(long timeNs) ->
          json(
              OK,
              JsonText.object(json -> {
                json.writeStringProperty("control", asked.key());
                json.writeStringProperty("state", "taken");
                json.writeStringProperty("time", Utc.format(timeNs));
              }));
      case Outcome.Waiting() -> json(202, state(asked, "waiting"));
      case Outcome.Ending() -> json(202, state(asked, "ending"));
      case Outcome.TooMany() ->
          error(429, "too-many", "too many wait to be taken: ask again in a second")
              .with("Retry-After", "1");
      case Outcome.Missing(String what) -> error(404, "missing", what);
      case Outcome.Failed() ->
          error(
              UNAVAILABLE,
              "not-written",
              "the session could not write it down: look at its log before you rely on it");
    };
  }

  private static String state(Control asked, String state) {
    return JsonText.object(json -> {
      json.writeStringProperty("control", asked.key());
      json.writeStringProperty("state", state);
    });
  }
}
