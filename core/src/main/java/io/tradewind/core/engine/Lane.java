package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.feature.BarSeries;
import io.tradewind.core.feature.InstrumentBars;
import io.tradewind.core.market.CandleColumns;
import java.util.List;

/**
 * One instrument on its way through an instant: its candles, their features, what is to be shown.
 */
final class Lane implements Stateful {
  private final InstrumentBars candles;
  private final Bar[] bars;
  private boolean closed;
  private long volumeScaled;

  /** The longest interval first. */
  Lane(InstrumentBars candles, Bar[] bars) {
    this.candles = candles;
    this.bars = bars;
  }

  /**
   * The candles of one interval.
   *
   * @param views of them, one for each book whose strategy is told of them
   */
  record Bar(BarSeries series, List<BarView> views) {}

  Bar[] bars() {
    return bars;
  }

  /** Volume of the latest row, in quantity scale. */
  long volumeScaled() {
    return volumeScaled;
  }

  /** Takes a row; returns when the first candle under way is due, MAX_VALUE if none is. */
  long add(CandleColumns rows, int row) {
    closed = true;
    volumeScaled = rows.volume(row);
    return candles.add(rows, row);
  }

  /** Closes what is due by the clock; returns when the next candle under way is. */
  long closeDue(long timeNs) {
    return candles.closeDue(timeNs);
  }

  /** Whether its candle closed at this instant; asked once. */
  boolean takeClosed() {
    boolean was = closed;
    closed = false;
    return was;
  }

  /** Whether a candle of any interval closed that was not shown yet. */
  boolean isTouched() {
    return candles.isClosed();
  }

  @Override
  public void save(StateWriter out) {
    out.section("lane", 5).writeBoolean(closed).writeLong(volumeScaled);
    candles.save(out);
    for (Bar bar : bars) {
      for (BarView view : bar.views) {
        view.save(out);
      }
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("lane", 5);
    closed = in.readBoolean();
    volumeScaled = in.readLong();
    candles.load(in);
    for (Bar bar : bars) {
      for (BarView view : bar.views) {
        view.load(in);
      }
    }
  }
}
