package io.tradewind.store.audit;

import io.tradewind.core.time.Utc;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an audit.
 *
 * @param number from 1, rising by one over all files
 * @param kind such as {@code order-moved}
 * @param forced number of the last line that was on disk for sure when this one was written, which
 *     tells an end that was torn off from damage
 * @param json what it holds
 * @param body all before the hash
 * @param hash of the line and all before it
 */
public record AuditLine(
    long number, String kind, long forced, String json, String body, String hash) {
  private static final Pattern BODY =
      Pattern.compile(
          "\\{\"line\":(\\d{1,18}),\"time\":\"[^\"]*\",\"kind\":\"([a-z0-9-]+)\","
              + "\"forced\":(\\d{1,18}),\"entry\":(\\{.*})",
          Pattern.DOTALL);
  private static final Pattern SEQUENCE = Pattern.compile("\\{\"sequence\":(\\d{1,18}),");

  /** The body of the line of an entry. */
  static String body(long number, long forced, AuditEntry entry) {
    return "{\"line\":"
        + number
        + ",\"time\":\""
        + Utc.format(entry.timeNs())
        + "\",\"kind\":\""
        + entry.kind()
        + "\",\"forced\":"
        + forced
        + ",\"entry\":"
        + entry.json();
  }

  /** A line in its parts, whether its hash is right or not; empty where it is none. */
  static Optional<AuditLine> read(String text) {
    return Sealed.read(text).flatMap(AuditLine::read);
  }

  private static Optional<AuditLine> read(Sealed sealed) {
    Matcher matcher = BODY.matcher(sealed.body());
    return matcher.matches()
        ? Optional.of(
            new AuditLine(
                Long.parseLong(matcher.group(1)),
                matcher.group(2),
                Long.parseLong(matcher.group(3)),
                matcher.group(4),
                sealed.body(),
                sealed.hash()))
        : Optional.empty();
  }

  boolean follows(long line, String previous) {
    return number == line + 1 && hash.equals(Chain.hash(previous, body));
  }

  /** The sequence of a decision; empty of a note. */
  public OptionalLong sequence() {
    Matcher matcher = SEQUENCE.matcher(json);
    return matcher.lookingAt()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /**
   * What it holds.
   *
   * @throws AuditException if this version cannot read it
   */
  public AuditEntry entry() {
    try {
      return AuditEntry.read(kind, json);
    } catch (AuditException e) {
      throw new AuditException("line %s of the audit: %s".formatted(number, e.getMessage()), e);
    }
  }
}
