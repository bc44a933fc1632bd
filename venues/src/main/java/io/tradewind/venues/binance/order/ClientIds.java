package io.tradewind.venues.binance.order;

import io.tradewind.analytics.check.Check;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a session's orders have at the venue, a function of session and order id and
 * nothing else, so that an order is found again after a crash: {@code tw<session>_<order>_<part>
 * <revision>}, numbers in base 36. They have at most 36 letters, digits, dashes and underscores, as
 * both markets demand.
 */
public final class ClientIds {
  private static final Pattern NAME =
      Pattern.compile("tw([0-9a-z]{1,13})_([0-9a-z]{1,13})_([oltsc])([0-9a-z]{1,5})");
  private static final int RADIX = 36;
  private static final int MOST_REVISIONS = RADIX * RADIX * RADIX * RADIX * RADIX;

  private final long session;

  /** What of an order a name stands for. */
  public enum Part {
    /** The order itself. */
    ORDER('o'),
    /** A list of orders. */
    LIST('l'),
    /** The leg that takes a profit. */
    TARGET('t'),
    /** The leg that stops a loss. */
    STOP('s'),
    /** A cancel of it. */
    CANCEL('c');

    private final char letter;

    Part(char letter) {
      this.letter = letter;
    }

    private static Part of(char letter) {
      for (Part part : values()) {
        if (part.letter == letter) {
          return part;
        }
      }
      throw new IllegalArgumentException("no part of an order: " + letter);
    }
  }

  /**
   * What a name says.
   *
   * @param orderId ours, above 0
   * @param revision from 0; one more for each time the order was replaced
   */
  public record Name(long orderId, Part part, int revision) {}

  /**
   * Names of a session.
   *
   * @param session its number, at least 0; no two sessions of an account have the same
   */
  public ClientIds(long session) {
    Check.argument(session >= 0, "session must be >= 0, was %s", session);
    this.session = session;
  }

  /** The name of an order, or of a part of it. */
  public String text(long orderId, Part part, int revision) {
    Check.argument(orderId > 0, "orderId must be > 0, was %s", orderId);
    Check.argument(
        revision >= 0 && revision < MOST_REVISIONS, "revision is too high, was %s", revision);
    return "tw"
        + Long.toString(session, RADIX)
        + "_"
        + Long.toString(orderId, RADIX)
        + "_"
        + part.letter
        + Integer.toString(revision, RADIX);
  }

  /** What a name says; empty if it is not of this session. */
  public Optional<Name> parse(String text) {
    Matcher matcher = NAME.matcher(text);
    if (!matcher.matches() || !matcher.group(1).equals(Long.toString(session, RADIX))) {
      return Optional.empty();
    }
    try {
      long orderId = Long.parseLong(matcher.group(2), RADIX);
      Name name =
          new Name(
              orderId,
              Part.of(matcher.group(3).charAt(0)),
              Integer.parseInt(matcher.group(4), RADIX));
      return orderId > 0 && text(orderId, name.part(), name.revision()).equals(text)
          ? Optional.of(name)
          : Optional.empty();
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }
}
