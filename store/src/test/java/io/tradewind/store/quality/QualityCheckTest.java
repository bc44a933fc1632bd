package io.tradewind.store.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.time.Interval;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QualityCheckTest {
  private static final long MINUTE = 60_000_000_000L;

  /** Rows are {@code minute:open:high:low:close:volume}, prices in cents. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "sound             | 5m | 0:100:110:90:100:5000 5:100:101:99:101:5000 | - | 1.0",
        "one missing       | 5m | 0:100:110:90:100:5000 10:100:101:99:101:5000 | GAP 1 | 0.6666666666666667",
        "short gap         | 1m | 0:100:110:90:100:5000 5:100:101:99:101:5000 | - | 1.0",
        "gap of minutes    | 1m | 0:100:110:90:100:5000 6:100:101:99:101:5000 | GAP 5 | 0.2857142857142857",
        "low volume        | 5m | 0:100:110:90:100:999 5:100:101:99:100:1000 | LOW_VOLUME 999 | 0.75",
        "jump of 10 %      | 5m | 0:100:110:90:100:5000 5:100:111:99:110:5000 | - | 1.0",
        "jump over 10 %    | 5m | 0:100:110:90:100:5000 5:100:111:99:111:5000 | JUMP 0.11 | 0.5",
        "fall              | 5m | 0:100:110:90:100:5000 5:100:100:80:80:5000 | JUMP -0.2 | 0.5",
        "duplicate         | 5m | 0:100:110:90:100:5000 0:100:110:90:100:5000 | DUPLICATE 1 | 0.5",
        "out of order      | 5m | 5:100:110:90:100:5000 0:100:110:90:100:5000 | OUT_OF_ORDER 1 | 0.5",
        "high too low      | 5m | 0:100:110:90:100:5000 5:100:100:99:101:5000 | BROKEN_RANGE 0.99 | 0.5",
        "frozen            | 5m | 0:100:101:99:100:5000 5:100:100:100:100:5000 10:100:100:100:100:5000 15:100:100:100:100:5000 | FROZEN 3 | 0.25",
        "still for a while | 5m | 0:100:101:99:100:5000 5:100:100:100:100:5000 10:100:100:100:100:5000 15:100:101:100:100:5000 | - | 1.0",
      })
  void findingsAndScore(String rule, String interval, String rows, String finding, double score) {
    QualityThresholds limits =
        new QualityThresholds(5 * MINUTE, BigDecimal.valueOf(1000), new BigDecimal("0.1"), 3, 100);
    QualityCheck check = new QualityCheck(Interval.parse(interval.strip()), 2, 0, limits);
    for (String row : rows.strip().split(" ", -1)) {
      long[] v = java.util.Arrays.stream(row.split(":", -1)).mapToLong(Long::parseLong).toArray();
      check.add(v[0] * MINUTE, v[1], v[2], v[3], v[4], v[5]);
    }
    QualityReport report = check.report();
    if (finding == null) {
      assertThat(report.findings()).as(rule).isEmpty();
    } else {
      assertThat(report.findings())
          .extracting(f -> f.kind() + " " + f.value().stripTrailingZeros().toPlainString())
          .as(rule)
          .containsExactly(finding);
    }
    assertThat(report.score()).as(rule).isEqualTo(score);
  }
}
