package io.tradewind.core.feature;

import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.Arrays;
import java.util.List;

/** The features of one instrument, with their latest values and those before. */
public final class FeatureRow implements FeatureValues, Stateful {
  private final double[] values;
  private final double[] previous;
  private final Indicator[] indicators;

  /** The place of the indicator behind each value. */
  private final int[] bySlot;

  private final FeatureGroup[] groups;
  private final FeatureWindows windows;
  private boolean ready;

  FeatureRow(int width, List<FeatureBoard.Planned> planned, FeatureWindows windows) {
    this.windows = windows;
    this.values = new double[width];
    this.previous = new double[width];
    this.bySlot = new int[width];
    this.indicators =
        planned.stream().map(each -> each.spec().indicator().get()).toArray(Indicator[]::new);
    this.groups =
        planned.stream()
            .mapToLong(each -> each.interval().durationNs())
            .distinct()
            .mapToObj(durationNs -> new FeatureGroup(durationNs, planned, indicators))
            .toArray(FeatureGroup[]::new);
    for (int i = 0; i < indicators.length; i++) {
      Feature feature = planned.get(i).feature();
      indicators[i].keepIn(values, feature.slot());
      Arrays.fill(bySlot, feature.slot(), feature.slot() + feature.outputs().size(), i);
    }
    Arrays.fill(previous, Double.NaN);
  }

  /** A candle has closed: the features on its interval move on. */
  public void onBar(BarSeries bar) {
    windows.onBar(bar);
    long durationNs = bar.interval().durationNs();
    for (FeatureGroup group : groups) {
      if (group.durationNs() == durationNs) {
        group.update(bar, values, previous);
      }
    }
  }

  /** How many values there are. */
  public int width() {
    return values.length;
  }

  /** Whether every feature has its first value. */
  public boolean isReady() {
    if (!ready) {
      ready = areReady();
    }
    return ready;
  }

  /** Whether a feature has its first value. */
  public boolean isReady(Feature feature) {
    return indicators[bySlot[feature.slot()]].isReady();
  }

  /** Whether the window of a feature is full. */
  public boolean isReady(WindowFeature feature) {
    return windows.isReady(feature);
  }

  /** The latest value at a slot. */
  public double value(int slot) {
    return values[slot];
  }

  @Override
  public double value(Feature feature) {
    return values[feature.slot()];
  }

  @Override
  public void copy(int slot, double[] into, int at, int count) {
    System.arraycopy(values, slot, into, at, count);
  }

  @Override
  public double previous(Feature feature) {
    return previous[feature.slot()];
  }

  @Override
  public double[] values(WindowFeature feature) {
    return windows.values(feature);
  }

  private boolean areReady() {
    for (Indicator indicator : indicators) {
      if (!indicator.isReady()) {
        return false;
      }
    }
    return windows.areReady();
  }

  @Override
  public void save(StateWriter out) {
    out.writeDoubles(previous);
    for (Indicator indicator : indicators) {
      indicator.save(out);
    }
    windows.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.readDoubles(previous);
    for (Indicator indicator : indicators) {
      indicator.load(in);
    }
    windows.load(in);
    ready = false;
  }
}
