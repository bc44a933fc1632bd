package io.tradewind.app.config;

import io.tradewind.app.config.Configuration.FeeTier;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules.RoiStep;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the text of a setting is read, and what is allowed. A value comes as parts: the elements of a
 * list in a file, or the uses of a flag that may be repeated; one part elsewhere.
 *
 * @param allowed in words, after "must be"
 * @param repeatable whether there may be several parts
 * @param reader of the parts; refuses by {@link IllegalArgumentException}, whose text does not
 *     matter
 */
record Format<T>(String allowed, boolean repeatable, Reader<T> reader) {
  private static final Pattern PERCENT = Pattern.compile("(-?[0-9.]+) ?%");
  private static final Pattern LATENCY = Pattern.compile("([0-9]{1,6})(us|ms|s)");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(s|m|h|d|w)");

  /** Reads the parts of a value. */
  interface Reader<T> {
    /** The value. */
    T read(List<String> parts);
  }

  /** Reads one text. */
  interface TextReader<T> {
    T read(String text);
  }

  static <T> Format<T> one(String allowed, TextReader<T> reader) {
    return new Format<>(
        allowed,
        false,
        parts -> {
          require(parts.size() == 1);
          return reader.read(parts.getFirst().strip());
        });
  }

  static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("not allowed");
    }
  }

  static Format<String> text(String allowed) {
    return one(
        allowed,
        text -> {
          require(!text.isEmpty());
          return text;
        });
  }

  /** One text, or several with commas between them. */
  static Format<String> texts(String allowed) {
    return new Format<>(
        allowed,
        true,
        parts -> {
          parts.forEach(part -> require(!part.isBlank()));
          return String.join(",", parts);
        });
  }

  static Format<String> matching(String allowed, String regex) {
    return one(
        allowed,
        text -> {
          require(text.matches(regex));
          return text;
        });
  }

  static Format<Path> path() {
    return path("the path of a file");
  }

  static Format<Path> folder() {
    return path("the path of a folder");
  }

  private static Format<Path> path(String allowed) {
    return one(
        allowed,
        text -> {
          require(!text.isEmpty());
          return Path.of(text);
        });
  }

  static Format<String> choice(String... choices) {
    List<String> all = List.of(choices);
    return one(
        "one of " + String.join(", ", all),
        text -> {
          require(all.contains(text));
          return text;
        });
  }

  static Format<Interval> interval() {
    return one(
        "an interval up to 1000w: a number and s, m, h, d or w, such as 5m, 1h, 1d",
        text -> {
          try {
            return Interval.parse(text);
          } catch (ArithmeticException e) {
            throw new IllegalArgumentException(e);
          }
        });
  }

  /** A decimal above {@code min} and up to {@code max}. */
  static Format<BigDecimal> decimalAbove(String min, String max) {
    return one(
        "a number above " + min + ", up to " + max,
        text -> {
          BigDecimal value = new BigDecimal(text);
          require(value.compareTo(new BigDecimal(min)) > 0);
          require(value.compareTo(new BigDecimal(max)) <= 0);
          return value;
        });
  }

  /** A decimal, both ends included. */
  static Format<BigDecimal> decimal(String min, String max) {
    return one(
        "a number from " + min + " to " + max,
        text -> {
          BigDecimal value = new BigDecimal(text);
          require(value.compareTo(new BigDecimal(min)) >= 0);
          require(value.compareTo(new BigDecimal(max)) <= 0);
          return value;
        });
  }

  static Format<Long> integer(long min, long max) {
    return one(
        "a whole number from " + min + " to " + max,
        text -> {
          long value = Long.parseLong(text);
          require(value >= min && value <= max);
          return value;
        });
  }

  /** A share written as 10% or 0.1; {@code min} is excluded. */
  static Format<Double> ratioAbove(double min, double max, boolean maxIncluded) {
    return one(
        Text.of(
            "a share above %s and %s %s, such as 10%% or 0.1",
            percent(min), maxIncluded ? "up to" : "under", percent(max)),
        text -> {
          double value = ratio(text);
          require(value > min && (value < max || (maxIncluded && value == max)));
          return value;
        });
  }

  /** A share written as 10% or 0.1, both ends included. */
  static Format<Double> ratio(double min, double max) {
    return one(
        Text.of("a share from %s to %s, such as 10%% or 0.1", percent(min), percent(max)),
        text -> {
          double value = ratio(text);
          require(value >= min && value <= max);
          return value;
        });
  }

  /** A length of time in nanoseconds, above zero. */
  static Format<Long> duration() {
    return one(
        "a time above zero: a number and s, m, h, d or w, such as 90m, 24h, 7d",
        text -> {
          Matcher matcher = DURATION.matcher(text);
          require(matcher.matches());
          long amount = Long.parseLong(matcher.group(1));
          require(amount > 0);
          return multiply(amount, unitNs(matcher.group(2)));
        });
  }

  /** How long a message takes, in nanoseconds. */
  static Format<Long> latency() {
    return one(
        "0, or a time up to 60s: a number and us, ms or s, such as 800us, 25ms, 2s",
        text -> {
          if (text.equals("0")) {
            return 0L;
          }
          Matcher matcher = LATENCY.matcher(text);
          require(matcher.matches());
          long unitNs =
              switch (matcher.group(2)) {
                case "us" -> Utc.SECOND_NS / 1_000_000;
                case "ms" -> Utc.SECOND_NS / 1_000;
                default -> Utc.SECOND_NS;
              };
          long latencyNs = Long.parseLong(matcher.group(1)) * unitNs;
          require(latencyNs <= 60 * Utc.SECOND_NS);
          return latencyNs;
        });
  }

  /** The same values, made into something else. */
  <R> Format<R> map(Function<T, R> change) {
    return new Format<>(allowed, repeatable, parts -> change.apply(reader.read(parts)));
  }

  /** The same, where {@code none} stands for a value that switches it off. */
  Format<T> orNone(T none) {
    return new Format<>(
        allowed + ", or none",
        repeatable,
        parts -> parts.equals(List.of("none")) ? none : reader.read(parts));
  }

  /** The entries of all parts, which commas lie between. */
  static List<String> entries(List<String> parts) {
    List<String> entries = new ArrayList<>();
    for (String part : parts) {
      Arrays.stream(part.split(",", -1)).map(String::strip).forEach(entries::add);
    }
    return entries;
  }

  private static long multiply(long amount, long unitNs) {
    require(amount <= Long.MAX_VALUE / unitNs);
    return amount * unitNs;
  }

  private static long unitNs(String unit) {
    return new Interval(Interval.parse("1" + unit).durationNs()).durationNs();
  }

  /** A date or a date and time, in UTC unless it says otherwise; epoch nanoseconds. */
  static Format<Long> instant() {
    return one(
        "a date or a date and time in UTC, such as 2024-02-01 or 2024-02-01T12:30:00Z",
        text -> {
          try {
            return Utc.fromInstant(parseInstant(text));
          } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(e);
          }
        });
  }

  private static Instant parseInstant(String text) {
    if (text.length() <= 10) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    String iso = text.replace(' ', 'T');
    boolean hasOffset = iso.matches(".*(Z|[+-][0-9]{2}(:?[0-9]{2})?)");
    return hasOffset
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  /** Words with commas between them, or a list. */
  static Format<List<String>> words(String allowed) {
    return new Format<>(
        allowed,
        true,
        parts -> {
          List<String> words = new ArrayList<>();
          for (String part : parts) {
            for (String word : part.split(",", -1)) {
              require(!word.isBlank());
              words.add(word.strip());
            }
          }
          return List.copyOf(words);
        });
  }

  /** Entries with commas between them, or a list, to be looked at later. */
  static Format<List<String>> listed(String allowed) {
    return new Format<>(
        allowed,
        true,
        parts -> {
          List<String> entries = entries(parts);
          entries.forEach(entry -> require(!entry.isEmpty()));
          return List.copyOf(entries);
        });
  }

  /** Whole parts: nothing is split. */
  static Format<List<String>> parts(String allowed) {
    return new Format<>(
        allowed,
        true,
        parts -> {
          parts.forEach(part -> require(!part.isBlank()));
          return List.copyOf(parts);
        });
  }

  /** Paths: nothing is split. */
  static Format<List<Path>> paths(String allowed) {
    Format<List<String>> parts = parts(allowed);
    return new Format<>(
        allowed, true, given -> parts.reader().read(given).stream().map(Path::of).toList());
  }

  /** Names with values, in the order in which they were given. */
  static Format<Map<String, String>> assignments() {
    return new Format<>(
        "name=value, several with commas between them",
        true,
        parts -> {
          Map<String, String> values = new LinkedHashMap<>();
          for (String part : parts) {
            for (String assignment : part.split(",", -1)) {
              int sign = assignment.indexOf('=');
              require(sign > 0 && sign < assignment.length() - 1);
              String name = assignment.substring(0, sign).strip();
              require(values.put(name, assignment.substring(sign + 1).strip()) == null);
            }
          }
          return values;
        });
  }

  /** Minutes with the return that closes a position from that age on. */
  static Format<List<RoiStep>> roi() {
    return new Format<>(
        "minutes:return with rising minutes, such as 0:5%,60:2%",
        true,
        parts -> {
          List<RoiStep> steps = new ArrayList<>();
          for (String part : parts) {
            Arrays.stream(part.split(",", -1)).map(Format::roiStep).forEach(steps::add);
          }
          for (int i = 1; i < steps.size(); i++) {
            require(steps.get(i - 1).ageNs() < steps.get(i).ageNs());
          }
          return List.copyOf(steps);
        });
  }

  private static RoiStep roiStep(String text) {
    String[] sides = text.strip().split("[:=]", -1);
    require(sides.length == 2);
    long minutes = Long.parseLong(sides[0].strip());
    require(minutes >= 0 && minutes <= 100_000_000);
    return new RoiStep(minutes * 60 * Utc.SECOND_NS, ratio(sides[1].strip()));
  }

  /** Volumes with the fees that hold from them on. */
  static Format<List<FeeTier>> feeTiers() {
    return new Format<>(
        "volume:maker/taker with fees in bps and rising volumes from 0 on, such as"
            + " 0:10/10,1000000:9/10",
        true,
        parts -> {
          List<FeeTier> tiers = new ArrayList<>();
          for (String part : parts) {
            Arrays.stream(part.split(",", -1)).map(Format::feeTier).forEach(tiers::add);
          }
          require(!tiers.isEmpty() && tiers.getFirst().fromVolume().signum() == 0);
          for (int i = 1; i < tiers.size(); i++) {
            require(tiers.get(i - 1).fromVolume().compareTo(tiers.get(i).fromVolume()) < 0);
          }
          return List.copyOf(tiers);
        });
  }

  private static FeeTier feeTier(String text) {
    String[] sides = text.strip().split("[:=/]", -1);
    require(sides.length == 3);
    BigDecimal volume = decimal("0", "10000000000").reader().read(List.of(sides[0]));
    require(volume.scale() <= 2); // what an account's cash has at least
    return new FeeTier(
        volume,
        decimal("-4999", "4999").reader().read(List.of(sides[1])),
        decimal("0", "4999").reader().read(List.of(sides[2])));
  }

  /** A share as it is written, 10% or 0.1. */
  static double ratio(String text) {
    Matcher matcher = PERCENT.matcher(text);
    BigDecimal value =
        matcher.matches()
            ? new BigDecimal(matcher.group(1)).movePointLeft(2)
            : new BigDecimal(text);
    return value.doubleValue();
  }

  /** A number without an exponent or trailing zeros. */
  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String percent(double ratio) {
    return BigDecimal.valueOf(ratio).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
