package io.tradewind.exchange.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.exchange.api.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerTest {
  private final StreamHub hub = new StreamHub();
  private final List<String> sent = new ArrayList<>();
  private final Line line =
      new Line() {
        @Override
        public void send(String text) {
          sent.add(text);
        }

        @Override
        public void close(int code, String reason) {
          sent.add("closed " + code + " " + reason);
        }
      };

  private Listener listener(boolean combined, String... names) {
    return new Listener(hub, line, new Listener.Rules(5, 3), List.of(names), combined);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {"method":"SUBSCRIBE","params":["a@trade","b@depth"],"id":1} | {"result":null,"id":1}
          {"method":"SUBSCRIBE","params":[],"id":"4f"}     | {"result":null,"id":"4f"}
          {"method":"UNSUBSCRIBE","params":["first"],"id":312} | {"result":null,"id":312}
          {"method":"UNSUBSCRIBE","params":["never"]}      | {"result":null,"id":null}
          {"method":"LIST_SUBSCRIPTIONS","id":3}           | {"result":["first"],"id":3}
          {"method":"SET_PROPERTY","params":["combined",true],"id":5} | {"result":null,"id":5}
          {"method":"GET_PROPERTY","params":["combined"],"id":2} | {"result":false,"id":2}
          {"method":"SET_PROPERTY","params":["combined",1],"id":5} | {"code":1,"msg":"Invalid value type: expected Boolean"}
          {"method":"SET_PROPERTY","params":["other",true],"id":5} | {"code":0,"msg":"Unknown property"}
          {"method":"GET_PROPERTY","id":5}                 | {"code":0,"msg":"Unknown property"}
          {"method":"SUBSCRIBE","params":["a","b","c"],"id":1} | {"code":2,"msg":"Invalid request: too many parameters"}
          {"method":"SUBSCRIBE","params":"a","id":1}       | {"code":2,"msg":"Invalid request: params must be a list of streams"}
          {"method":"SUBSCRIBE","params":[1],"id":1}       | {"code":2,"msg":"Invalid request: params must be a list of streams"}
          {"method":"SUBSCRIBE","params":["a"],"id":1.5}   | {"code":2,"msg":"Invalid request: request ID must be an unsigned integer"}
          {"id":1}                                         | {"code":2,"msg":"Invalid request: missing field `method` at line 1 column 8"}
          [1]                                              | {"code":2,"msg":"Invalid request: expected an object"}
          hello                                            | {"code":3,"msg":"Invalid JSON: expected value at line 1 column 1"}
          """)
  void answers(String text, String answer) {
    listener(false, "first").onText(text, 0);
    assertThat(sent).containsExactly(answer);
  }

  @Test
  void whatIsNotAMethodIsNamed() {
    listener(false).onText("{\"method\":\"SHOUT\",\"id\":1}", 0);
    assertThat(sent.getFirst())
        .startsWith("{\"code\":2,\"msg\":\"Invalid request: unknown variant `SHOUT`");
  }

  @Test
  void whoListensHears() {
    Listener raw = listener(false, "a");
    Listener combined = listener(true);
    hub.tell("a", () -> "1");
    combined.onText("{\"method\":\"SUBSCRIBE\",\"params\":[\"a\",\"a\"],\"id\":1}", 0);
    hub.tell("a", () -> "2");
    combined.onText("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",false],\"id\":1}", 0);
    hub.tell("a", () -> "3");
    raw.close();
    hub.tell("a", () -> "4");
    combined.onText("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"a\"],\"id\":1}", 0);
    hub.tell("a", () -> "5");
    assertThat(sent)
        .filteredOn(text -> !text.contains("result"))
        .containsExactly("1", "2", "{\"stream\":\"a\",\"data\":2}", "3", "3", "4");
  }

  @Test
  void whatNobodyHearsIsNotMade() {
    listener(false, "a").close();
    hub.tell(
        "a",
        () -> {
          throw new AssertionError("nobody listens");
        });
    assertThat(hub.isHeard("a")).isFalse();
  }

  @Test
  void whoTalksTooMuchIsCutOff() {
    Listener listener = listener(false);
    for (int i = 0; i < 5; i++) {
      listener.onText("{\"method\":\"LIST_SUBSCRIPTIONS\"}", 999);
    }
    listener.onFrame(1000);
    assertThat(sent).hasSize(5).allMatch(text -> text.startsWith("{\"result\""));
    for (int i = 0; i < 5; i++) {
      listener.onText("{\"method\":\"LIST_SUBSCRIPTIONS\"}", 1999);
    }
    assertThat(sent.getLast()).isEqualTo("closed 1008 Too many requests");
    assertThat(sent).hasSize(10);
  }

  @ParameterizedTest(name = "{0}?{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # address                 | query                    | on spot | on futures
          /ws/btcusdt@trade         |                          | raw [btcusdt@trade] | none
          /ws/a@trade/b@depth       |                          | raw [a@trade, b@depth] | none
          /ws/a%40trade             | timeUnit=MICROSECOND     | raw [a@trade] | none
          /ws                       |                          | raw [] | none
          /ws/0                     |                          | raw [0] | none
          /stream                   | streams=a@trade/b@depth  | wrapped [a@trade, b@depth] | none
          /stream                   | streams=a%40trade%2Fb%40depth&timeUnit=x | wrapped [a@trade, b@depth] | none
          /stream                   |                          | wrapped [] | none
          /stream/0                 |                          | wrapped [] | none
          /public/ws/a@depth        |                          | none | raw [a@depth]
          /market/stream            | streams=a@kline_1m       | none | wrapped [a@kline_1m]
          /private/ws               | listenKey=k&events=A/B   | none | raw [k]
          /private/stream           | listenKey=k&listenKey=l  | none | wrapped [k, l]
          /fapi/ws/k                |                          | none | raw [k]
          /fapi/stream              | streams=a@trade          | none | wrapped [a@trade]
          /fapi/public/ws           |                          | none | raw []
          /fapi/v1/ws               |                          | none | none
          /wsx                      |                          | none | none
          /api/v3/ws                |                          | none | none
          """)
  void addressesNameStreams(String path, String query, String ofSpot, String ofFutures) {
    String asked = query == null ? "" : query;
    assertThat(told(StreamAddress.of(path, asked))).isEqualTo(ofSpot);
    assertThat(told(StreamAddress.ofFutures(path, asked))).isEqualTo(ofFutures);
  }

  private static String told(Optional<StreamAddress> address) {
    return address
        .map(each -> (each.combined() ? "wrapped " : "raw ") + each.names())
        .orElse("none");
  }
}
