package io.tradewind.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.gateway.Sample;
import io.tradewind.gateway.metrics.Exposition.Sampled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard for Grafana asks for what there is. */
class DashboardTest {
  private static final Path FILE = Path.of("../docs/grafana-dashboard.json");
  private static final Pattern METRIC = Pattern.compile("(?:tradewind|jvm|process)_[a-z_]+");
  private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern BY = Pattern.compile("sum by \\(([a-z, ]+)\\)");
  private static final int WIDTH = 24;

  private static List<JsonNode> panels() throws IOException {
    List<JsonNode> panels = new ArrayList<>();
    JsonMapper.shared().readTree(Files.readString(FILE)).get("panels").forEach(panels::add);
    return panels;
  }

  /** All names of samples, each with all that its labels are called. */
  private static Map<String, String> samples() {
    Map<String, String> samples = new TreeMap<>();
    try (SessionMetrics metrics = new SessionMetrics(Sample.status())) {
      for (Exposition.Family family :
          Exposition.parse(metrics.scrape(Sample.status())).families().values()) {
        for (Sampled each : family.samples()) {
          int end = each.key().indexOf('{');
          samples.merge(each.key().substring(0, end), each.key().substring(end), String::concat);
        }
      }
    }
    return samples;
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(matcher.groupCount()));
    }
    return found;
  }

  @Test
  void itAsksForMetricsAndLabelsThatThereAre() throws IOException {
    Map<String, String> samples = samples();
    int targets = 0;
    for (JsonNode panel : panels()) {
      for (JsonNode target : panel.path("targets")) {
        targets++;
        String asked = target.get("expr").asString();
        assertThat(asked).contains("{instance=\"$instance\"").doesNotContain("\n");
        List<String> metrics = found(METRIC, asked);
        assertThat(metrics).as(asked).isNotEmpty();
        assertThat(samples).as(asked).containsKeys(metrics.toArray(String[]::new));
        List<String> labels = new ArrayList<>(found(LABEL, target.get("legendFormat").asString()));
        found(BY, asked).forEach(names -> labels.addAll(List.of(names.split(", "))));
        for (String label : labels) {
          assertThat(samples.get(metrics.getFirst())).as(asked).contains(label + "=");
        }
      }
    }
    assertThat(targets).isGreaterThan(30);
  }

  @Test
  void noPanelLiesOnAnother() throws IOException {
    Set<Integer> ids = new HashSet<>();
    Set<String> taken = new HashSet<>();
    for (JsonNode panel : panels()) {
      assertThat(ids.add(panel.get("id").asInt())).as(panel.get("title").asString()).isTrue();
      JsonNode place = panel.get("gridPos");
      int right = place.get("x").asInt() + place.get("w").asInt();
      assertThat(right).as(panel.get("title").asString()).isLessThanOrEqualTo(WIDTH);
      for (int x = place.get("x").asInt(); x < right; x++) {
        for (int y = 0; y < place.get("h").asInt(); y++) {
          assertThat(taken.add(x + "/" + (place.get("y").asInt() + y)))
              .as(panel.get("title").asString())
              .isTrue();
        }
      }
    }
  }
}
