package io.tradewind.venues.binance.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.venues.http.Outcome;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fundings, when they are asked for, and what is told of the answers. */
class FundingsTest {
  private static final long FROM_NS = 1_700_000_000_123_456_789L;
  private static final String UPDATE =
      "{\"e\":\"ACCOUNT_UPDATE\",\"E\":1700000040000,\"T\":1700000040000,\"a\":{\"m\":\"%s\","
          + "\"B\":[{\"a\":\"USDT\",\"wb\":\"9\",\"cw\":\"9\",\"bc\":\"-1\"}],\"P\":[]}}";

  private final VenueScript script = new VenueScript(Market.PERP);

  /**
   * The stream speaks of a {@code funding}, or of an {@code order}, and is {@code again} there
   * after a gap; {@code rows} answers with those of these numbers, {@code early} with one of before
   * what may be missing, {@code other} with such of other symbols, assets and kinds; {@code x}
   * stands for as many that were told.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # shortly after the stream has said so, and later for what was written late
          funding; wait 1; rows 7 7                         | Funding 7             | 1
          funding; wait 1; none; wait 14; rows 7 7          | Funding 7             | 1, 1
          funding; wait 1; none; wait 14; none; wait 60; rows 7 7 | Funding 7       | 1, 1, 1
          order; wait 90                                    |                       |
          # each is told as often as it is read: who hears it knows its number
          funding; wait 1; rows 7 7; wait 14; rows 7 8      | Funding 7, Funding 7, Funding 8 | 1, 1
          funding; wait 1; early                            |                       | 1
          funding; wait 1; other                            |                       | 1
          # page after page
          funding; wait 1; rows 1 1000; rows 1001 1001      | 1001x                 | 1, 2
          funding; wait 1; rows 1 1000; garbage; wait 1; rows 1001 1001 | 1001x     | 1, 2, 2
          # it is in step when they are known
          again; rows 7 8                                   | StreamLost, Funding 7, Funding 8, InStep | 1
          again; garbage; wait 1; rows 7 7                  | StreamLost, Funding 7, InStep | 1, 1
          again; down; wait 1; rows 7 7                     | StreamLost, Funding 7, InStep | 1, 1, 1, 1, 1
          # what is refused is left to the next time
          again; refused; again; rows 7 7                   | StreamLost, InStep, StreamLost, Funding 7, InStep | 1, 1
          # a gap within: what was asked before is void, also where that is asked again by the line
          again; again; rows 7 7; rows 7 7                  | StreamLost, StreamLost, Funding 7, InStep | 1, 1, 1
          """)
  void allOfThemAreTold(String story, String told, String pages) {
    script.fundings(OptionalLong.of(FROM_NS));
    for (String step : story.split("; ")) {
      tell(step.split(" "));
    }
    assertThat(counted()).isEqualTo(told == null ? "" : told);
    assertThat(script.wire(0).replace("GET income ", "").replace(" from 1700000000123", ""))
        .isEqualTo(pages == null ? "" : pages);
  }

  private String counted() {
    String told = script.told().replaceAll("(Funding \\d+) -50000000", "$1");
    int count = told.split("Funding").length - 1;
    return count > 1_000 ? count + "x" : told;
  }

  private void tell(String[] words) {
    switch (words[0]) {
      case "funding" -> script.say(UPDATE.formatted("FUNDING_FEE"));
      case "order" -> script.say(UPDATE.formatted("ORDER"));
      case "again" -> script.lose().back().pass(9);
      case "wait" -> script.pass(Integer.parseInt(words[1]));
      case "rows" -> script.answer(200, rows(Long.parseLong(words[1]), Long.parseLong(words[2])));
      case "none" -> script.answer(200, "[]");
      case "early" -> script.answer(200, "[" + row(7).replace("0123", "0122") + "]");
      case "other" ->
          script.answer(
              200,
              "[%s,%s,%s]"
                  .formatted(
                      row(7).replace("BTCUSDT", "XYZUSDT"),
                      row(8).replace("\"USDT\"", "\"BNB\""),
                      row(9).replace("FUNDING_FEE", "TRANSFER")));
      case "garbage" -> script.answer(200, "[{}]");
      case "refused" -> script.error(400, -1100, "Illegal.");
      case "down" -> {
        for (int i = 0; i < 4; i++) {
          script.pass(i == 0 ? 0 : 1).unanswered(Outcome.Fault.BROKEN);
        }
      }
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private static String rows(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(FundingsTest::row)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String row(long id) {
    return ("{\"symbol\":\"BTCUSDT\",\"incomeType\":\"FUNDING_FEE\",\"income\":\"-0.50000000\","
            + "\"asset\":\"USDT\",\"info\":\"FUNDING_FEE\",\"time\":1700000000123,\"tranId\":%s,"
            + "\"tradeId\":\"\"}")
        .formatted(id);
  }

  /** Nothing was ever held, or there is no such thing: nobody is asked. */
  @Test
  void nothingIsAskedWhereNothingCanBeMissing() {
    script.fundings(OptionalLong.empty());
    script.say(UPDATE.formatted("FUNDING_FEE")).pass(90);
    tell(new String[] {"again"});
    assertThat(script.wire(0)).isEmpty();
    assertThat(script.told()).isEqualTo("StreamLost, InStep");
  }
}
