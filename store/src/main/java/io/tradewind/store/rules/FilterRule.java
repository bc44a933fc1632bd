package io.tradewind.store.rules;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The filters of a symbol from a time on.
 *
 * @param fromNs epoch nanoseconds; the first rule of a symbol holds for all time before, too
 * @param values what is known
 */
public record FilterRule(long fromNs, Map<Filter, BigDecimal> values) {
  /** Nothing is known, for all time. */
  public static final FilterRule NOTHING = new FilterRule(Long.MIN_VALUE, Map.of());

  /** Copies the map. */
  public FilterRule {
    EnumMap<Filter, BigDecimal> copy = new EnumMap<>(Filter.class);
    copy.putAll(values);
    values = copy;
  }

  /** A value, empty where it is not known. */
  public Optional<BigDecimal> get(Filter filter) {
    return Optional.ofNullable(values.get(filter));
  }
}
