package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.Arrays;
import java.util.List;

/** The last candles of one instrument, for each feature of a window as many as it takes. */
final class FeatureWindows implements Stateful {
  private final int instrument;
  private final FeatureBoard.PlannedWindow[] planned;
  private final BarWindow[] windows;
  private final FeatureCache cache;
  private long nowNs;

  FeatureWindows(int instrument, List<FeatureBoard.PlannedWindow> planned, FeatureCache cache) {
    this.instrument = instrument;
    this.planned = planned.toArray(FeatureBoard.PlannedWindow[]::new);
    this.windows =
        planned.stream()
            .map(each -> new BarWindow(each.spec().candles()))
            .toArray(BarWindow[]::new);
    this.cache = cache;
  }

  void onBar(BarSeries bar) {
    nowNs = bar.closeTimeNs();
    for (int i = 0; i < planned.length; i++) {
      if (planned[i].interval().equals(bar.interval())) {
        windows[i].add(bar);
      }
    }
  }

  boolean isReady(WindowFeature feature) {
    return isReady(feature.index());
  }

  boolean areReady() {
    for (int i = 0; i < planned.length; i++) {
      if (!isReady(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isReady(int index) {
    return windows[index].size() == planned[index].spec().candles();
  }

  /** The values now, NaN until there are enough candles. */
  double[] values(WindowFeature feature) {
    WindowSpec spec = planned[feature.index()].spec();
    BarWindow window = windows[feature.index()];
    if (!isReady(feature.index())) {
      double[] none = new double[spec.outputs().size()];
      Arrays.fill(none, Double.NaN);
      return none;
    }
    return cache.get(
        new FeatureCache.Key(instrument, feature.id(), window.closeTimeNs()),
        nowNs,
        () -> computed(spec, window));
  }

  private static double[] computed(WindowSpec spec, BarWindow window) {
    double[] values = spec.function().apply(window);
    Check.argument(
        values.length == spec.outputs().size(),
        "%s must give a value for each of %s, gave %s",
        spec.id(),
        spec.outputs(),
        values.length);
    return values;
  }

  @Override
  public void save(StateWriter out) {
    for (BarWindow window : windows) {
      window.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    for (BarWindow window : windows) {
      window.load(in);
    }
  }
}
