package io.tradewind.venues.binance.parse;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.venues.binance.model.InputFault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One object of a text, its fields by name; what is asked of it is there or is bad input. */
final class Fields {
  /** More digits than any amount has; a few characters could ask for a thousand million. */
  private static final int LONGEST_NUMBER = 40;

  private static final long FIRST_MICROS = 100_000_000_000_000L;
  private static final long LAST_MICROS = 7_000_000_000_000_000L;

  final Map<String, String> values = new HashMap<>();
  final Map<String, Fields> objects = new HashMap<>();
  final Map<String, List<Fields>> lists = new HashMap<>();
  final Map<String, LevelText> levels = new HashMap<>();

  /** Lists of plain values. */
  final Map<String, List<String>> words = new HashMap<>();

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String text(String name) {
    return present(values.get(name), name);
  }

  Fields object(String name) {
    return present(objects.get(name), name);
  }

  List<Fields> list(String name) {
    return present(lists.get(name), name);
  }

  LevelText levels(String name) {
    // An empty list may have been either.
    List<Fields> empty = lists.get(name);
    return empty != null && empty.isEmpty() ? new LevelText() : present(levels.get(name), name);
  }

  private <T> T present(@org.jspecify.annotations.Nullable T value, String name) {
    if (value == null) {
      boolean other =
          values.containsKey(name)
              || objects.containsKey(name)
              || lists.containsKey(name)
              || levels.containsKey(name);
      throw new BadInput(other ? InputFault.WRONG_TYPE : InputFault.MISSING_FIELD, name);
    }
    return value;
  }

  long number(String name) {
    return number(name, text(name));
  }

  long number(String name, long otherwise) {
    String text = values.get(name);
    return text == null ? otherwise : number(name, text);
  }

  private static long number(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BadInput(InputFault.BAD_NUMBER, name);
    }
  }

  boolean flag(String name) {
    String text = text(name);
    if (!text.equals("true") && !text.equals("false")) {
      throw new BadInput(InputFault.WRONG_TYPE, name);
    }
    return text.equals("true");
  }

  long scaled(String name, int scale) {
    return DecimalText.scaled(text(name), scale);
  }

  long scaledOr0(String name, int scale) {
    return has(name) ? scaled(name, scale) : 0;
  }

  /** To the nearest, for what is an estimate at the venue. */
  long rounded(String name, int scale) {
    try {
      return FixedPoint.fromDecimal(decimal(name), scale, RoundingMode.HALF_EVEN);
    } catch (ArithmeticException e) {
      throw new BadInput(InputFault.INEXACT, name);
    }
  }

  BigDecimal decimal(String name) {
    String text = text(name);
    if (text.length() > LONGEST_NUMBER || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      throw new BadInput(InputFault.BAD_NUMBER, name);
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new BadInput(InputFault.BAD_NUMBER, name);
    }
  }

  /** Milliseconds or microseconds of the epoch, told apart by their size, in nanoseconds. */
  long timeNs(String name) {
    long value = number(name);
    if (value < 0 || value >= LAST_MICROS) {
      throw new BadInput(InputFault.BAD_VALUE, name);
    }
    if (value < FIRST_MICROS && value > LAST_MICROS / 1000) {
      throw new BadInput(InputFault.BAD_VALUE, name);
    }
    return value < FIRST_MICROS ? value * 1_000_000L : value * 1_000L;
  }

  <E extends Enum<E>> E word(String name, Class<E> type) {
    try {
      return Enum.valueOf(type, text(name));
    } catch (IllegalArgumentException e) {
      throw new BadInput(InputFault.BAD_VALUE, name);
    }
  }
}
