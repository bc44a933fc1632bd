package io.tradewind.research.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.research.report.DocumentedSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RiskJsonTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final DocumentedSchema SCHEMA =
      DocumentedSchema.of(RiskJson.class, RiskJson.SCHEMA);

  static List<RiskReport> reports() {
    return List.of(
        SampleReports.rich(), SampleReports.poor(), SampleReports.idle(), SampleReports.ruined());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void outputFitsTheSchema(RiskReport report) {
    SCHEMA.assertFits(RiskJson.text(report));
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

  @Test
  void schemaIsClosed() {
    SCHEMA.assertClosed(18);
  }

  @Test
  void pageNamesEveryFieldWithItsWords() throws IOException {
    SCHEMA.assertOnPage();
  }
}
