package io.tradewind.trader.log;

import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What must be in no line. Values that were given are masked wherever they stand, also as they are
 * written in JSON and in addresses; what by its name is a secret is masked whoever gave it. By any
 * thread.
 */
public final class Secrets {
  /** What stands in the place of a secret. */
  public static final String MASK = "***";

  /** What is shorter is in too many words, and only masked by its name. */
  public static final int SHORTEST = 4;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

  /**
   * What gives a secret away.
   *
   * @param hints in small letters, one of which is in every text that matches: looking for them is
   *     much faster, and most lines have none
   * @param instead what is written for it
   */
  private record Shape(List<String> hints, Pattern pattern, String instead) {
    private static Shape of(String regex, String instead, String... hints) {
      return new Shape(List.of(hints), Pattern.compile(regex, FLAGS), instead);
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          Shape.of("(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(?:-----END|$)", "$1" + MASK, "private"),
          Shape.of("(://)[^/\\s\"'@]+@", "$1" + MASK + "@", "://"),
          Shape.of("(/bot)\\d+:[\\w-]+", "$1" + MASK, "/bot"),
          Shape.of("(/ws/)[0-9a-z]{32,}", "$1" + MASK, "/ws/"),
          // A name, an equals sign or colon, and quotes, which may be escaped; then the value.
          Shape.of(
              "((?:signature|listenkey|x-mbx-apikey|api[-_ ]?key|secret(?:[-_ ]?key)?|token"
                  + "|pass(?:word|phrase)|authorization|cookie|private[-_ ]?key)"
                  + "(?:\\\\*[\"'])?\\s*[:=]\\s*(?:\\\\*[\"'])?(?:bearer |basic )?)"
                  + "[^\\s\"'&,;}\\]\\\\]+",
              "$1" + MASK,
              "signature",
              "key",
              "secret",
              "token",
              "pass",
              "authorization",
              "cookie"));

  private volatile List<String> values = List.of();

  /** Masks a value from now on. */
  public synchronized void add(String secret) {
    String value = secret.strip();
    if (value.length() < SHORTEST) {
      return;
    }
    TreeSet<String> all = new TreeSet<>(values);
    all.add(value);
    all.add(JsonEscapeUtil.jsonEscapeString(value));
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    all.add(encoded);
    all.add(encoded.replace("+", "%20"));
    // A value may hold another one: the longest first.
    List<String> longestFirst = new ArrayList<>(all);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    values = List.copyOf(longestFirst);
  }

  /** The text without them. */
  public String mask(String text) {
    String masked = text;
    for (String value : values) {
      masked = masked.replace(value, MASK);
    }
    String lower = masked.toLowerCase(Locale.ROOT);
    for (Shape shape : SHAPES) {
      if (shape.hints().stream().anyMatch(lower::contains)) {
        masked = shape.pattern().matcher(masked).replaceAll(shape.instead());
      }
    }
    return masked;
  }

  /** How many there are, and none of them. */
  @Override
  public String toString() {
    return "Secrets[" + values.size() + " texts]";
  }
}
