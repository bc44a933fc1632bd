package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.feature.BarSeries;
import io.tradewind.core.feature.FeatureRow;
import io.tradewind.core.market.CandleColumns;

/**
 * One instrument on its way through an instant: its candles, their features, what is to be shown.
 */
final class Lane implements Stateful {
  private final FeatureRow features;
  private final Bar[] bars;
  private boolean touched;
  private boolean closed;

  /** The longest interval first. */
  Lane(FeatureRow features, Bar[] bars) {
    this.features = features;
    this.bars = bars;
  }

  /**
   * The candles of one interval.
   *
   * @param view of them, for the strategy
   * @param said by it
   * @param isShown whether the strategy is told of them, or only features are fed
   */
  record Bar(BarSeries series, BarView view, Said said, boolean isShown) {}

  Bar[] bars() {
    return bars;
  }

  /** Takes a row; returns when the first candle under way is due, MAX_VALUE if none is. */
  long add(CandleColumns rows, int row) {
    closed = true;
    long dueNs = Long.MAX_VALUE;
    for (Bar bar : bars) {
      if (bar.series.add(rows, row)) {
        update(bar.series);
      } else {
        dueNs = Math.min(dueNs, bar.series.dueNs());
      }
    }
    return dueNs;
  }

  /** Closes what is due by the clock; returns when the next candle under way is. */
  long closeDue(long timeNs) {
    long dueNs = Long.MAX_VALUE;
    for (Bar bar : bars) {
      if (bar.series.closeDue(timeNs)) {
        update(bar.series);
      }
      dueNs = Math.min(dueNs, bar.series.dueNs());
    }
    return dueNs;
  }

  private void update(BarSeries series) {
    touched = true;
    features.onBar(series);
  }

  /** Whether its candle closed at this instant; asked once. */
  boolean takeClosed() {
    boolean was = closed;
    closed = false;
    return was;
  }

  /** Whether a candle of any interval closed at this instant; asked once. */
  boolean takeTouched() {
    boolean was = touched;
    touched = false;
    return was;
  }

  boolean isReady() {
    return features.isReady();
  }

  @Override
  public void save(StateWriter out) {
    out.section("lane", 1).writeBoolean(touched).writeBoolean(closed);
    for (Bar bar : bars) {
      bar.series.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("lane", 1);
    touched = in.readBoolean();
    closed = in.readBoolean();
    for (Bar bar : bars) {
      bar.series.load(in);
    }
  }
}
