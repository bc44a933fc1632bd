package io.tradewind.store.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.market.BookColumns;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.Decimals;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of one level each: {@code SECOND+b9:1} begins, {@code SECOND=a9:1} changes. */
final class BookCheckTest {

  private static BookRows rows(String recording) {
    BookRows rows = new BookRows(4);
    for (String message : recording.split(" ")) {
      String[] parts = message.split("[+?=:]", -1);
      long timeNs = Long.parseLong(parts[0]) * 1_000_000_000L;
      BookRows.Times times = new BookRows.Times(timeNs, timeNs);
      if (message.endsWith("?")) {
        rows.addUnknown(times);
      } else {
        boolean bid = parts[1].startsWith("b");
        byte mark = BookColumns.flags(bid, message.contains("+"), true);
        rows.add(times, Decimals.parse(parts[1].substring(1)), Decimals.parse(parts[2]), mark);
      }
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "sound ~ 1+b9:1 2=a10:1 3=b9:2 4? ~ '' ~ 1",
        "not known from the start ~ 1? 3+b9:1 5? ~ GAP 1-3 2 ~ 0.5",
        "a gap ~ 1+b9:1 2? 4+b9:1 5=b9:2 9? ~ GAP 2-4 2 ~ 0.75",
        "crossed and back ~ 1+b9:1 2=a9:1 3=a9:0 4=a10:1 ~ CROSSED 2-3 1 ~ 0.75",
        "crossed to the end ~ 1+b9:1 2=a8:1 3=b9:2 4=b9:3 ~ CROSSED 2-4 3 ~ 0.25",
        "crossed until it is not known ~ 1+b9:1 2=a8:1 3=b9:2 4? ~ CROSSED 2-4 2 ~ 0.5",
      })
  void findsWhatIsWrong(String rule, String recording, String findings, BigDecimal score) {
    QualityReport report = BookCheck.of(rows(recording));
    String text =
        report.findings().stream()
            .map(one ->
                one.kind()
                    + " "
                    + one.fromNs() / 1_000_000_000L
                    + "-"
                    + one.toNs() / 1_000_000_000L
                    + " "
                    + one.value().toPlainString())
            .collect(Collectors.joining(", "));
    assertThat(text).as(rule).isEqualTo(findings);
    assertThat(BigDecimal.valueOf(report.score())).as(rule).isEqualByComparingTo(score);
  }
}
