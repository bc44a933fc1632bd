package io.tradewind.venues.binance.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.binance.model.OpenOrder;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of an account is an entry of session 7, and how it is taken back. */
class StandingEntriesTest {
  private final List<FaultLog.Report> faults = new ArrayList<>();

  private StandingEntries entries(Market market) {
    return new StandingEntries(market, 7, new FaultLog(new ManualClock(0), faults::add));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SPOT | "clientOrderId":"tw7_1_o0","side":"BUY"                                  | true
          SPOT | "clientOrderId":"tw7_1_o4","side":"BUY","orderListId":-1                 | true
          SPOT | "clientOrderId":"tw7_1_o0","side":"SELL"                                 | false
          SPOT | "clientOrderId":"tw8_1_o0","side":"BUY"                                  | false
          SPOT | "clientOrderId":"tw71_1_o0","side":"BUY"                                 | false
          SPOT | "clientOrderId":"by-hand","side":"BUY"                                   | false
          PERP | "clientOrderId":"tw7_1_o0","side":"SELL","reduceOnly":false              | true
          PERP | "clientOrderId":"tw7_1_o0","side":"BUY","reduceOnly":true                | false
          PERP | "algoId":5,"clientAlgoId":"tw7_1_o0","reduceOnly":false                  | true
          PERP | "algoId":5,"clientAlgoId":"tw7_1_s0","reduceOnly":true                   | false
          PERP | "algoId":5,"clientAlgoId":"tw7_1_s0","reduceOnly":false,"closePosition":true | false
          """)
  void onlyWhatOpensAndIsOurs(Market market, String row, boolean isFound) {
    List<OpenOrder> found =
        entries(market).read("[{\"symbol\":\"BTCUSDT\"," + row + "}]").orElseThrow();
    assertThat(found).hasSize(isFound ? 1 : 0);
  }

  /** One bad row makes an answer none, for an entry may have been in it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SPOT | [{"symbol":"BTCUSDT","clientOrderId":"tw7_1_o0"}]
          SPOT | [{"symbol":"BTCUSDT","clientOrderId":"tw7_1_o0","side":"HOLD"}]
          SPOT | [{"clientOrderId":"tw7_1_o0","side":"BUY"}]
          SPOT | [{"symbol":"BTCUSDT","side":"BUY"}]
          PERP | [{"symbol":"BTCUSDT","clientOrderId":"tw7_1_o0","side":"BUY"}]
          SPOT | [{"symbol":"BTCUSDT","clientOrderId":"tw7_1
          SPOT | <html>
          """)
  void whatCannotBeReadIsNoAnswer(Market market, String body) {
    assertThat(entries(market).read(body)).isEmpty();
    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst().sample()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SPOT | 1   | 1   | 6
          SPOT | 13  | 13  | 78
          SPOT | 14  | 1   | 80
          SPOT | 0   | 1   | 80
          PERP | 1   | 2   | 2
          PERP | 40  | 80  | 80
          PERP | 41  | 2   | 80
          """)
  void asManySymbolsAsWeighLess(Market market, int symbols, int questions, int weight) {
    List<VenueRequest> all =
        entries(market).questions(IntStream.range(0, symbols).mapToObj(i -> "S" + i).toList());
    assertThat(all).hasSize(questions);
    assertThat(all.stream().mapToInt(each -> each.terms().weight()).sum()).isEqualTo(weight);
  }

  @Test
  void itIsTakenBackByItsName() {
    OpenOrder entry = new OpenOrder("BTCUSDT", "tw7_a_o2", false, true, false, false);
    OpenOrder algo = new OpenOrder("BTCUSDT", "tw7_a_o2", true, true, false, false);
    assertThat(text(entries(Market.SPOT).cancel(entry)))
        .isEqualTo(
            "DELETE /api/v3/order symbol=BTCUSDT origClientOrderId=tw7_a_o2"
                + " newClientOrderId=tw7_a_c2");
    assertThat(text(entries(Market.PERP).cancel(entry)))
        .isEqualTo("DELETE /fapi/v1/order symbol=BTCUSDT origClientOrderId=tw7_a_o2");
    assertThat(text(entries(Market.PERP).cancel(algo)))
        .isEqualTo("DELETE /fapi/v1/algoOrder symbol=BTCUSDT clientAlgoId=tw7_a_o2");
  }

  private static String text(VenueRequest request) {
    StringBuilder text = new StringBuilder();
    text.append(request.method()).append(' ').append(request.path());
    for (Parameter each : request.parameters()) {
      text.append(' ').append(each.name()).append('=').append(each.value());
    }
    return text.toString();
  }
}
