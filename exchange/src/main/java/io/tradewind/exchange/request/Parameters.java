package io.tradewind.exchange.request;

import io.tradewind.core.order.Side;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parameters of a request, read by name. The first thing that is wrong is kept and every later
 * reading goes on with a stand-in; whoever reads asks {@link #error} once, before acting.
 *
 * <p>A name in query and body has the query's value. Amounts have eight decimals.
 */
public final class Parameters {
  /** Decimals of prices, quantities and amounts. */
  public static final int SCALE = 8;

  private static final String AMOUNT_RANGE = "^([0-9]{1,20})(\\.[0-9]{1,20})?$";
  private static final String COUNT_RANGE = "^[0-9]{1,20}$";
  private static final Pattern AMOUNT = Pattern.compile(AMOUNT_RANGE);
  private static final Pattern COUNT = Pattern.compile(COUNT_RANGE);

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> read = new LinkedHashSet<>();
  private Optional<WireError> error = Optional.empty();

  private Parameters() {}

  /** Out of an encoded query and an encoded form. */
  public static Parameters of(String query, String body) {
    Parameters all = new Parameters();
    Set<String> ofQuery = all.add(query, Set.of());
    all.add(body, ofQuery);
    return all;
  }

  /** Out of values that are not encoded. */
  public static Parameters of(Map<String, String> values) {
    Parameters all = new Parameters();
    all.values.putAll(values);
    return all;
  }

  private Set<String> add(String encoded, Set<String> taken) {
    Set<String> names = new LinkedHashSet<>();
    if (encoded.isEmpty()) {
      return names;
    }
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      Optional<String> name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      Optional<String> value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      if (name.isEmpty() || value.isEmpty()) {
        fail(WireError.badRequest(-1100, "Illegal characters found in a parameter."));
      } else if (!name.get().isEmpty() && !taken.contains(name.get())) {
        if (!names.add(name.get())) {
          fail(WireError.badRequest(-1101, "Duplicate values for a parameter detected."));
        }
        values.put(name.get(), value.get());
      }
    }
    return names;
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** The first thing that is wrong. */
  public Optional<WireError> error() {
    return error;
  }

  /** Notes something that is wrong, unless there was something before. */
  public void fail(WireError wrong) {
    if (error.isEmpty()) {
      error = Optional.of(wrong);
    }
  }

  /** Whether it was sent, be it empty. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** How many were sent. */
  public int size() {
    return values.size();
  }

  /** A text that may be missing; one that was sent empty is wrong. */
  public Optional<String> optional(String name) {
    read.add(name);
    Optional<String> value = Optional.ofNullable(values.get(name));
    if (value.isPresent() && value.get().isEmpty()) {
      fail(WireError.badRequest(-1105, "Parameter '%s' was empty.", name));
      return Optional.empty();
    }
    return value;
  }

  /** A text that must be there. */
  public String text(String name) {
    return required(name, optional(name), "");
  }

  private <T> T required(String name, Optional<T> value, T standIn) {
    if (value.isEmpty()) {
      fail(WireError.missing(name));
    }
    return value.orElse(standIn);
  }

  /** An amount that may be missing, with eight decimals. */
  public OptionalLong optionalAmount(String name) {
    Optional<String> text = optional(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!AMOUNT.matcher(text.get()).matches()) {
      fail(WireError.illegal(name, AMOUNT_RANGE));
      return OptionalLong.empty();
    }
    BigDecimal exact = new BigDecimal(text.get()).stripTrailingZeros();
    if (exact.scale() > SCALE) {
      fail(WireError.badRequest(-1111, "Parameter '%s' has too much precision.", name));
      return OptionalLong.empty();
    }
    BigDecimal scaled = exact.movePointRight(SCALE);
    if (scaled.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      fail(WireError.badRequest(-1108, "Parameter '%s' overflowed.", name));
      return OptionalLong.empty();
    }
    return OptionalLong.of(scaled.longValueExact());
  }

  /** An amount that must be there, with eight decimals; zero stands in. */
  public long amount(String name) {
    OptionalLong value = optionalAmount(name);
    if (value.isEmpty()) {
      fail(WireError.missing(name));
    }
    return value.orElse(0);
  }

  /** A whole number that may be missing. */
  public OptionalLong optionalCount(String name) {
    Optional<String> text = optional(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!COUNT.matcher(text.get()).matches()) {
      fail(WireError.illegal(name, COUNT_RANGE));
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text.get()));
    } catch (NumberFormatException huge) {
      fail(WireError.badRequest(-1108, "Parameter '%s' overflowed.", name));
      return OptionalLong.empty();
    }
  }

  /** A whole number that must be there; zero stands in. */
  public long count(String name) {
    OptionalLong value = optionalCount(name);
    if (value.isEmpty()) {
      fail(WireError.missing(name));
    }
    return value.orElse(0);
  }

  /** Yes or no, in any case of letters. */
  public boolean flag(String name, boolean otherwise) {
    Optional<String> text = optional(name);
    if (text.isPresent() && !text.get().matches("(?i)true|false")) {
      fail(WireError.illegal(name, "true,false"));
    }
    return text.map(Boolean::parseBoolean).orElse(otherwise);
  }

  /** One of several words, if it was sent; what none of them is, is told so. */
  public <T> Optional<T> choice(
      String name, Function<String, Optional<T>> words, WireError unknown) {
    Optional<String> text = optional(name);
    Optional<T> chosen = text.flatMap(words);
    if (text.isPresent() && chosen.isEmpty()) {
      fail(unknown);
    }
    return chosen;
  }

  /** One of the names of an enumeration, if it was sent; what none of them is, is told so. */
  public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type, WireError unknown) {
    return choice(
        name,
        text ->
            Stream.of(type.getEnumConstants()).filter(each -> each.name().equals(text)).findFirst(),
        unknown);
  }

  /** A side that must be there. */
  public Optional<Side> side(String name) {
    text(name);
    return choice(name, Side.class, WireError.badRequest(-1117, "Invalid side."));
  }

  /** Demands that all that was sent has been read; what is allowed beside counts as read. */
  public void allRead(Set<String> beside) {
    long unread =
        values.keySet().stream()
            .filter(name -> !read.contains(name) && !beside.contains(name))
            .count();
    if (unread > 0) {
      fail(
          WireError.badRequest(
              -1104,
              "Not all sent parameters were read; read '%s' parameter(s) but was sent '%s'.",
              values.size() - unread,
              values.size()));
    }
  }

  /** All eight decimals in digits, such as {@code 0.00100000}. */
  public static String plain(long scaled) {
    String digits = Long.toString(Math.abs(scaled));
    String padded = "0".repeat(Math.max(0, SCALE + 1 - digits.length())) + digits;
    int point = padded.length() - SCALE;
    return (scaled < 0 ? "-" : "") + padded.substring(0, point) + "." + padded.substring(point);
  }
}
