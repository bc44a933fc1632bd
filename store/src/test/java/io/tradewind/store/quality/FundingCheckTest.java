package io.tradewind.store.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.time.Utc;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.FundingRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FundingCheckTest {
  private static final long START_NS = Utc.fromInstant(Instant.parse("2024-01-01T00:00:00Z"));
  private static final long MINUTE_NS = 60 * Utc.SECOND_NS;

  /** Hours since the start, each with minutes behind a point and a rate behind an equals sign. */
  private static FundingRows rows(String text) {
    FundingRows rows = new FundingRows(1);
    for (String row : text.strip().split(" +")) {
      String[] parts = row.split("[:=]");
      long minutes =
          60 * Long.parseLong(parts[0]) + (row.contains(":") ? Long.parseLong(parts[1]) : 0);
      String rate = row.contains("=") ? parts[parts.length - 1] : "0.0001";
      long lateNs = 1_000_000L * rows.size(); // booked a little late, as Binance does
      rows.add(START_NS + minutes * MINUTE_NS + lateNs, Decimals.parse(rate));
    }
    return rows;
  }

  private static String told(QualityReport report) {
    return report.findings().stream()
        .map(finding ->
            finding.kind()
                + " "
                + (finding.fromNs() - START_NS) / (60 * MINUTE_NS)
                + " to "
                + (finding.toNs() - START_NS) / (60 * MINUTE_NS)
                + ": "
                + finding.value().toPlainString())
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          0 8 16 24 32                  | ~~                                  | 0 | 1
          0 1 2 3 4                     | ~~                                  | 0 | 1
          0 8 16 20 24 28               | ~~                                  | 0 | 1
          0 4 8 16 24 32                | ~~                                  | 0 | 1
          0 8 24 32                     | GAP 16 to 24: 1                     | 1 | 0.8
          0 8 16 40 48                  | GAP 24 to 40: 2                     | 2 | 0.7142857142857143
          0 4 8 16 20 24                | GAP 12 to 16: 1                     | 1 | 0.8571428571428572
          0 1 2 3 7 8 9                 | GAP 4 to 7: 3                       | 3 | 0.7
          0 8 16 40 44 48               | GAP 24 to 40: 2                     | 2 | 0.75
          0 16                          | GAP 8 to 16: 1                      | 1 | 0.6666666666666667
          0 16 32                       | GAP 8 to 16: 1; GAP 24 to 32: 1     | 2 | 0.6
          0 5                           | ~~                                  | 0 | 1
          0 8=0.04 16=-0.04             | ~~                                  | 0 | 1
          0 8=0.0400001 16=-0.5         | ABSURD_RATE 8 to 8: 0.0400001; ABSURD_RATE 16 to 16: -0.5 | 0 | 0.33333333333333337
          0 8:30 16                     | OFF_HOUR 8 to 8: 30                 | 0 | 0.6666666666666667
          0 8 8 16 24                   | DUPLICATE 8 to 8: 1                 | 0 | 0.8
          0 8:30=1 8:30=1 16            | ABSURD_RATE 8 to 8: 1; OFF_HOUR 8 to 8: 30; DUPLICATE 8 to 8: 1; ABSURD_RATE 8 to 8: 1; OFF_HOUR 8 to 8: 30 | 0 | 0.5
          0                             | ~~                                  | 0 | 1
          """)
  void findings(String rows, String findings, long missing, double score) {
    QualityReport report = FundingCheck.of(rows(rows), FundingThresholds.DEFAULT);
    assertThat(told(report)).isEqualTo(findings);
    assertThat(report.missing()).isEqualTo(missing);
    assertThat(report.score()).isEqualTo(score);
  }

  @Test
  void nothingHasNoScore() {
    QualityReport report = FundingCheck.of(new FundingRows(0), FundingThresholds.DEFAULT);
    assertThat(report.score()).isZero();
    assertThat(report.rows()).isZero();
  }

  @Test
  void thresholdsMoveWhatIsFound() {
    FundingThresholds strict =
        new FundingThresholds(4 * 60 * MINUTE_NS, new BigDecimal("0.00005"), 1);
    QualityReport report = FundingCheck.of(rows("0 8 16"), strict);
    assertThat(report.count(Finding.Kind.GAP)).isEqualTo(2);
    assertThat(report.count(Finding.Kind.ABSURD_RATE)).isEqualTo(3);
    assertThat(report.findings()).hasSize(1);
    assertThat(report.score()).isZero();
  }
}
