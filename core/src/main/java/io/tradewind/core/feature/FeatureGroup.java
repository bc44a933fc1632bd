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
 * The features of one instrument on candles of one interval, and where their outputs go. They are
 * kept by what they are fed with, so that each costs one call.
 */
final class FeatureGroup {
  private final long durationNs;
  private final Run[] runs;
  private final SeriesIndicator[] series;
  private final PriceSource[] seriesSources;
  private final int[] seriesSlots;
  private final BarIndicator[] bars;
  private final int[] barSlots;
  private final OfPair[] pairs;
  private final OfTimedBars[] timedBars;
  private final Wide[] wide;

  /** Places of outputs that lie side by side. */
  private record Run(int from, int length) {}

  private record OfSeries(SeriesIndicator indicator, PriceSource source, int slot) {}

  private record OfPair(PairIndicator indicator, PriceSource first, PriceSource second, int slot) {}

  private record OfBars(BarIndicator indicator, int slot) {}

  private record OfTimedBars(TimedBarIndicator indicator, int slot) {}

  /** One with more than one output. */
  private record Wide(Indicator indicator, int slot) {}

  /**
   * Of those among all that are on this interval.
   *
   * @param indicators one for each that is planned
   */
  FeatureGroup(long durationNs, List<FeatureBoard.Planned> planned, Indicator[] indicators) {
    this.durationNs = durationNs;
    List<OfSeries> ofSeries = new ArrayList<>();
    List<OfPair> ofPairs = new ArrayList<>();
    List<OfBars> ofBars = new ArrayList<>();
    List<OfTimedBars> ofTimedBars = new ArrayList<>();
    List<Wide> ofWide = new ArrayList<>();
    List<Run> mine = new ArrayList<>();
    for (int i = 0; i < indicators.length; i++) {
      Feature feature = planned.get(i).feature();
      List<PriceSource> sources = planned.get(i).spec().sources();
      int slot = feature.slot();
      int outputs = feature.outputs().size();
      if (planned.get(i).interval().durationNs() != durationNs) {
        continue;
      }
      extend(mine, slot, outputs);
      switch (indicators[i]) {
        case SeriesIndicator one ->
            ofSeries.add(
                new OfSeries(
                    one, sources.isEmpty() ? PriceSource.CLOSE : sources.getFirst(), slot));
        case PairIndicator two ->
            ofPairs.add(new OfPair(two, sources.getFirst(), sources.getLast(), slot));
        case BarIndicator whole -> ofBars.add(new OfBars(whole, slot));
        case TimedBarIndicator timed -> ofTimedBars.add(new OfTimedBars(timed, slot));
        case TradeIndicator _, QuoteIndicator _, DepthIndicator _ ->
            throw new IllegalArgumentException(feature.id() + " is not of candles");
      }
      if (outputs > 1) {
        ofWide.add(new Wide(indicators[i], slot));
      }
    }
    runs = mine.toArray(Run[]::new);
    series = ofSeries.stream().map(OfSeries::indicator).toArray(SeriesIndicator[]::new);
    seriesSources = ofSeries.stream().map(OfSeries::source).toArray(PriceSource[]::new);
    seriesSlots = ofSeries.stream().mapToInt(OfSeries::slot).toArray();
    bars = ofBars.stream().map(OfBars::indicator).toArray(BarIndicator[]::new);
    barSlots = ofBars.stream().mapToInt(OfBars::slot).toArray();
    pairs = ofPairs.toArray(OfPair[]::new);
    timedBars = ofTimedBars.toArray(OfTimedBars[]::new);
    wide = ofWide.toArray(Wide[]::new);
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
    for (int i = 0; i < series.length; i++) {
      PriceSource source = seriesSources[i];
      double value = source == PriceSource.CLOSE ? close : source.of(bar);
      now[seriesSlots[i]] = series[i].update(value);
    }
    for (OfPair each : pairs) {
      now[each.slot] = each.indicator.update(each.first.of(bar), each.second.of(bar));
    }
    if (bars.length > 0) {
      updateBars(bar, now);
    }
    if (timedBars.length > 0) {
      updateTimedBars(bar, now);
    }
    for (Wide each : wide) {
      each.indicator.copyTo(now, each.slot);
    }
  }

  private void updateBars(BarSeries bar, double[] now) {
    double open = bar.open();
    double high = bar.high();
    double low = bar.low();
    double close = bar.close();
    double volume = bar.volume();
    for (int i = 0; i < bars.length; i++) {
      now[barSlots[i]] = bars[i].update(open, high, low, close, volume);
    }
  }

  private void updateTimedBars(BarSeries bar, double[] now) {
    long openNs = bar.closeTimeNs() - bar.interval().durationNs();
    double open = bar.open();
    double high = bar.high();
    double low = bar.low();
    double close = bar.close();
    double volume = bar.volume();
    for (OfTimedBars each : timedBars) {
      now[each.slot] = each.indicator.update(openNs, open, high, low, close, volume);
    }
  }
}
