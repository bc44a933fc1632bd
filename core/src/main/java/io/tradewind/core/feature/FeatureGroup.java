package io.tradewind.core.feature;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.DepthIndicator;
import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.indicator.PairIndicator;
import io.tradewind.analytics.indicator.QuoteIndicator;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.TimedBarIndicator;
import io.tradewind.analytics.indicator.TradeIndicator;
import java.util.ArrayList;
import java.util.List;

/**
 * The features of one instrument on candles of one interval. They are kept by what they are fed
 * with, so that each costs one call, and put their outputs into the row of all features themselves.
 */
final class FeatureGroup {
  private final long durationNs;
  private final Run[] runs;
  private final SeriesCalls closes;
  private final OfSeries[] series;
  private final OfPair[] pairs;
  private final BarCalls bars;
  private final TimedBarIndicator[] timedBars;
  private final boolean hasBars;

  /** Places of outputs that lie side by side. */
  private record Run(int from, int length) {}

  /** One that is fed with other numbers than closes. */
  private record OfSeries(SeriesIndicator indicator, PriceSource source) {}

  private record OfPair(PairIndicator indicator, PriceSource first, PriceSource second) {}

  /**
   * Of those among all that are on this interval.
   *
   * @param indicators one for each that is planned
   */
  FeatureGroup(long durationNs, List<FeatureBoard.Planned> planned, Indicator[] indicators) {
    this.durationNs = durationNs;
    List<SeriesIndicator> ofCloses = new ArrayList<>();
    List<OfSeries> ofSeries = new ArrayList<>();
    List<OfPair> ofPairs = new ArrayList<>();
    List<BarIndicator> ofBars = new ArrayList<>();
    List<TimedBarIndicator> ofTimedBars = new ArrayList<>();
    List<Run> mine = new ArrayList<>();
    for (int i = 0; i < indicators.length; i++) {
      Feature feature = planned.get(i).feature();
      List<PriceSource> sources = planned.get(i).spec().sources();
      if (planned.get(i).interval().durationNs() != durationNs) {
        continue;
      }
      extend(mine, feature.slot(), feature.outputs().size());
      switch (indicators[i]) {
        case SeriesIndicator one
            when sources.isEmpty() || sources.getFirst() == PriceSource.CLOSE ->
            ofCloses.add(one);
        case SeriesIndicator one -> ofSeries.add(new OfSeries(one, sources.getFirst()));
        case PairIndicator two ->
            ofPairs.add(new OfPair(two, sources.getFirst(), sources.getLast()));
        case BarIndicator whole -> ofBars.add(whole);
        case TimedBarIndicator timed -> ofTimedBars.add(timed);
        case TradeIndicator _, QuoteIndicator _, DepthIndicator _ ->
            throw new IllegalArgumentException(feature.id() + " is not of candles");
      }
    }
    runs = mine.toArray(Run[]::new);
    closes = new SeriesCalls(ofCloses);
    series = ofSeries.toArray(OfSeries[]::new);
    pairs = ofPairs.toArray(OfPair[]::new);
    bars = new BarCalls(ofBars);
    timedBars = ofTimedBars.toArray(TimedBarIndicator[]::new);
    hasBars = ofBars.size() + ofTimedBars.size() > 0;
  }

  private static void extend(List<Run> runs, int slot, int outputs) {
    Run last = runs.isEmpty() ? new Run(slot, 0) : runs.removeLast();
    if (last.from + last.length == slot) {
      runs.add(new Run(last.from, last.length + outputs));
    } else {
      runs.add(last);
      runs.add(new Run(slot, outputs));
    }
  }

  long durationNs() {
    return durationNs;
  }

  /** A candle has closed: what stands now becomes what stood before. */
  void update(BarSeries bar, double[] now, double[] before) {
    for (Run run : runs) {
      System.arraycopy(now, run.from, before, run.from, run.length);
    }
    double close = bar.close();
    closes.update(close);
    for (OfSeries each : series) {
      each.indicator.update(each.source.of(bar));
    }
    for (OfPair each : pairs) {
      each.indicator.update(each.first.of(bar), each.second.of(bar));
    }
    if (hasBars) {
      updateBars(bar, close);
    }
  }

  private void updateBars(BarSeries bar, double close) {
    double open = bar.open();
    double high = bar.high();
    double low = bar.low();
    double volume = bar.volume();
    bars.update(open, high, low, close, volume);
    long openNs = bar.closeTimeNs() - bar.interval().durationNs();
    for (TimedBarIndicator each : timedBars) {
      each.update(openNs, open, high, low, close, volume);
    }
  }
}
