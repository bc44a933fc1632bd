package io.tradewind.gateway.control;

import io.tradewind.gateway.json.JsonReading;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Who asks for something, and why.
 *
 * @param by who
 * @param reason why; empty where nothing was said
 * @param lock which lock of entries it is about; there is one where {@link Control#LIFT_LOCK} is
 *     asked for, and only there
 */
public record Wish(String by, String reason, Optional<LockName> lock) {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_REASON = 200;

  /**
   * Reads the body of a request.
   *
   * @throws IllegalArgumentException in words for who asked
   */
  public static Wish read(Control control, String body) {
    JsonNode json = JsonReading.object(body);
    boolean isOfLock = control == Control.LIFT_LOCK;
    refuseOthers(json, isOfLock ? List.of("by", "reason", "lock") : List.of("by", "reason"));
    String by = JsonReading.text(json, "by").strip();
    String reason =
        JsonReading.find(json, "reason")
            .map(_ -> JsonReading.text(json, "reason").strip())
            .orElse("");
    refuseUnlessPlain("by", by, LONGEST_NAME);
    refuseUnlessPlain("reason", reason, LONGEST_REASON);
    if (by.isEmpty()) {
      throw new IllegalArgumentException("'by' must say who asks, it is empty");
    }
    return new Wish(by, reason, isOfLock ? Optional.of(lock(json)) : Optional.empty());
  }

  private static LockName lock(JsonNode json) {
    JsonNode lock =
        JsonReading.find(json, "lock")
            .filter(JsonNode::isObject)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "'lock' must name the lock, such as {\"reason\": \"stop-guard\"}"));
    return LockName.read(lock);
  }

  /** A word that was mistyped must not be left out silently: it may narrow what is asked. */
  static void refuseOthers(JsonNode json, List<String> known) {
    for (String name : json.propertyNames()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "'" + name + "' is not known here; known are " + String.join(", ", known));
      }
    }
  }

  /** Such texts get into journals and terminals. */
  private static void refuseUnlessPlain(String name, String text, int longest) {
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          "'" + name + "' must be at most " + longest + " characters, was " + text.length());
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("'" + name + "' must be one line of plain text");
    }
  }

  /** Who, and why where that was said. */
  String words() {
    return reason.isEmpty() ? by : by + ": " + reason;
  }
}
