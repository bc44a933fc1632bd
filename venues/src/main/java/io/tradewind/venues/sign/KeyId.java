package io.tradewind.venues.sign;

import io.tradewind.analytics.check.Check;

/** What the two kinds of keys say of their public parts. */
final class KeyId {
  private static final int SHOWN = 4;

  private KeyId() {}

  /** A public part travels in a header, so that it must not break out of its line. */
  static String checked(String id) {
    boolean printable = id.chars().allMatch(c -> c > ' ' && c < 0x7F);
    Check.argument(
        !id.isEmpty() && printable, "the id of a key must be printable ASCII without spaces");
    return id;
  }

  /** Enough to tell keys apart, too little to use one. */
  static String shown(String kind, String id) {
    return kind + "[" + (id.length() > 2 * SHOWN ? id.substring(0, SHOWN) : "") + "...]";
  }
}
