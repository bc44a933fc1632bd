package io.tradewind.gateway.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.status.Vitals;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is measured of the process, each figure with a label that says of what it is. */
final class VitalsGauges {
  private final MultiGauge since;
  private final MultiGauge last;
  private final MultiGauge waiting;
  private final MultiGauge capacity;
  private final MultiGauge longestCalls;
  private final MultiGauge longestSteps;

  VitalsGauges(MeterRegistry registry) {
    since =
        gauge(registry, "tradewind.component.since.timestamp", "Since when a component stands so");
    last = gauge(registry, "tradewind.source.last.timestamp", "When something good came last");
    waiting = plain(registry, "tradewind.buffer.waiting", "How many things wait for their turn");
    capacity = plain(registry, "tradewind.buffer.capacity", "How many things there is room for");
    longestCalls = gauge(registry, "tradewind.call.duration.max", "The longest call of the venue");
    longestSteps =
        gauge(registry, "tradewind.step.duration.max", "The longest step from data to a fill");
  }

  private static MultiGauge plain(MeterRegistry registry, String name, String words) {
    return MultiGauge.builder(name).description(words).register(registry);
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String words) {
    return MultiGauge.builder(name).description(words).baseUnit("seconds").register(registry);
  }

  /** From now on these are the figures. */
  void show(TraderStatus status) {
    Vitals vitals = status.vitals();
    show(
        since,
        status.components(),
        each -> Tags.of("component", each.name()),
        each -> Timings.seconds(each.sinceNs()));
    show(
        last,
        vitals.sources(),
        each -> Tags.of("source", each.name()),
        each ->
            each.lastNs().stream().mapToDouble(Timings::seconds).findFirst().orElse(Double.NaN));
    show(waiting, vitals.buffers(), each -> Tags.of("buffer", each.name()), each -> each.waiting());
    show(
        capacity,
        vitals.buffers(),
        each -> Tags.of("buffer", each.name()),
        each -> each.capacity());
    show(
        longestCalls,
        vitals.calls(),
        each -> Tags.of("call", each.name()),
        each -> Timings.seconds(each.summary().maxNs()));
    show(
        longestSteps,
        vitals.steps(),
        each -> Tags.of("step", each.name()),
        each -> Timings.seconds(each.summary().maxNs()));
  }

  private static <T> void show(
      MultiGauge gauge, List<T> all, Function<T, Tags> label, ToDoubleFunction<T> value) {
    gauge.register(
        all.stream().map(each -> Row.of(label.apply(each), value.applyAsDouble(each))).toList(),
        true);
  }
}
