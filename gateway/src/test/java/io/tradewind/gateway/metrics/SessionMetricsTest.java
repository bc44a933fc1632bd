package io.tradewind.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.status.TraderStatus.Activity;
import io.tradewind.gateway.Sample;
import io.tradewind.gateway.metrics.Exposition.Sampled;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Prometheus reads, by a parser of its format. */
class SessionMetricsTest {
  private static final Path DOCUMENT = Path.of("../docs/monitoring.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `((?:tradewind|jvm|process)_[a-z_]+)(?:\\{[^}]*})?` \\| (\\w+) \\|.*");
  private final SessionMetrics metrics = new SessionMetrics(Sample.status());

  @AfterEach
  void close() {
    metrics.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tradewind_equity{currency=USDT}            | 10250.5
          tradewind_cash_free{currency=USDT}         | 4000
          tradewind_result_today{currency=USDT}      | -12.34
          tradewind_result_session{currency=USDT}    | 250.5
          tradewind_result_unrealised{currency=USDT} | -49.95
          tradewind_open_positions{}                 | 2
          tradewind_open_orders{}                    | 1
          tradewind_locks{}                          | 1
          tradewind_win_ratio{}                      | 0.625
          tradewind_uptime_seconds{}                 | 3630
          tradewind_inputs_total{}                   | 90000
          tradewind_signals_total{}                  | 41
          tradewind_orders_total{}                   | 17
          tradewind_fills_total{}                    | 19
          tradewind_trades_total{}                   | 8
          tradewind_refusals_total{}                 | 24
          tradewind_errors_total{}                   | 2
          tradewind_component_up{component=feed}     | 1
          tradewind_component_up{component=orders}   | 0.5
          tradewind_component_up{component=journal}  | 0
          tradewind_component_since_timestamp_seconds{component=feed} | 1772362770
          tradewind_activity{activity=trading}       | 1
          tradewind_buffer_waiting{buffer=market stream}                         | 12
          tradewind_buffer_capacity{buffer=market stream}                        | 50000
          tradewind_source_last_timestamp_seconds{source=market data}            | 1772366399.5
          tradewind_source_last_timestamp_seconds{source=account stream}         | NaN
          tradewind_call_failures_total{call=GET /api/v3/order}                  | 2
          tradewind_call_duration_max_seconds{call=GET /api/v3/order}            | 12
          tradewind_call_duration_seconds_count{call=GET /api/v3/order}          | 2
          tradewind_call_duration_seconds_sum{call=GET /api/v3/order}            | 12.003
          tradewind_call_duration_seconds_bucket{call=GET /api/v3/order,le=0.0025} | 0
          tradewind_call_duration_seconds_bucket{call=GET /api/v3/order,le=0.005}  | 1
          tradewind_call_duration_seconds_bucket{call=GET /api/v3/order,le=10.0} | 1
          tradewind_call_duration_seconds_bucket{call=GET /api/v3/order,le=+Inf} | 2
          tradewind_step_duration_seconds_bucket{step=journal,le=1.0E-6}         | 1
          tradewind_step_duration_seconds_count{step=journal}                    | 1
          tradewind_step_duration_max_seconds{step=journal}                      | 0.0000004
          tradewind_step_backward_total{step=journal}                            | 0
          tradewind_activity{activity=paused}        | 0
          """)
  void aFigureIsTold(String sample, double value) {
    TraderStatus status =
        Sample.status(
            Activity.TRADING, Sample.components("feed up, orders degraded, journal down"));
    assertThat(values(metrics.scrape(status)).get(sample)).isEqualTo(value, within(1e-12));
  }

  @Test
  void theMachineIsTold() {
    Map<String, Double> values = values(metrics.scrape(Sample.status()));
    assertThat(values)
        .anySatisfy((name, value) -> {
          assertThat(name).startsWith("jvm_memory_used_bytes{area=heap");
          assertThat(value).isPositive();
        });
    assertThat(values.get("process_cpu_seconds_total{}")).isPositive();
    assertThat(
            values.keySet().stream()
                .filter(each -> each.startsWith("jvm_gc_collection_seconds_count")))
        .hasSameSizeAs(ManagementFactory.getGarbageCollectorMXBeans());
  }

  @Test
  void eachTextIsOfOneMomentAndForgetsWhatHasGone() {
    metrics.scrape(Sample.status(Activity.PAUSED, Sample.components("feed up, database down")));
    Map<String, Double> values =
        values(
            metrics.scrape(Sample.status(Activity.SCANNING, Sample.components("feed degraded"))));
    assertThat(values)
        .containsEntry("tradewind_component_up{component=feed}", 0.5)
        .doesNotContainKey("tradewind_component_up{component=database}")
        .containsEntry("tradewind_activity{activity=paused}", 0.0)
        .containsEntry("tradewind_activity{activity=scanning}", 1.0);
  }

  /** Families are named once, each with help and type; no sample stands twice. */
  @Test
  void theTextIsAsPrometheusAsks() {
    Exposition text = Exposition.parse(metrics.scrape(Sample.status()));
    assertThat(text.families())
        .allSatisfy((name, family) -> {
          assertThat(family.help()).as("help of " + name).isNotBlank().doesNotEndWith(".");
          assertThat(family.type())
              .as("type of " + name)
              .isIn("gauge", "counter", "summary", "histogram");
          assertThat(family.samples())
              .as("samples of " + name)
              .isNotEmpty()
              .doesNotHaveDuplicates();
          assertThat(name.endsWith("_total")).as(name).isEqualTo(family.type().equals("counter"));
        });
  }

  @Test
  void theDocumentListsAllMetricsAndNoOthers() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        assertThat(documented.put(row.group(1), row.group(2))).as(line).isNull();
      }
    }
    Map<String, String> told =
        Exposition.parse(metrics.scrape(Sample.status())).families().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, each -> each.getValue().type(), (a, _) -> a, TreeMap::new));
    assertThat(documented).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a 1                                                  | sample a without family
          # HELP a x;a 1                                       | family a without type
          # TYPE a gauge;a 1                                   | family a without help
          # HELP a x;# TYPE a gauge;a 1;# HELP a x              | family a twice
          # HELP a x;# TYPE a gauge;a 1;a 2                    | sample a{} twice
          # HELP a x;# TYPE a gauge;a{b="1} 1                  | no sample: a{b="1} 1
          # HELP a x;# TYPE a gauge;b 1                        | sample b without family
          """)
  void theParserSeesMistakes(String text, String mistake) {
    assertThat(mistakeOf(text.replace(';', '\n'))).isEqualTo(mistake);
  }

  private static String mistakeOf(String text) {
    try {
      Exposition.parse(text);
      return "none";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Map<String, Double> values(String text) {
    List<Sampled> all =
        Exposition.parse(text).families().values().stream()
            .flatMap(family -> family.samples().stream())
            .toList();
    Map<String, Double> values = new TreeMap<>();
    all.forEach(each -> values.put(each.key(), each.value()));
    return values;
  }
}
