package io.tradewind.venues.stream;

import java.util.Optional;

/** Puts the parts of a text together, up to a size. */
final class TextAssembly {
  private final int limitChars;
  private final StringBuilder parts = new StringBuilder();

  TextAssembly(int limitChars) {
    this.limitChars = limitChars;
  }

  /** Whether a part would make the text larger than allowed. */
  boolean isTooLarge(CharSequence part) {
    return part.length() > limitChars - parts.length();
  }

  /** The whole text, once its last part is here. */
  Optional<String> add(CharSequence part, boolean last) {
    if (last && parts.isEmpty()) {
      return Optional.of(part.toString());
    }
    parts.append(part);
    if (!last) {
      return Optional.empty();
    }
    String whole = parts.toString();
    parts.setLength(0);
    return Optional.of(whole);
  }
}
