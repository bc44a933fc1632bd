package io.tradewind.gateway.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.tradewind.core.execution.latency.LatencyBuckets;
import io.tradewind.core.status.Timing;
import io.tradewind.core.time.Utc;
import java.util.List;
import java.util.function.Supplier;

/**
 * Durations that were counted elsewhere, as a histogram of Prometheus: Micrometer has none that is
 * not its own.
 */
record Timings(String name, String help, String label, Supplier<List<Timing>> all)
    implements Collector {

  @Override
  public MetricSnapshot collect() {
    HistogramSnapshot.Builder histogram = HistogramSnapshot.builder().name(name).help(help);
    for (Timing each : all.get()) {
      histogram.dataPoint(
          HistogramDataPointSnapshot.builder()
              .labels(Labels.of(label, each.name()))
              .classicHistogramBuckets(buckets(each.buckets()))
              .sum(seconds(each.buckets().sumNs()))
              .build());
    }
    return histogram.build();
  }

  private static ClassicHistogramBuckets buckets(LatencyBuckets counted) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    for (int i = 0; i < counted.counts().size(); i++) {
      double bound =
          i < LatencyBuckets.BOUNDS_NS.size()
              ? seconds(LatencyBuckets.BOUNDS_NS.get(i))
              : Double.POSITIVE_INFINITY;
      buckets.bucket(bound, counted.counts().get(i));
    }
    return buckets.build();
  }

  static double seconds(long ns) {
    return ns / (double) Utc.SECOND_NS;
  }
}
