package io.tradewind.exchange.spot;

import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.exchange.wire.Slice;
import io.tradewind.simulation.exchange.spot.ListRef;
import io.tradewind.simulation.exchange.spot.OrderRef;
import io.tradewind.simulation.exchange.spot.Result;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What most endpoints do: find an order, cut a range out of a history, answer or refuse. */
final class Asked {
  private static final Set<String> BESIDE =
      Set.of("timestamp", "recvWindow", "signature", "apiKey", "returnRateLimits");

  /** Of histories. */
  static final Slice.Bounds BOUNDS = new Slice.Bounds(24, 500, 1000);

  private Asked() {}

  /** Acts if all that was sent has been read and is in order. */
  static Reply when(Parameters all, Supplier<Reply> act) {
    all.allRead(BESIDE);
    return all.error().<Reply>map(Reply.Failed::new).orElseGet(act);
  }

  /** The answer to what was done, or why it was not. */
  static <T> Reply reply(
      Result<T> result, SpotErrors.Of what, Function<T, ? extends JsonNode> json) {
    return switch (result) {
      case Result.Done<T>(T value) -> new Reply.Done(json.apply(value));
      case Result.Refused<T>(var reason) -> new Reply.Failed(SpotErrors.of(what, reason));
    };
  }

  /** Which order; a stand-in if none is named, which the parameters tell. */
  static OrderRef order(Parameters all, String idName, String clientName) {
    OptionalLong id = all.optionalCount(idName);
    Optional<String> client = all.optional(clientName);
    if (id.isEmpty() && client.isEmpty()) {
      all.fail(WireError.missingBoth(clientName, idName));
    }
    if (id.isEmpty()) {
      return new OrderRef.ByClientId(client.orElse(""));
    }
    return client
        .<OrderRef>map(name -> new OrderRef.ByBoth(id.getAsLong(), name))
        .orElseGet(() -> new OrderRef.ById(id.getAsLong()));
  }

  /** Which list. */
  static ListRef list(Parameters all, String clientName) {
    OptionalLong id = all.optionalCount("orderListId");
    Optional<String> client = all.optional(clientName);
    if (id.isEmpty() && client.isEmpty()) {
      all.fail(WireError.missingBoth("orderListId", clientName));
    }
    return id.isPresent()
        ? new ListRef.ById(id.getAsLong())
        : new ListRef.ByClientId(client.orElse(""));
  }
}
