package io.tradewind.exchange.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.limit.OrderLimit;
import io.tradewind.exchange.limit.WeightLimit;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.exchange.request.WireError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DispatcherTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** HMAC-SHA256 of {@code timestamp=1000} with the secret, by openssl. */
  private static final String SIGNATURE =
      "de09609c648d76fe17ef8a70c09b0aebf490daf35e7d81642b18070d66766e02";

  private final Rest rest =
      new Rest(
          "/api/v3/",
          new Dispatcher(
              List.of(
                  Endpoint.open("ping", 1, call -> new Reply.Done(JSON.createObjectNode())),
                  Endpoint.open(
                      "depth",
                      all -> all.optionalCount("limit").orElse(100) > 100 ? 50 : 5,
                      call ->
                          new Reply.Done(
                              JSON.createObjectNode().put("of", call.parameters().text("symbol")))),
                  new Endpoint(
                      "POST",
                      "userDataStream",
                      Security.KEY,
                      0,
                      all -> 2,
                      call ->
                          new Reply.Done(JSON.createObjectNode().put("account", call.account()))),
                  Endpoint.placing(
                      "POST",
                      "order",
                      1,
                      1,
                      call -> new Reply.Placed(JSON.createObjectNode().put("orderId", 7), 1)),
                  Endpoint.signed(
                      "POST",
                      "order/cancelReplace",
                      1,
                      call ->
                          new Reply.Partly(
                              new WireError(409, -2021, "Order cancel-replace partially failed."),
                              JSON.createObjectNode().put("cancelResult", "SUCCESS")))),
              new Gatekeeper(List.of(new ApiKey("key", 4, new Secret.Hmac("secret")))),
              new WeightLimit(100, 5, new WeightLimit.Texts("over %d", "banned until %d")),
              new OrderLimit(List.of(new OrderLimit.Rule("SECOND", 10, 2)))));

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          GET  | ping           | ""            | ""    | 200 {} 1
          GET  | depth          | symbol=A      | ""    | 200 {`of`:`A`} 5
          GET  | depth          | symbol=A&limit=500 | "" | 200 {`of`:`A`} 50
          GET  | depth          | symbol=A&symbol=B | "" | 400 {`code`:-1101,`msg`:`Duplicate values for a parameter detected.`} 5
          GET  | pong           | ""            | ""    | 404
          POST | ping           | ""            | ""    | 404
          POST | userDataStream | ""            | key   | 200 {`account`:4} 2
          POST | userDataStream | ""            | ""    | 401 {`code`:-2014,`msg`:`API-key format invalid.`} 2
          POST | userDataStream | ""            | other | 401 {`code`:-2015,`msg`:`Invalid API-key, IP, or permissions for action.`} 2
          POST | order          | timestamp=1000&signature=0 | key | 400 {`code`:-1022,`msg`:`Signature for this request is not valid.`} 1
          POST | order          | timestamp=1000&signature=$S | key | 200 {`orderId`:7} 1 10S=1
          POST | order/cancelReplace | timestamp=1000&signature=$S | key | 409 {`code`:-2021,`msg`:`Order cancel-replace partially failed.`,`data`:{`cancelResult`:`SUCCESS`}} 1
          """)
  void answers(String method, String path, String query, String key, String answer) {
    assertThat(ask(method, path, query.replace("$S", SIGNATURE), key, 1000))
        .isEqualTo(answer.replace('`', '"'));
  }

  @Test
  void whoAsksTooMuchWaits() {
    assertThat(ask("GET", "depth", "symbol=A&limit=500", "", 0)).startsWith("200");
    assertThat(ask("GET", "depth", "symbol=A&limit=500", "", 0)).startsWith("200");
    assertThat(ask("GET", "ping", "", "", 1000))
        .isEqualTo("429 {\"code\":-1003,\"msg\":\"over 100\"} 101 Retry-After=59");
    assertThat(ask("GET", "ping", "", "", 60_000)).isEqualTo("200 {} 1");
  }

  @Test
  void whoPlacesTooManyWaits() {
    String query = "timestamp=1000&signature=" + SIGNATURE;
    assertThat(ask("POST", "order", query, "key", 1000)).endsWith("10S=1");
    assertThat(ask("POST", "order", query, "key", 1000)).endsWith("10S=2");
    assertThat(ask("POST", "order", query, "key", 1000))
        .isEqualTo(
            "429 {\"code\":-1015,\"msg\":\"Too many new orders; current limit is 2 orders per 10"
                + " SECOND.\"} 3 Retry-After=9");
  }

  private String ask(String method, String path, String query, String key, long nowMs) {
    Optional<String> name = key.isEmpty() ? Optional.empty() : Optional.of(key);
    Response response =
        rest.answer(new RawRequest(method, "/api/v3/" + path, query, "", name, "here"), nowMs);
    Map<String, String> headers = new TreeMap<>(response.headers());
    headers.remove("X-MBX-USED-WEIGHT");
    String told =
        headers.entrySet().stream()
            .map(each -> " " + each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining());
    return (response.status() + " " + response.body() + told)
        .replaceAll("(.*) X-MBX-USED-WEIGHT-1M=(\\d+)$", "$1 $2")
        .replaceAll("(.*)( Retry-After=\\d+) (\\d+)$", "$1 $3$2")
        .replaceAll("(.*) X-MBX-ORDER-COUNT-(\\w+=\\d+) (\\d+)$", "$1 $3 $2")
        .strip();
  }
}
