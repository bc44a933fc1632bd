package io.tradewind.core.feature;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.DepthIndicator;
import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.indicator.PairIndicator;
import io.tradewind.analytics.indicator.QuoteIndicator;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.TimedBarIndicator;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.List;

/** One indicator of one instrument, and where its outputs go. */
abstract sealed class FeatureNode implements Stateful {
  private final long durationNs;
  private final int slot;
  private final int end;
  private final Indicator indicator;

  private FeatureNode(FeatureBoard.Planned planned, Indicator indicator) {
    this.durationNs = planned.interval().durationNs();
    this.slot = planned.feature().slot();
    this.end = slot + planned.feature().outputs().size();
    this.indicator = indicator;
  }

  static FeatureNode of(FeatureBoard.Planned planned) {
    return switch (planned.spec().indicator().get()) {
      case SeriesIndicator series -> new OfSeries(planned, series);
      case PairIndicator pair -> new OfPair(planned, pair);
      case BarIndicator bars -> new OfBars(planned, bars);
      case TimedBarIndicator bars -> new OfTimedBars(planned, bars);
      case TradeIndicator _, QuoteIndicator _, DepthIndicator _ ->
          throw new IllegalArgumentException(planned.feature().id() + " is not of candles");
    };
  }

  /** The next value of the first output. */
  abstract double next(BarSeries bar);

  long durationNs() {
    return durationNs;
  }

  boolean isReady() {
    return indicator.isReady();
  }

  final void update(BarSeries bar, double[] now, double[] before) {
    for (int output = slot; output < end; output++) {
      before[output] = now[output];
    }
    now[slot] = next(bar);
    if (end > slot + 1) {
      indicator.copyTo(now, slot);
    }
  }

  @Override
  public void save(StateWriter out) {
    indicator.save(out);
  }

  @Override
  public void load(StateReader in) {
    indicator.load(in);
  }

  private static final class OfSeries extends FeatureNode {
    private final SeriesIndicator series;
    private final PriceSource source;

    OfSeries(FeatureBoard.Planned planned, SeriesIndicator series) {
      super(planned, series);
      this.series = series;
      List<PriceSource> sources = planned.spec().sources();
      this.source = sources.isEmpty() ? PriceSource.CLOSE : sources.getFirst();
    }

    @Override
    double next(BarSeries bar) {
      return series.update(source == PriceSource.CLOSE ? bar.close() : source.of(bar));
    }
  }

  private static final class OfPair extends FeatureNode {
    private final PairIndicator pair;
    private final PriceSource first;
    private final PriceSource second;

    OfPair(FeatureBoard.Planned planned, PairIndicator pair) {
      super(planned, pair);
      this.pair = pair;
      this.first = planned.spec().sources().getFirst();
      this.second = planned.spec().sources().getLast();
    }

    @Override
    double next(BarSeries bar) {
      return pair.update(first.of(bar), second.of(bar));
    }
  }

  private static final class OfTimedBars extends FeatureNode {
    private final TimedBarIndicator bars;

    OfTimedBars(FeatureBoard.Planned planned, TimedBarIndicator bars) {
      super(planned, bars);
      this.bars = bars;
    }

    @Override
    double next(BarSeries bar) {
      long openNs = bar.closeTimeNs() - bar.interval().durationNs();
      return bars.update(openNs, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }
  }

  private static final class OfBars extends FeatureNode {
    private final BarIndicator bars;

    OfBars(FeatureBoard.Planned planned, BarIndicator bars) {
      super(planned, bars);
      this.bars = bars;
    }

    @Override
    double next(BarSeries bar) {
      return bars.update(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }
  }
}
