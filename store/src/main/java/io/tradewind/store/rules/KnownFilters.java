package io.tradewind.store.rules;

import io.tradewind.core.instrument.InstrumentId;
import java.nio.file.Path;
import java.util.List;

/**
 * The filters of a symbol as a file has them.
 *
 * @param rules at least one, rising in time; what one does not name it has from the one before
 */
public record KnownFilters(InstrumentId id, Path file, List<FilterRule> rules) {
  /** Copies the list. */
  public KnownFilters {
    rules = List.copyOf(rules);
  }
}
