package io.tradewind.core.feature;

import io.tradewind.analytics.indicator.SeriesIndicator;
import java.util.List;

/**
 * Calls indicators of one series, each from a place of its own in the code. A place that always
 * calls the same class is compiled into its body; one loop for all would look up each, which took a
 * quarter of the time of twenty indicators.
 */
final class SeriesCalls {

  /** As many as have a place each. */
  private static final int PLACES = 16;

  private final SeriesIndicator[] all;

  SeriesCalls(List<SeriesIndicator> all) {
    this.all = all.toArray(SeriesIndicator[]::new);
  }

  /** Updates all. */
  void update(double value) {
    int count = all.length;
    if (count == 0) {
      return;
    }
    all[0].update(value);
    if (count == 1) {
      return;
    }
    all[1].update(value);
    if (count == 2) {
      return;
    }
    all[2].update(value);
    if (count == 3) {
      return;
    }
    all[3].update(value);
    if (count == 4) {
      return;
    }
    all[4].update(value);
    if (count == 5) {
      return;
    }
    all[5].update(value);
    if (count == 6) {
      return;
    }
    all[6].update(value);
    if (count == 7) {
      return;
    }
    all[7].update(value);
    if (count == 8) {
      return;
    }
    all[8].update(value);
    if (count == 9) {
      return;
    }
    all[9].update(value);
    if (count == 10) {
      return;
    }
    all[10].update(value);
    if (count == 11) {
      return;
    }
    all[11].update(value);
    if (count == 12) {
      return;
    }
    all[12].update(value);
    if (count == 13) {
      return;
    }
    all[13].update(value);
    if (count == 14) {
      return;
    }
    all[14].update(value);
    if (count == 15) {
      return;
    }
    all[15].update(value);
    for (int i = PLACES; i < count; i++) {
      all[i].update(value);
    }
  }
}
