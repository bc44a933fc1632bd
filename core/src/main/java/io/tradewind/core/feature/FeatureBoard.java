package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The features of all instruments, keyed by instrument, interval and specification. Each is
 * computed once when a candle of its interval closes, however many ask for it. After {@link #build}
 * nothing is allocated, but by features of windows.
 */
public final class FeatureBoard implements Stateful {
  private final int instruments;
  private final Map<String, Planned> planned = new LinkedHashMap<>();
  private final Map<String, PlannedWindow> plannedWindows = new LinkedHashMap<>();
  private final FeatureCache cache =
      new FeatureCache(FeatureCache.ENTRIES, FeatureCache.TIME_TO_LIVE_NS);
  private final List<String> identities = new ArrayList<>();
  private int width;
  private FeatureRow[] rows = {};

  /** For a number of instruments, with nothing asked for yet. */
  public FeatureBoard(int instruments) {
    this.instruments = instruments;
  }

  /**
   * Asks for a feature; asked for twice it is the same one.
   *
   * @throws IllegalArgumentException if another one has this id
   */
  public Feature request(Interval interval, FeatureSpec spec) {
    String id = spec.id() + " on " + interval;
    Planned known = planned.get(id);
    if (known != null) {
      checkSame(known.spec, spec, known.spec.indicator(), spec.indicator());
      return known.feature;
    }
    Check.argument(rows.length == 0, "features are asked for before the first candle: %s", id);
    spec.checkSources();
    List<String> outputs = spec.outputs();
    Feature feature = new Feature(width, outputs, id);
    planned.put(id, new Planned(interval, spec, feature));
    identities.add(spec.identity() + " on " + interval);
    width += outputs.size();
    return feature;
  }

  /**
   * Asks for a feature of a window; asked for twice it is the same one.
   *
   * @throws IllegalArgumentException if another one has this id
   */
  public WindowFeature request(Interval interval, WindowSpec spec) {
    String id = spec.id() + " on " + interval;
    PlannedWindow known = plannedWindows.get(id);
    if (known != null) {
      checkSame(known.spec, spec, known.spec.function(), spec.function());
      return known.feature;
    }
    Check.argument(rows.length == 0, "features are asked for before the first candle: %s", id);
    WindowFeature feature = new WindowFeature(plannedWindows.size(), id);
    plannedWindows.put(id, new PlannedWindow(interval, spec, feature));
    identities.add(spec.identity() + " on " + interval);
    return feature;
  }

  /** What is shared under one id must be one thing. */
  private static void checkSame(ColumnSpec known, ColumnSpec spec, Object knownCode, Object code) {
    boolean sameCode = knownCode.getClass().equals(code.getClass());
    Check.argument(
        sameCode && known.identity().equals(spec.identity()),
        "another feature has the id '%s': it is %s, asked for is %s%s",
        spec.id(),
        known.identity(),
        spec.identity(),
        sameCode
            ? ""
            : " with code written at another place; use one specification, or another id");
  }

  /** Makes the indicators. Call once, when everything has been asked for. */
  public void build() {
    List<Planned> ofCandles = List.copyOf(planned.values());
    List<PlannedWindow> ofWindows = List.copyOf(plannedWindows.values());
    rows = new FeatureRow[instruments];
    for (int i = 0; i < instruments; i++) {
      rows[i] = new FeatureRow(width, ofCandles, new FeatureWindows(i, ofWindows, cache));
    }
  }

  /** The interval of each output, by its slot. */
  Stream<Interval> intervals() {
    return planned.values().stream()
        .flatMap(each -> each.feature().outputs().stream().map(output -> each.interval()));
  }

  /** Those of an instrument, once they are {@linkplain #build built}. */
  public FeatureRow of(int instrument) {
    return rows[instrument];
  }

  @Override
  public void save(StateWriter out) {
    out.section("feature-board", 4).writeInt(instruments).writeInt(identities.size());
    identities.forEach(out::writeString);
    for (FeatureRow row : rows) {
      row.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("feature-board", 4);
    int savedInstruments = in.readInt();
    if (savedInstruments != instruments) {
      throw new StateException(
          "the state is of %s instruments, there are %s now"
              .formatted(savedInstruments, instruments));
    }
    List<String> saved = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      saved.add(in.readString());
    }
    if (!saved.equals(identities)) {
      throw new StateException(
          "the state is of other features than asked for now: %s, not %s"
              .formatted(saved, identities));
    }
    cache.clear();
    for (FeatureRow row : rows) {
      row.load(in);
    }
  }

  /** A feature that was asked for. */
  record Planned(Interval interval, FeatureSpec spec, Feature feature) {}

  /** A feature of a window that was asked for. */
  record PlannedWindow(Interval interval, WindowSpec spec, WindowFeature feature) {}
}
