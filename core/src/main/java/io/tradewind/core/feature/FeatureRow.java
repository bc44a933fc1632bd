package io.tradewind.core.feature;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.Arrays;

/** The features of one instrument, with their latest values and those before. */
public final class FeatureRow implements FeatureValues, Stateful {
  private final double[] values;
  private final double[] previous;
  private static final FeatureNode[] NONE = {};

  private final FeatureNode[] nodes;
  private final long[] durations;
  private final FeatureNode[][] byDuration;
  private boolean ready;

  FeatureRow(int width, FeatureNode[] nodes) {
    this.values = new double[width];
    this.previous = new double[width];
    this.nodes = nodes;
    this.durations = Arrays.stream(nodes).mapToLong(FeatureNode::durationNs).distinct().toArray();
    this.byDuration = new FeatureNode[durations.length][];
    for (int i = 0; i < durations.length; i++) {
      long duration = durations[i];
      byDuration[i] =
          Arrays.stream(nodes)
              .filter(node -> node.durationNs() == duration)
              .toArray(FeatureNode[]::new);
    }
    Arrays.fill(values, Double.NaN);
    Arrays.fill(previous, Double.NaN);
  }

  /** A candle has closed: the features on its interval move on. */
  public void onBar(BarSeries bar) {
    for (FeatureNode node : of(bar.interval().durationNs())) {
      node.update(bar, values, previous);
    }
  }

  private FeatureNode[] of(long durationNs) {
    for (int i = 0; i < durations.length; i++) {
      if (durations[i] == durationNs) {
        return byDuration[i];
      }
    }
    return NONE;
  }

  /** Whether every feature has its first value. */
  public boolean isReady() {
    if (!ready) {
      ready = areReady();
    }
    return ready;
  }

  @Override
  public double value(Feature feature) {
    return values[feature.slot()];
  }

  @Override
  public double previous(Feature feature) {
    return previous[feature.slot()];
  }

  private boolean areReady() {
    for (FeatureNode node : nodes) {
      if (!node.isReady()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void save(StateWriter out) {
    out.writeDoubles(values).writeDoubles(previous);
    for (FeatureNode node : nodes) {
      node.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.readDoubles(values);
    in.readDoubles(previous);
    for (FeatureNode node : nodes) {
      node.load(in);
    }
    ready = false;
  }
}
