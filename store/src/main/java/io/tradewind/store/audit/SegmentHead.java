package io.tradewind.store.audit;

import java.util.Locale;
import java.util.Optional;

/**
 * The first line of a file of an audit.
 *
 * @param audit always {@value #MARK}
 * @param format version of the lines
 * @param session whose audit it is
 * @param code version of the program that began the file
 * @param description of the session
 * @param segment number of the file, from 1
 * @param after number of the last line before
 * @param sequence of the last decision before, 0 if there was none
 * @param previous hash of the last line before
 */
record SegmentHead(
    String audit,
    int format,
    long session,
    String code,
    String description,
    long segment,
    long after,
    long sequence,
    String previous) {
  static final String MARK = "tradewind";
  static final int FORMAT = 1;
  private static final String PREFIX = "audit-";
  private static final String SUFFIX = ".jsonl";
  private static final int DIGITS = 8;

  static String name(long segment) {
    return String.format(Locale.ROOT, "%s%08d%s", PREFIX, segment, SUFFIX);
  }

  /** The number of a file of an audit; empty for any other. */
  static Optional<Long> number(String name) {
    boolean isOurs = name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    String digits = isOurs ? name.substring(PREFIX.length(), name.length() - SUFFIX.length()) : "";
    return digits.length() == DIGITS && digits.chars().allMatch(Character::isDigit)
        ? Optional.of(Long.parseLong(digits))
        : Optional.empty();
  }

  /** The line without its hash and its end. */
  String body() {
    String json = AuditJson.write(this);
    return json.substring(0, json.length() - 1);
  }

  /**
   * Reads the first line of a file.
   *
   * @throws AuditException if it is none, or of a newer version
   */
  static SegmentHead read(Sealed line) {
    SegmentHead head = AuditJson.read(line.body() + "}", SegmentHead.class);
    if (!head.audit.equals(MARK)) {
      throw new AuditException("it is the audit of another program, '%s'".formatted(head.audit));
    }
    if (head.format != FORMAT) {
      throw new AuditException(
          "its format is %s and this version knows %s; use the version that wrote it, %s"
              .formatted(head.format, FORMAT, head.code));
    }
    if (!line.hash().equals(Chain.hash(head.previous, line.body()))) {
      throw new AuditException(AuditVerdict.Fault.CHANGED, "its first line was changed");
    }
    return head;
  }
}
