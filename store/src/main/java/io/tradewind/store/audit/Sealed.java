package io.tradewind.store.audit;

import java.util.Optional;

/**
 * A line and its hash.
 *
 * @param body all before the hash
 * @param hash 64 digits
 */
record Sealed(String body, String hash) {
  private static final String MARK = ",\"hash\":\"";
  private static final String END = "\"}";

  /** Bytes of a line beside its body, its end included. */
  static final int EXTRA_BYTES = MARK.length() + Chain.DIGITS + END.length() + 1;

  /** Takes a line apart; empty if it has no hash at its end. */
  static Optional<Sealed> read(String line) {
    int mark = line.length() - END.length() - Chain.DIGITS - MARK.length();
    if (mark <= 0 || !line.startsWith(MARK, mark) || !line.endsWith(END)) {
      return Optional.empty();
    }
    String hash = line.substring(mark + MARK.length(), line.length() - END.length());
    return hash.chars().allMatch(c -> Character.digit(c, 16) >= 0)
        ? Optional.of(new Sealed(line.substring(0, mark), hash))
        : Optional.empty();
  }

  /** The whole line, its end included. */
  String text() {
    return body + MARK + hash + END + '\n';
  }
}
