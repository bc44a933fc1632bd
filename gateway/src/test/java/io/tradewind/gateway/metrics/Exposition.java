package io.tradewind.gateway.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Metrics as a text of Prometheus's format 0.0.4 tells them; it is strict where the format is, and
 * asks for help and type of each. Written from the description of the format.
 *
 * @param families by name
 */
record Exposition(Map<String, Family> families) {
  private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][\\w:]*) (.+)");
  private static final String LABEL = "[a-zA-Z_]\\w*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(" + LABEL + "(?:," + LABEL + ")*),?})? (\\S+)");

  /** Samples of one name. */
  record Family(String help, String type, List<Sampled> samples) {}

  /** A value, by name and labels such as {@code a{b=c}}. */
  record Sampled(String key, double value) {}

  static Exposition parse(String text) {
    Map<String, String> help = new LinkedHashMap<>();
    Map<String, String> type = new LinkedHashMap<>();
    Map<String, List<Sampled>> samples = new TreeMap<>();
    for (String line : text.lines().filter(each -> !each.isEmpty()).toList()) {
      Matcher comment = COMMENT.matcher(line);
      if (comment.matches()) {
        Map<String, String> kind = comment.group(1).equals("HELP") ? help : type;
        check(
            kind.put(comment.group(2), comment.group(3)) == null,
            "family " + comment.group(2) + " twice");
      } else {
        sample(line, samples, help, type);
      }
    }
    Map<String, Family> families = new TreeMap<>();
    samples.forEach((name, all) -> families.put(name, family(name, help, type, all)));
    help.keySet().forEach(name -> check(families.containsKey(name), "family without sample"));
    return new Exposition(families);
  }

  private static Family family(
      String name, Map<String, String> help, Map<String, String> type, List<Sampled> all) {
    return new Family(
        need(help.get(name), "family " + name + " without help"),
        need(type.get(name), "family " + name + " without type"),
        all);
  }

  private static void sample(
      String line,
      Map<String, List<Sampled>> samples,
      Map<String, String> help,
      Map<String, String> type) {
    Matcher matcher = SAMPLE.matcher(line);
    check(matcher.matches(), "no sample: " + line);
    String name = matcher.group(1);
    String base = name.replaceFirst("_(sum|count|bucket)$", "");
    String kind = type.getOrDefault(base, "");
    boolean isPart =
        kind.equals("histogram") || (kind.equals("summary") && !name.endsWith("_bucket"));
    String family = isPart ? base : name;
    check(
        help.containsKey(family) || type.containsKey(family), "sample " + name + " without family");
    String labels = matcher.group(2) == null ? "" : matcher.group(2).replace("\"", "");
    Sampled sampled = new Sampled(name + "{" + labels + "}", Double.parseDouble(matcher.group(3)));
    List<Sampled> all = samples.computeIfAbsent(family, _ -> new ArrayList<>());
    check(
        all.stream().noneMatch(each -> each.key().equals(sampled.key())),
        "sample " + sampled.key() + " twice");
    all.add(sampled);
  }

  private static String need(@Nullable String text, String mistake) {
    if (text == null) {
      throw new IllegalArgumentException(mistake);
    }
    return text;
  }

  private static void check(boolean holds, String mistake) {
    if (!holds) {
      throw new IllegalArgumentException(mistake);
    }
  }
}
