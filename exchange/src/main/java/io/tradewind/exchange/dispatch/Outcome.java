package io.tradewind.exchange.dispatch;

import io.tradewind.exchange.limit.OrderLimit;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * What came of a request, whichever way it came.
 *
 * @param status of HTTP
 * @param body what was asked for, or code and message
 * @param usedWeight of the address in this minute
 * @param orders of the account, if it placed some
 * @param retryAfterSeconds when to ask again, where that helps
 */
public record Outcome(
    int status,
    JsonNode body,
    long usedWeight,
    List<OrderLimit.Use> orders,
    OptionalLong retryAfterSeconds) {

  /** Whether it was carried out in full. */
  public boolean isDone() {
    return status == 200;
  }
}
