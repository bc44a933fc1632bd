package io.tradewind.store.audit;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Any record with any values that its constructor allows. */
public final class RandomRecords {
  private static final int TRIES = 2_000;
  private static final int WIDE_TRIES = 20;
  private static final List<String> TEXTS =
      List.of(
          "", "plain", "it's \"quoted\" \\", "two\nlines\r\t\0", "Ω 🚀", "\ud800 half", "\u2028");
  private static final double[] DOUBLES = {
    0,
    -0.0,
    1,
    -1.5,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    0.1,
    1e21,
    1.0 / 3
  };
  private static final long[] LONGS = {
    0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, (1L << 53) + 1, 1_700_000_000_123_456_789L
  };

  private final SplitMix random;
  private boolean isWide = true;
  private boolean hasHugeNumbers = true;

  /** Seeded. */
  public RandomRecords(long seed) {
    random = new SplitMix(seed);
  }

  /** Sums of its numbers fit. */
  public RandomRecords withoutHugeNumbers() {
    hasHugeNumbers = false;
    return this;
  }

  /** All kinds of decisions. */
  public static List<Class<?>> decisions() {
    return List.copyOf(RecordShape.kinds(AuditRecord.class).values());
  }

  /** All kinds of notes. */
  public static List<Class<?>> notes() {
    return List.copyOf(RecordShape.kinds(AuditNote.class).values());
  }

  /** A decision of any kind. */
  public AuditRecord decision(long sequence, long timeNs) {
    return decision(decisions().get(random.nextInt(decisions().size())), sequence, timeNs);
  }

  AuditRecord decision(Class<?> kind, long sequence, long timeNs) {
    return (AuditRecord) record(kind, sequence, timeNs);
  }

  /** A note of any kind. */
  public AuditNote note(long timeNs) {
    return note(notes().get(random.nextInt(notes().size())), timeNs);
  }

  AuditNote note(Class<?> kind, long timeNs) {
    return (AuditNote) record(kind, 0, timeNs);
  }

  private Object record(Class<?> type, long sequence, long timeNs) {
    List<RecordComponent> components = RecordShape.of(type).components();
    String last = "";
    for (int i = 0; i < TRIES; i++) {
      isWide = i < WIDE_TRIES;
      Object[] values = components.stream().map(part -> value(part.getGenericType())).toArray();
      for (int c = 0; c < values.length && c < 2; c++) {
        String name = components.get(c).getName();
        if (name.equals("sequence")) {
          values[c] = sequence;
        } else if (name.equals("timeNs")) {
          values[c] = timeNs;
        }
      }
      try {
        return RecordShape.of(type).make(values);
      } catch (AuditException e) {
        last = String.valueOf(e.getMessage());
      }
    }
    throw new AssertionError("no " + type + " was found: " + last);
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type of = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return random.nextInt(2) == 0 ? Optional.empty() : Optional.of(value(of));
      }
      List<Object> list = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        list.add(value(of));
      }
      return list;
    }
    Class<?> plain = (Class<?>) type;
    if (plain == Instrument.class) {
      return instrument();
    }
    if (plain == InstrumentId.class) {
      return instrument().id();
    }
    if (plain == OptionalLong.class) {
      return random.nextInt(2) == 0 ? OptionalLong.empty() : OptionalLong.of(integer());
    }
    if (plain == OptionalInt.class) {
      return random.nextInt(2) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(9));
    }
    if (plain == OptionalDouble.class) {
      return random.nextInt(2) == 0 ? OptionalDouble.empty() : OptionalDouble.of(number());
    }
    if (plain == long.class || plain == Long.class) {
      return integer();
    }
    if (plain == int.class) {
      return random.nextInt(18);
    }
    if (plain == double.class || plain == Double.class) {
      return number();
    }
    if (plain == boolean.class) {
      return random.nextInt(2) == 0;
    }
    if (plain == String.class) {
      return TEXTS.get(random.nextInt(isWide ? TEXTS.size() : 2));
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
    }
    List<Class<?>> kinds = List.copyOf(RecordShape.kinds(plain).values());
    Class<?> kind = kinds.get(random.nextInt(kinds.size()));
    boolean before = isWide;
    Object made = record(kind, integer(), integer());
    isWide = before;
    return made;
  }

  private Instrument instrument() {
    String base = List.of("BTC", "ETH", "1000PEPE").get(random.nextInt(3));
    Market market = random.nextInt(2) == 0 ? Market.SPOT : Market.PERP;
    return new Instrument(
        new InstrumentId("binance", base, "USDT", market),
        2,
        5,
        6,
        List.of(new TradingRules(0, 1, 1, 0, 0, 1000, 1000)));
  }

  private long integer() {
    return isWide && hasHugeNumbers
        ? LONGS[random.nextInt(LONGS.length)]
        : 1 + random.nextInt(1_000);
  }

  private double number() {
    if (isWide) {
      return DOUBLES[random.nextInt(DOUBLES.length)];
    }
    return random.nextInt(2) == 0 ? 1 : 0.01 + random.nextDouble() / 2;
  }
}
