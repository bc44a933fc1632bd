package io.tradewind.exchange.dispatch;

import io.tradewind.exchange.request.WireError;
import tools.jackson.databind.JsonNode;

/** What an endpoint answers. */
public sealed interface Reply {

  /** All is well. */
  record Done(JsonNode body) implements Reply {}

  /**
   * New orders were placed.
   *
   * @param orders how many count against the limit of orders
   */
  record Placed(JsonNode body, int orders) implements Reply {}

  /** Refused. */
  record Failed(WireError error) implements Reply {}

  /** Some of it was refused; the body says what. */
  record Partly(WireError error, JsonNode data) implements Reply {}
}
