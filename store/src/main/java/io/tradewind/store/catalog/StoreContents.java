package io.tradewind.store.catalog;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.time.Interval;
import java.util.List;

/**
 * What a store has.
 *
 * @param series that can be read, in order of name
 * @param damaged those of which a file cannot be read, in order of name
 */
public record StoreContents(List<SeriesInfo> series, List<Damaged> damaged) {
  /** Copies the lists. */
  public StoreContents {
    series = List.copyOf(series);
    damaged = List.copyOf(damaged);
  }

  /**
   * A series that cannot be read as a whole.
   *
   * @param kind as {@link SeriesInfo#kind} names it
   * @param cause names the first broken file and the way out
   */
  public record Damaged(InstrumentId instrument, String kind, StoreException cause) {
    /** Whether it holds candles of which those of an interval can be made. */
    public boolean makesUp(Interval interval) {
      return new StoreLayout.Series(instrument, kind)
          .interval()
          .filter(interval::isMultipleOf)
          .isPresent();
    }
  }
}
