package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The features of all instruments, keyed by instrument, interval and specification. Each is
 * computed once when a candle of its interval closes, however many ask for it. After {@link #build}
 * nothing is allocated.
 */
public final class FeatureBoard implements Stateful {
  private final int instruments;
  private final Map<String, Feature> handles = new TreeMap<>();
  private final List<Planned> planned = new ArrayList<>();
  private final Map<String, WindowFeature> windowHandles = new TreeMap<>();
  private final List<PlannedWindow> plannedWindows = new ArrayList<>();
  private final FeatureCache cache =
      new FeatureCache(FeatureCache.ENTRIES, FeatureCache.TIME_TO_LIVE_NS);
  private int width;
  private FeatureRow[] rows = {};

  /** For a number of instruments, with nothing asked for yet. */
  public FeatureBoard(int instruments) {
    this.instruments = instruments;
  }

  /** Asks for a feature; asked for twice it is the same one. */
  public Feature request(Interval interval, FeatureSpec spec) {
    String id = spec.id() + " on " + interval;
    Feature known = handles.get(id);
    if (known != null) {
      return known;
    }
    Check.argument(rows.length == 0, "features are asked for before the first candle: %s", id);
    spec.checkSources();
    List<String> outputs = spec.outputs();
    Feature feature = new Feature(width, outputs, id);
    handles.put(id, feature);
    planned.add(new Planned(interval, spec, feature));
    width += outputs.size();
    return feature;
  }

  /** Asks for a feature of a window; asked for twice it is the same one. */
  public WindowFeature request(Interval interval, WindowSpec spec) {
    String id = spec.id() + " on " + interval;
    WindowFeature known = windowHandles.get(id);
    if (known != null) {
      return known;
    }
    Check.argument(rows.length == 0, "features are asked for before the first candle: %s", id);
    WindowFeature feature = new WindowFeature(plannedWindows.size(), id);
    windowHandles.put(id, feature);
    plannedWindows.add(new PlannedWindow(interval, spec, feature));
    return feature;
  }

  /** Makes the indicators. Call once, when everything has been asked for. */
  public void build() {
    rows = new FeatureRow[instruments];
    for (int i = 0; i < instruments; i++) {
      rows[i] = new FeatureRow(width, planned, new FeatureWindows(i, plannedWindows, cache));
    }
  }

  /** The interval of each output, by its slot. */
  Stream<Interval> intervals() {
    return planned.stream()
        .flatMap(each -> each.feature().outputs().stream().map(output -> each.interval()));
  }

  /** Those of an instrument, once they are {@linkplain #build built}. */
  public FeatureRow of(int instrument) {
    return rows[instrument];
  }

  @Override
  public void save(StateWriter out) {
    out.section("feature-board", 2).writeInt(instruments).writeInt(width);
    for (FeatureRow row : rows) {
      row.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("feature-board", 2);
    Check.invariant(
        in.readInt() == instruments && in.readInt() == width,
        "the state is of other features than asked for now");
    for (FeatureRow row : rows) {
      row.load(in);
    }
  }

  /** A feature that was asked for. */
  record Planned(Interval interval, FeatureSpec spec, Feature feature) {}

  /** A feature of a window that was asked for. */
  record PlannedWindow(Interval interval, WindowSpec spec, WindowFeature feature) {}
}
