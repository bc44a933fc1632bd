package io.tradewind.venues.binance.venue;

import static io.tradewind.venues.binance.venue.VenueScript.ORDER;
import static io.tradewind.venues.binance.venue.VenueScript.fill;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.venues.http.Outcome;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was filled while the stream was gone, where it is much, or the venue does not answer. */
class GapTest {
  private final VenueScript script = new VenueScript();

  /**
   * The last fill that the stream told of was number 7. {@code page} answers with strangers' fills
   * of these numbers, {@code ours} with one of order 1, {@code garbage}, {@code refused} and {@code
   * down} with none; {@code x} stands for as many fills of strangers that were told.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          page 8 9                                     | 2x, InStep    | 8
          page 8 1007; page 1008 1008                  | 1001x, InStep | 8, 1008
          page 8 1007; page 1008 2007; none            | 2000x, InStep | 8, 1008, 2008
          # the venue repeats itself: what is known is told once, and the rest not waited for
          page 8 1007; page 8 1007                     | 1000x, InStep | 8, 1008
          # the edge of a page is told once
          page 8 1007; page 1007 1009                  | 1002x, InStep | 8, 1008
          # a page that cannot be read, or does not come, is asked for again
          garbage; wait 1; page 8 8                    | 1x, InStep    | 8, 8
          page 8 1007; garbage; wait 1; page 1008 1008 | 1001x, InStep | 8, 1008, 1008
          down; wait 1; page 8 8                       | 1x, InStep    | 8, 8, 8, 8, 8
          garbage; wait 1; garbage; wait 1             |               | 8, 8
          # what is refused is left to the next gap
          refused                                      | InStep        | 8
          page 8 1007; refused; again; page 1008 1008  | 1000x, InStep, StreamLost, 1x, InStep | 8, 1008, 1008
          # a gap within the gap: what was asked before is void
          again; page 8 8; page 8 8                    | StreamLost, 1x, InStep | 8, 8
          page 8 1007; again; page 1008 1008; page 1008 1008 | 1000x, StreamLost, 1x, InStep | 8, 1008, 1008
          """)
  void allOfItIsToldOnce(String story, String told, String from) {
    script.limit(1).answer(200, ORDER.formatted("0", "NEW"));
    script.report("TRADE", "PARTIALLY_FILLED", fill(7, "0.4", "0.4"));
    script.report("CANCELED", "CANCELED", VenueScript.none());
    script.lose().pass(3).back().pass(1);
    tell(story);
    assertThat(counted())
        .isEqualTo("1 Accepted, 1 Filled 0.4, 1 Cancelled, StreamLost" + comma(told));
    assertThat(script.wire(1).replace("GET myTrades from ", "")).isEqualTo(from);
  }

  /** One of ours that had been told as over was filled all the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ours 8       | LateFill 1 0.1, InStep
          ours 8; again; none | LateFill 1 0.1, InStep, StreamLost, InStep
          """)
  void aFillOfOursAfterItsEndIsTold(String story, String told) {
    script.limit(1).answer(200, ORDER.formatted("0", "NEW"));
    script.report("TRADE", "PARTIALLY_FILLED", fill(7, "0.4", "0.4"));
    script.report("CANCELED", "CANCELED", VenueScript.none());
    script.lose().pass(3).back().pass(1);
    tell(story);
    assertThat(script.told())
        .isEqualTo("1 Accepted, 1 Filled 0.4, 1 Cancelled, StreamLost, " + told);
  }

  private static String comma(String told) {
    return told == null ? "" : ", " + told;
  }

  private String counted() {
    String told = script.told();
    for (int count : new int[] {2000, 1002, 1001, 1000, 2, 1}) {
      String all = "StrangerFill, ".repeat(count);
      told = told.replaceAll("(?<!StrangerFill, )" + all + "(?!StrangerFill)", count + "x, ");
    }
    return told;
  }

  private void tell(String story) {
    for (String step : story.split("; ")) {
      String[] words = step.split(" ");
      switch (words[0]) {
        case "page" -> script.answer(200, page(Long.parseLong(words[1]), Long.parseLong(words[2])));
        case "ours" -> script.answer(200, "[" + trade(Long.parseLong(words[1]), 42) + "]");
        case "none" -> script.answer(200, "[]");
        case "garbage" -> script.answer(200, "[{}]");
        case "refused" -> script.error(400, -1100, "Illegal.");
        case "down" -> {
          for (int i = 0; i < 4; i++) {
            script.pass(i == 0 ? 0 : 1).unanswered(Outcome.Fault.BROKEN);
          }
        }
        case "wait" -> script.pass(Integer.parseInt(words[1]));
        case "again" -> script.lose().pass(3).back().pass(1);
        default -> throw new IllegalArgumentException(step);
      }
    }
  }

  private static String page(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(id -> trade(id, 77))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String trade(long id, long orderId) {
    return ("{\"symbol\":\"BTCUSDT\",\"id\":%s,\"orderId\":%s,\"price\":\"99.00\",\"qty\":\"0.1\","
            + "\"commission\":\"0.001\",\"commissionAsset\":\"BTC\",\"time\":1700000042000,"
            + "\"isBuyer\":true,\"isMaker\":true}")
        .formatted(id, orderId);
  }
}
