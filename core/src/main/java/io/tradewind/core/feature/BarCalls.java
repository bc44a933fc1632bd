package io.tradewind.core.feature;

import io.tradewind.analytics.indicator.BarIndicator;
import java.util.List;

/** Calls indicators of whole bars, as {@link SeriesCalls} those of one series. */
final class BarCalls {

  /** As many as have a place each. */
  private static final int PLACES = 16;

  private final BarIndicator[] all;

  BarCalls(List<BarIndicator> all) {
    this.all = all.toArray(BarIndicator[]::new);
  }

  /** Updates all. */
  void update(double open, double high, double low, double close, double volume) {
    int count = all.length;
    if (count == 0) {
      return;
    }
    all[0].update(open, high, low, close, volume);
    if (count == 1) {
      return;
    }
    all[1].update(open, high, low, close, volume);
    if (count == 2) {
      return;
    }
    all[2].update(open, high, low, close, volume);
    if (count == 3) {
      return;
    }
    all[3].update(open, high, low, close, volume);
    if (count == 4) {
      return;
    }
    all[4].update(open, high, low, close, volume);
    if (count == 5) {
      return;
    }
    all[5].update(open, high, low, close, volume);
    if (count == 6) {
      return;
    }
    all[6].update(open, high, low, close, volume);
    if (count == 7) {
      return;
    }
    all[7].update(open, high, low, close, volume);
    if (count == 8) {
      return;
    }
    all[8].update(open, high, low, close, volume);
    if (count == 9) {
      return;
    }
    all[9].update(open, high, low, close, volume);
    if (count == 10) {
      return;
    }
    all[10].update(open, high, low, close, volume);
    if (count == 11) {
      return;
    }
    all[11].update(open, high, low, close, volume);
    if (count == 12) {
      return;
    }
    all[12].update(open, high, low, close, volume);
    if (count == 13) {
      return;
    }
    all[13].update(open, high, low, close, volume);
    if (count == 14) {
      return;
    }
    all[14].update(open, high, low, close, volume);
    if (count == 15) {
      return;
    }
    all[15].update(open, high, low, close, volume);
    for (int i = PLACES; i < count; i++) {
      all[i].update(open, high, low, close, volume);
    }
  }
}
