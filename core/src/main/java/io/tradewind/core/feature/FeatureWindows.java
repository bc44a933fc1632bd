package io.tradewind.core.feature;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.time.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The last candles of one instrument, as far as features of windows were asked for. */
final class FeatureWindows implements Stateful {
  private final int instrument;
  private final List<FeatureBoard.PlannedWindow> planned;
  private final FeatureCache cache;
  private final Map<Interval, BarWindow> windows = new TreeMap<>(Comparator.naturalOrder());

  FeatureWindows(int instrument, List<FeatureBoard.PlannedWindow> planned, FeatureCache cache) {
    this.instrument = instrument;
    this.planned = List.copyOf(planned);
    this.cache = cache;
    for (FeatureBoard.PlannedWindow each : planned) {
      int most =
          planned.stream()
              .filter(other -> other.interval().equals(each.interval()))
              .mapToInt(other -> other.spec().candles())
              .max()
              .orElseThrow();
      windows.putIfAbsent(each.interval(), new BarWindow(most));
    }
  }

  void onBar(BarSeries bar) {
    BarWindow window = windows.isEmpty() ? null : windows.get(bar.interval());
    if (window != null) {
      window.add(bar);
    }
  }

  boolean areReady() {
    return planned.stream().allMatch(each -> window(each).size() >= each.spec().candles());
  }

  /** The values now; the function's own once there are enough candles. */
  double[] values(WindowFeature feature, long nowNs) {
    FeatureBoard.PlannedWindow asked = planned.get(feature.index());
    BarWindow window = window(asked);
    return cache.get(
        new FeatureCache.Key(instrument, feature.id(), window.closeTimeNs()),
        nowNs,
        () -> asked.spec().function().apply(window));
  }

  private BarWindow window(FeatureBoard.PlannedWindow each) {
    return Objects.requireNonNull(windows.get(each.interval()));
  }

  @Override
  public void save(StateWriter out) {
    windows.values().forEach(window -> window.save(out));
  }

  @Override
  public void load(StateReader in) {
    windows.values().forEach(window -> window.load(in));
  }
}
