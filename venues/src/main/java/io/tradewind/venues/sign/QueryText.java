package io.tradewind.venues.sign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Names and values as a query string or a form body, percent-encoded by RFC 3986 in UTF-8, in the
 * order in which they were added: what is signed is what is sent, to the byte.
 */
public final class QueryText {
  private static final String UNRESERVED = "-._~";
  private static final String HEX = "0123456789ABCDEF";

  private final List<String> pairs = new ArrayList<>();

  /** Adds a pair. */
  public QueryText add(String name, String value) {
    pairs.add(encode(name) + "=" + encode(value));
    return this;
  }

  /** Adds a pair with a number. */
  public QueryText add(String name, long value) {
    return add(name, Long.toString(value));
  }

  /** {@code a=1&b=2}, empty if nothing was added. */
  public String text() {
    return String.join("&", pairs);
  }

  /** One value; everything but letters, digits and {@code -._~} becomes {@code %XX}. */
  public static String encode(String value) {
    StringBuilder out = new StringBuilder(value.length() + 8);
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(b)) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
      }
    }
    return out.toString();
  }

  private static boolean isPlain(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || UNRESERVED.indexOf(b) >= 0;
  }
}
