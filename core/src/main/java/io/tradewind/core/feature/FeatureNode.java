package io.tradewind.core.feature;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/** One indicator of one instrument, and where its outputs go. */
abstract sealed class FeatureNode implements Stateful {
  private final long durationNs;
  private final int slot;
  private final int outputs;
  private final Indicator indicator;

  private FeatureNode(FeatureBoard.Planned planned, Indicator indicator) {
    this.durationNs = planned.interval().durationNs();
    this.slot = planned.feature().slot();
    this.outputs = planned.feature().outputs();
    this.indicator = indicator;
  }

  static FeatureNode of(FeatureBoard.Planned planned) {
    return switch (planned.spec().indicator().get()) {
      case SeriesIndicator series -> new OfSeries(planned, series);
      case BarIndicator bars -> new OfBars(planned, bars);
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
    double main = next(bar);
    before[slot] = now[slot];
    now[slot] = main;
    for (int output = 1; output < outputs; output++) {
      before[slot + output] = now[slot + output];
      now[slot + output] = indicator.value(output);
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
      this.source = planned.spec().source();
    }

    @Override
    double next(BarSeries bar) {
      return series.update(source == PriceSource.CLOSE ? bar.close() : source.of(bar));
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
