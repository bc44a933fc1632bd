package io.tradewind.store.journal;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of a journal. Its first entry says what it is.
 *
 * @param number from 1, rising by one
 * @param firstSequence of its first entry, which is the head
 * @param head what the journal is of
 */
record Segment(long number, long firstSequence, JournalHead head) {
  private static final String PREFIX = "journal-";
  private static final String ARCHIVED = ".gz";
  private static final int VERSION = 1;

  static String name(long number) {
    return String.format(Locale.ROOT, "%s%08d", PREFIX, number);
  }

  /** The same file when it is compressed. */
  static String archived(long number) {
    return name(number) + ARCHIVED;
  }

  /** The number of a file of a journal, compressed or not; empty for any other. */
  static Optional<Long> number(String name) {
    String plain =
        name.endsWith(ARCHIVED) ? name.substring(0, name.length() - ARCHIVED.length()) : name;
    String digits = plain.startsWith(PREFIX) ? plain.substring(PREFIX.length()) : "";
    return digits.length() == 8 && digits.chars().allMatch(Character::isDigit)
        ? Optional.of(Long.parseLong(digits))
        : Optional.empty();
  }

  byte[] bytes() {
    StateWriter out = new StateWriter();
    out.section("tradewind-journal", VERSION).writeLong(number).writeLong(firstSequence);
    head.save(out);
    return out.toByteArray();
  }

  static Segment read(StateReader in) {
    in.section("tradewind-journal", VERSION);
    return new Segment(in.readLong(), in.readLong(), JournalHead.load(in));
  }
}
