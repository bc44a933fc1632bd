package io.tradewind.core.feature;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.util.Collection;
import java.util.Comparator;

/**
 * The candles of one instrument at every interval that is asked for, and the features that move on
 * with them. Engine and tables take them through here, in one order: a candle that is due in a gap
 * closes at its own instant, which {@link #add} and {@link #closeDue} return, and what became known
 * then is shown before the next instant; only then comes the next row.
 */
public final class InstrumentBars implements Stateful {
  private final BarSeries[] longestFirst;
  private final BarSeries[] bySlot;
  private final FeatureRow features;

  /**
   * Without candles.
   *
   * @param intervals those of all features and others that are asked for, each once
   * @param features that were asked for, of all instruments
   * @param instrument which one this is
   */
  public InstrumentBars(
      Collection<Interval> intervals,
      int priceScale,
      int volumeScale,
      FeatureBoard features,
      int instrument) {
    this.longestFirst =
        intervals.stream()
            .sorted(Comparator.reverseOrder())
            .map(interval -> new BarSeries(interval, priceScale, volumeScale))
            .toArray(BarSeries[]::new);
    this.features = features.of(instrument);
    this.bySlot = features.intervals().map(this::of).toArray(BarSeries[]::new);
  }

  /** Takes a row; returns when the first candle under way is due, MAX_VALUE if none is. */
  public long add(CandleColumns rows, int row) {
    long dueNs = Long.MAX_VALUE;
    for (BarSeries series : longestFirst) {
      if (series.add(rows, row)) {
        features.onBar(series);
      } else {
        dueNs = Math.min(dueNs, series.dueNs());
      }
    }
    return dueNs;
  }

  /** Closes what is due by the clock; returns when the next candle under way is. */
  public long closeDue(long timeNs) {
    long dueNs = Long.MAX_VALUE;
    for (BarSeries series : longestFirst) {
      if (series.closeDue(timeNs)) {
        features.onBar(series);
      }
      dueNs = Math.min(dueNs, series.dueNs());
    }
    return dueNs;
  }

  /** The candles that a feature is of. */
  public BarSeries of(Feature feature) {
    return bySlot[feature.slot()];
  }

  /** The candles of an interval that was asked for. */
  public BarSeries of(Interval interval) {
    for (BarSeries series : longestFirst) {
      if (series.interval().equals(interval)) {
        return series;
      }
    }
    throw new IllegalArgumentException("nobody asked for candles of " + interval);
  }

  /** Whether no shorter candles than these were asked for. */
  public boolean isShortest(Interval interval) {
    return longestFirst[longestFirst.length - 1].interval().equals(interval);
  }

  /** Whether a candle of any interval has closed that was not shown yet. */
  public boolean isClosed() {
    for (BarSeries series : longestFirst) {
      if (series.isClosed()) {
        return true;
      }
    }
    return false;
  }

  /** The features that move on with them. */
  public FeatureRow features() {
    return features;
  }

  @Override
  public void save(StateWriter out) {
    out.section("instrument-bars", 1).writeInt(longestFirst.length);
    for (BarSeries series : longestFirst) {
      series.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("instrument-bars", 1);
    if (in.readInt() != longestFirst.length) {
      throw new StateException("the state is of other intervals than asked for now");
    }
    for (BarSeries series : longestFirst) {
      series.load(in);
    }
  }
}
