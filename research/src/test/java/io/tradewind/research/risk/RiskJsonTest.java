package io.tradewind.research.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tradewind.research.report.HtmlPage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RiskJsonTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Path PAGE = Path.of("..", "docs", "json-output.md");
  private static final String SCHEMA = HtmlPage.resource(RiskJson.class, RiskJson.SCHEMA);

  static List<RiskReport> reports() {
    return List.of(SampleReports.rich(), SampleReports.poor(), SampleReports.ruined());
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void outputFitsTheSchema(RiskReport report) {
    String json = RiskJson.text(report);
    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    assertThat(json).doesNotContain("NaN").doesNotContain("Infinity");
  }

  /** Every list of the rich report holds something, so that the schema is tried in full. */
  @Test
  void theRichReportLeavesNoListEmpty() {
    JsonNode json = MAPPER.readTree(RiskJson.text(SampleReports.rich()));
    for (String list :
        List.of("symbols", "events", "sizes", "liquidations", "worstTrades", "days")) {
      assertThat(json.path(list)).as(list).isNotEmpty();
    }
    assertThat(json.path("valueAtRisk").path("methods")).hasSize(3);
    assertThat(json.path("correlations").path("pairs")).hasSize(1);
    assertThat(json.path("signals").path("refused")).isNotEmpty();
    assertThat(json.path("funding").path("paid").decimalValue()).isEqualTo(new BigDecimal("12.5"));
    assertThat(json.path("liquidations").get(0).toString())
        .isEqualTo(
            "{\"time\":\"2024-01-03T00:00:00Z\",\"symbol\":\"T0/USDT:USDT\",\"quantity\":0.25,"
                + "\"price\":90.1,\"fee\":0.3,\"covered\":0}");
  }

  /** Every object that is not a free map names all of its fields and allows no other. */
  @Test
  void schemaIsClosed() {
    List<JsonNode> objects = objects(MAPPER.readTree(SCHEMA));
    assertThat(objects).hasSize(18);
    for (JsonNode object : objects) {
      assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
      assertThat(object.path("required").valueStream().map(JsonNode::asString).toList())
          .containsExactlyElementsOf(object.path("properties").propertyNames());
    }
  }

  @Test
  void pageNamesEveryFieldWithItsWords() throws Exception {
    String page = Files.readString(PAGE);
    for (JsonNode object : objects(MAPPER.readTree(SCHEMA))) {
      object
          .path("properties")
          .propertyStream()
          .forEach(field ->
              assertThat(page)
                  .contains("| `" + field.getKey() + "` |")
                  .contains(" | " + field.getValue().path("description").asString() + " |"));
    }
  }

  private static List<JsonNode> objects(JsonNode schema) {
    List<JsonNode> found = new ArrayList<>();
    if (schema.path("properties").isObject()) {
      found.add(schema);
    }
    schema.forEach(child -> found.addAll(objects(child)));
    return found;
  }
}
