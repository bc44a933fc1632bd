package io.tradewind.gateway.metrics;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.Collector;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.Timing;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import io.tradewind.gateway.json.JsonText;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * A session in the text format of Prometheus; {@code docs/monitoring.md} lists all metrics. All
 * figures of a session in one answer are of one moment.
 */
public final class SessionMetrics implements AutoCloseable {
  /** The type of {@link #scrape}'s text. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge components;
  private final MultiGauge activities;
  private final VitalsGauges vitals;
  private final List<MultiGauge> money;
  private TraderStatus shown;

  /** Metrics of one session; the status is one of its, to begin with. */
  public SessionMetrics(TraderStatus status) {
    shown = status;
    components = multi("tradewind.component.up", "1 where a component is up, 0.5 degraded, 0 down");
    activities = multi("tradewind.activity", "1 for what the session does now, 0 for the rest");
    money =
        List.of(
            multi("tradewind.equity", "Cash and all that is held at the latest prices"),
            multi("tradewind.cash.free", "Cash that can be spent"),
            multi("tradewind.result.today", "Result since midnight UTC"),
            multi("tradewind.result.session", "Result since the session began"),
            multi("tradewind.result.unrealised", "Result of open positions at the latest prices"));
    vitals = new VitalsGauges(registry);
    timings();
    counts();
    gauges();
    machine();
  }

  /** The text for a session as it stands. One at a time: the figures are of this status. */
  public synchronized String scrape(TraderStatus status) {
    shown = status;
    components.register(
        status.components().stream()
            .map(each -> MultiGauge.Row.of(Tags.of("component", each.name()), weight(each)))
            .toList(),
        true);
    activities.register(
        Arrays.stream(TraderStatus.Activity.values())
            .map(each ->
                MultiGauge.Row.of(
                    Tags.of("activity", JsonText.key(each)), each == status.activity() ? 1 : 0))
            .toList(),
        true);
    List<BigDecimal> sums = sums(status);
    Tags currency = Tags.of("currency", status.account().currency());
    for (int i = 0; i < sums.size(); i++) {
      money.get(i).register(List.of(MultiGauge.Row.of(currency, sums.get(i))), true);
    }
    vitals.show(status);
    return registry.scrape();
  }

  /** In the order of the gauges of money. */
  private static List<BigDecimal> sums(TraderStatus status) {
    TraderStatus.Money account = status.account();
    BigDecimal unrealised =
        status.positions().stream()
            .map(each -> each.unrealised())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return List.of(account.equity(), account.free(), account.today(), account.total(), unrealised);
  }

  private static double weight(ComponentStatus component) {
    return switch (component.level()) {
      case UP -> 1;
      case DEGRADED -> 0.5;
      case DOWN -> 0;
    };
  }

  /** Counted where they happen, and so unknown to Micrometer. */
  private void timings() {
    Supplier<List<Timing>> calls = () -> shown.vitals().calls();
    Supplier<List<Timing>> steps = () -> shown.vitals().steps();
    List.<Collector>of(
            new Timings(
                "tradewind_call_duration_seconds",
                "Calls of the venue, from the request to its end",
                "call",
                calls),
            new Faults(
                "tradewind_call_failures",
                "Calls of the venue that were refused or not answered",
                "call",
                calls),
            new Timings(
                "tradewind_step_duration_seconds",
                "Steps from market data to a fill",
                "step",
                steps),
            new Faults(
                "tradewind_step_backward",
                "Steps that seemed to end before they began, as clocks that differ make it",
                "step",
                steps))
        .forEach(registry.getPrometheusRegistry()::register);
  }

  private void counts() {
    count("inputs", "Inputs taken from the market", status -> status.traffic().inputs());
    count("signals", "Signals of strategies", status -> status.traffic().signals());
    count("orders", "Orders that went out", status -> status.traffic().orders());
    count("fills", "Fills of orders", status -> status.traffic().fills());
    count("trades", "Trades that were closed", status -> status.traffic().trades());
    count("refusals", "Signals that were refused", status -> status.traffic().refusals());
    count("errors", "Errors of venues, of whatever kind", status -> status.traffic().errors());
  }

  private void gauges() {
    gauge("tradewind.open.positions", "Open positions", status -> status.positions().size());
    gauge("tradewind.open.orders", "Orders that have not ended", status -> status.orders().size());
    gauge("tradewind.locks", "Locks of entries that hold", status -> status.locks().size());
    gauge(
        "tradewind.win.ratio",
        "Share of the session's trades that won, NaN before the first",
        status -> status.performance().winRate().map(BigDecimal::doubleValue).orElse(Double.NaN));
    Gauge.builder("tradewind.uptime", this, from -> seconds(from.shown))
        .description("How long the process has run")
        .baseUnit("seconds")
        .register(registry);
  }

  private static double seconds(TraderStatus status) {
    return (status.timeNs() - status.startedNs()) / (double) Utc.SECOND_NS;
  }

  private void machine() {
    new JvmMemoryMetrics().bindTo(registry);
    processor();
    for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
      FunctionTimer.builder(
              "jvm.gc.collection",
              each,
              GarbageCollectorMXBean::getCollectionCount,
              GarbageCollectorMXBean::getCollectionTime,
              TimeUnit.MILLISECONDS)
          .description("Garbage collections and the time that they took")
          .tags("gc", each.getName())
          .register(registry);
    }
  }

  /** In seconds, which Micrometer's own counter is not. */
  private void processor() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    FunctionCounter.builder(
            "process.cpu", system, from -> from.getProcessCpuTime() / (double) Utc.SECOND_NS)
        .description("Processor time of the process")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("process.cpu.usage", system, OperatingSystemMXBean::getProcessCpuLoad)
        .description("Share of all processors that the process took lately, 0 to 1")
        .register(registry);
  }

  private void count(String what, String words, ToDoubleFunction<TraderStatus> value) {
    FunctionCounter.builder("tradewind." + what, this, from -> value.applyAsDouble(from.shown))
        .description(words + ", since the process began")
        .register(registry);
  }

  private void gauge(String name, String words, ToDoubleFunction<TraderStatus> value) {
    Gauge.builder(name, this, from -> value.applyAsDouble(from.shown))
        .description(words)
        .register(registry);
  }

  private MultiGauge multi(String name, String words) {
    return MultiGauge.builder(name).description(words).register(registry);
  }

  @Override
  public void close() {
    registry.close();
  }
}
