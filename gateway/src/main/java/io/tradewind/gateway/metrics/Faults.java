package io.tradewind.gateway.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.tradewind.core.status.Timing;
import java.util.List;
import java.util.function.Supplier;

/** What went wrong of what is timed, as a counter with a label. */
record Faults(String name, String help, String label, Supplier<List<Timing>> all)
    implements Collector {

  @Override
  public MetricSnapshot collect() {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    for (Timing each : all.get()) {
      counter.dataPoint(
          CounterDataPointSnapshot.builder()
              .labels(Labels.of(label, each.name()))
              .value((double) each.faults())
              .build());
    }
    return counter.build();
  }
}
