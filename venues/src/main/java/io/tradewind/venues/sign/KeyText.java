package io.tradewind.venues.sign;

import java.util.Base64;

/** Reads secrets; what is wrong with one is said without a character of it. */
final class KeyText {
  private KeyText() {}

  static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException hidden) {
      // The decoder's own text names the character that it could not read.
      throw new IllegalArgumentException("the secret of the key is no base64");
    }
  }
}
