package io.tradewind.store.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a snapshot that is kept, compressed, so that a journal can be played from it when
 * what was before is gone.
 *
 * @param atSeconds when it was put aside, epoch seconds; the state may be older
 * @param sequence of the entry of which it is
 */
record Anchor(long atSeconds, long sequence) {
  private static final Pattern NAME =
      Pattern.compile("anchor-(\\d{8}T\\d{6}Z)-(\\d{19})\\.gz", Pattern.DOTALL);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

  String name() {
    return String.format(
        Locale.ROOT,
        "anchor-%s-%019d.gz",
        TIME.format(LocalDateTime.ofEpochSecond(atSeconds, 0, ZoneOffset.UTC)),
        sequence);
  }

  /** By its name; empty for any other file. */
  static Optional<Anchor> of(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      Instant at = LocalDateTime.parse(parts.group(1), TIME).toInstant(ZoneOffset.UTC);
      return Optional.of(new Anchor(at.getEpochSecond(), Long.parseLong(parts.group(2))));
    } catch (DateTimeParseException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
