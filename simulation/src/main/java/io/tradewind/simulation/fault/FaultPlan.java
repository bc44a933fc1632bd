package io.tradewind.simulation.fault;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.check.NearMiss;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What goes wrong, and how often.
 *
 * @param seed of all decisions
 * @param numbers every setting within its range
 * @param maintenance whether the exchange is down
 * @param symbols every fault of symbols with those that have it, as the exchange names them
 */
public record FaultPlan(
    long seed,
    Map<FaultSetting, Double> numbers,
    boolean maintenance,
    Map<SymbolFault, SortedSet<String>> symbols) {
  private static final String SEED = "seed";
  private static final String MAINTENANCE = "maintenance";
  private static final long USUAL_SEED = 7;

  /** Nothing goes wrong, and no time passes on the way. */
  public static final FaultPlan NONE = of(FaultSetting::off);

  /** A plan that names nothing: latency alone. */
  public static final FaultPlan USUAL = of(FaultSetting::usual);

  /** Checks the ranges. */
  public FaultPlan {
    numbers = Collections.unmodifiableMap(new EnumMap<>(numbers));
    Map<SymbolFault, SortedSet<String>> copies = new EnumMap<>(SymbolFault.class);
    for (SymbolFault fault : SymbolFault.values()) {
      SortedSet<String> names = symbols.getOrDefault(fault, Collections.emptySortedSet());
      copies.put(fault, Collections.unmodifiableSortedSet(new TreeSet<>(names)));
    }
    symbols = Collections.unmodifiableMap(copies);
    for (FaultSetting setting : FaultSetting.values()) {
      double value = numbers.getOrDefault(setting, Double.NaN);
      Check.argument(
          value >= setting.least() && value <= setting.most(),
          "%s must be %s to %s, was %s",
          setting.key(),
          setting.least(),
          setting.most(),
          value);
    }
  }

  private static FaultPlan of(ToDoubleFunction<FaultSetting> value) {
    Map<FaultSetting, Double> numbers = new EnumMap<>(FaultSetting.class);
    for (FaultSetting setting : FaultSetting.values()) {
      numbers.put(setting, value.applyAsDouble(setting));
    }
    return new FaultPlan(USUAL_SEED, numbers, false, new EnumMap<>(SymbolFault.class));
  }

  /** What came of an attempt to set something. */
  public sealed interface Change {
    /** It is set. */
    record Made(FaultPlan plan) implements Change {}

    /** It can't be, and why. */
    record Refused(String reason) implements Change {}
  }

  /** A setting's number. */
  public double number(FaultSetting setting) {
    return numbers.getOrDefault(setting, setting.off());
  }

  /** A setting's number of milliseconds or seconds, rounded. */
  public long whole(FaultSetting setting) {
    return Math.round(number(setting));
  }

  /** The symbols that have a fault. */
  public SortedSet<String> symbols(SymbolFault fault) {
    return symbols.getOrDefault(fault, Collections.emptySortedSet());
  }

  /** The same with another number. */
  public FaultPlan with(FaultSetting setting, double value) {
    Map<FaultSetting, Double> changed = new EnumMap<>(numbers);
    changed.put(setting, value);
    return new FaultPlan(seed, changed, maintenance, symbols);
  }

  /** The same with other symbols that have a fault. */
  public FaultPlan with(SymbolFault fault, SortedSet<String> names) {
    Map<SymbolFault, SortedSet<String>> changed = new EnumMap<>(symbols);
    changed.put(fault, names);
    return new FaultPlan(seed, numbers, maintenance, changed);
  }

  /** The same with the exchange down or up. */
  public FaultPlan withMaintenance(boolean down) {
    return new FaultPlan(seed, numbers, down, symbols);
  }

  /** All names that {@link #set} knows. */
  public static List<String> keys() {
    List<String> keys = new ArrayList<>(List.of(SEED, MAINTENANCE));
    Stream.of(FaultSetting.values()).map(FaultSetting::key).forEach(keys::add);
    Stream.of(SymbolFault.values()).map(SymbolFault::key).forEach(keys::add);
    return keys;
  }

  /**
   * Sets something by its name, as it was written.
   *
   * @param values one text, or the symbols
   */
  public Change set(String key, List<String> values) {
    var setting = FaultSetting.of(key);
    if (setting.isPresent()) {
      return setNumber(setting.get(), values);
    }
    var fault = SymbolFault.of(key);
    if (fault.isPresent()) {
      return setSymbols(fault.get(), values);
    }
    String text = values.size() == 1 ? values.getFirst() : String.join(", ", values);
    return switch (key) {
      case SEED ->
          text.matches("[0-9]{1,18}")
              ? new Change.Made(new FaultPlan(Long.parseLong(text), numbers, maintenance, symbols))
              : refused(key, "a whole number from 0 to 999999999999999999", text);
      case MAINTENANCE ->
          text.equals("true") || text.equals("false")
              ? new Change.Made(withMaintenance(text.equals("true")))
              : refused(key, "true or false", text);
      default -> new Change.Refused(key + " is no fault" + NearMiss.question(key, keys()));
    };
  }

  private Change setNumber(FaultSetting setting, List<String> values) {
    String text = values.size() == 1 ? values.getFirst() : String.join(", ", values);
    if (text.matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?")) {
      double value = Double.parseDouble(text);
      if (value >= setting.least() && value <= setting.most()) {
        return new Change.Made(with(setting, value));
      }
    }
    String unit = setting.unit().isEmpty() ? "" : " (" + setting.unit() + ")";
    String range = "a number from " + text(setting.least()) + " to " + text(setting.most());
    return refused(setting.key(), range + unit, text);
  }

  private Change setSymbols(SymbolFault fault, List<String> values) {
    SortedSet<String> names = new TreeSet<>();
    for (String value : values) {
      String name = value.toUpperCase(Locale.ROOT).replace("/", "");
      if (!name.matches("[A-Z0-9_]{1,20}")) {
        return refused(fault.key(), "a list of symbols such as BTCUSDT", value);
      }
      names.add(name);
    }
    return new Change.Made(with(fault, names));
  }

  private static Change refused(String key, String rule, String was) {
    return new Change.Refused(key + " must be " + rule + ", was '" + was + "'");
  }

  /** A number without an exponent and without zeros that say nothing. */
  public static String text(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
