package io.tradewind.trader.log;

import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  /** A name, an equals sign or colon, and quotes, which may be escaped; then the value. */
  private static final Pattern NAMED =
      Pattern.compile(
          "((?:signature|listenkey|x-mbx-apikey|api[-_ ]?key|secret(?:[-_ ]?key)?|[a-z-]{0,32}token"
              + "|pass(?:word|phrase)|authorization|cookie|private[-_ ]?key)"
              + "(?:\\\\*[\"'])?\\s*[:=]\\s*(?:\\\\*[\"'])?(?:bearer |basic )?)"
              + "[^\\s\"'&,;}\\]\\\\]+",
          FLAGS);

  private static final Pattern USER_INFO = Pattern.compile("(://)[^/\\s\"'@]+@", FLAGS);
  private static final Pattern BOT = Pattern.compile("(/bot)\\d+:[\\w-]+", FLAGS);
  private static final Pattern STREAM = Pattern.compile("(/ws/)[0-9a-z]{32,}", FLAGS);
  private static final Pattern PEM =
      Pattern.compile("(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(?:-----END|$)", FLAGS);

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
    masked = PEM.matcher(masked).replaceAll("$1" + MASK);
    masked = USER_INFO.matcher(masked).replaceAll("$1" + MASK + "@");
    masked = BOT.matcher(masked).replaceAll("$1" + MASK);
    masked = STREAM.matcher(masked).replaceAll("$1" + MASK);
    return NAMED.matcher(masked).replaceAll("$1" + MASK);
  }

  /** How many there are, and none of them. */
  @Override
  public String toString() {
    return "Secrets[" + values.size() + " texts]";
  }
}
