package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The features of all instruments, keyed by instrument, interval and specification. Each is
 * computed once when a candle of its interval closes, however many ask for it. After {@link #build}
 * nothing is allocated.
 */
public final class FeatureBoard implements Stateful {
  private final int instruments;
  private final Map<String, Feature> handles = new TreeMap<>();
  private final List<Planned> planned = new ArrayList<>();
  private int width;
  private double[][] values = {};
  private double[][] previous = {};
  private Node[][] nodes = {};
  private boolean[] ready = {};

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
    Check.argument(nodes.length == 0, "features are asked for before the first candle: %s", id);
    int outputs = spec.indicator().get().outputs();
    Feature feature = new Feature(width, outputs, id);
    handles.put(id, feature);
    planned.add(new Planned(interval, spec, feature));
    width += outputs;
    return feature;
  }

  /** Makes the indicators. Call once, when everything has been asked for. */
  public void build() {
    values = new double[instruments][width];
    previous = new double[instruments][width];
    nodes = new Node[instruments][];
    ready = new boolean[instruments];
    for (int i = 0; i < instruments; i++) {
      java.util.Arrays.fill(values[i], Double.NaN);
      java.util.Arrays.fill(previous[i], Double.NaN);
      nodes[i] = planned.stream().map(Node::of).toArray(Node[]::new);
    }
  }

  /** A candle of this instrument has closed: the features on its interval move on. */
  public void onBar(int instrument, BarSeries bar) {
    double[] now = values[instrument];
    double[] before = previous[instrument];
    long durationNs = bar.interval().durationNs();
    for (Node node : nodes[instrument]) {
      if (node.durationNs == durationNs) {
        node.update(bar, now, before);
      }
    }
  }

  /** Whether every feature of the instrument has its first value. */
  public boolean isReady(int instrument) {
    if (!ready[instrument]) {
      ready[instrument] = allReady(nodes[instrument]);
    }
    return ready[instrument];
  }

  /** Latest value. */
  public double value(int instrument, Feature feature) {
    return values[instrument][feature.slot()];
  }

  /** Value a candle of the feature's interval before. */
  public double previous(int instrument, Feature feature) {
    return previous[instrument][feature.slot()];
  }

  private static boolean allReady(Node[] nodes) {
    for (Node node : nodes) {
      if (!node.indicator.isReady()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void save(StateWriter out) {
    out.section("feature-board", 1).writeInt(instruments).writeInt(width);
    for (int i = 0; i < instruments; i++) {
      out.writeDoubles(values[i]).writeDoubles(previous[i]);
      for (Node node : nodes[i]) {
        node.indicator.save(out);
      }
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("feature-board", 1);
    Check.invariant(
        in.readInt() == instruments && in.readInt() == width,
        "the state is of other features than asked for now");
    for (int i = 0; i < instruments; i++) {
      in.readDoubles(values[i]);
      in.readDoubles(previous[i]);
      for (Node node : nodes[i]) {
        node.indicator.load(in);
      }
      ready[i] = false;
    }
  }

  private record Planned(Interval interval, FeatureSpec spec, Feature feature) {}

  /** One indicator of one instrument. */
  private abstract static sealed class Node {
    private final long durationNs;
    private final int slot;
    private final int outputs;
    private final Indicator indicator;

    Node(Planned planned, Indicator indicator) {
      this.durationNs = planned.interval().durationNs();
      this.slot = planned.feature().slot();
      this.outputs = planned.feature().outputs();
      this.indicator = indicator;
    }

    static Node of(Planned planned) {
      return switch (planned.spec().indicator().get()) {
        case SeriesIndicator series -> new SeriesNode(planned, series);
        case BarIndicator bars -> new BarNode(planned, bars);
      };
    }

    abstract double next(BarSeries bar);

    void update(BarSeries bar, double[] now, double[] before) {
      double main = next(bar);
      before[slot] = now[slot];
      now[slot] = main;
      for (int output = 1; output < outputs; output++) {
        before[slot + output] = now[slot + output];
        now[slot + output] = indicator.value(output);
      }
    }
  }

  private static final class SeriesNode extends Node {
    private final SeriesIndicator indicator;
    private final PriceSource source;

    SeriesNode(Planned planned, SeriesIndicator indicator) {
      super(planned, indicator);
      this.indicator = indicator;
      this.source = planned.spec().source();
    }

    @Override
    double next(BarSeries bar) {
      return indicator.update(source == PriceSource.CLOSE ? bar.close() : source.of(bar));
    }
  }

  private static final class BarNode extends Node {
    private final BarIndicator indicator;

    BarNode(Planned planned, BarIndicator indicator) {
      super(planned, indicator);
      this.indicator = indicator;
    }

    @Override
    double next(BarSeries bar) {
      return indicator.update(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }
  }
}
