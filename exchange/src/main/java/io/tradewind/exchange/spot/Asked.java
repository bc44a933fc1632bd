package io.tradewind.exchange.spot;

import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.simulation.exchange.spot.ListRef;
import io.tradewind.simulation.exchange.spot.OrderRef;
import io.tradewind.simulation.exchange.spot.Result;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What most endpoints do: find an order, cut a range out of a history, answer or refuse. */
final class Asked {
  private static final Set<String> BESIDE =
      Set.of("timestamp", "recvWindow", "signature", "apiKey", "returnRateLimits");
  private static final long DAY_MS = 24 * 3_600_000L;
  private static final int USUAL = 500;
  private static final int MOST = 1000;

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

  /**
   * Which part of a history: from an id on, or within times, at most so many.
   *
   * @param fromId the first id
   * @param limit how many
   */
  record Range(OptionalLong fromId, OptionalLong startMs, OptionalLong endMs, int limit) {

    /** Reads it; times may lie a day apart. */
    static Range of(Parameters all, String idName) {
      OptionalLong start = all.optionalCount("startTime");
      OptionalLong end = all.optionalCount("endTime");
      if (start.isPresent() && end.isPresent() && end.getAsLong() - start.getAsLong() > DAY_MS) {
        all.fail(WireError.badRequest(-1127, "More than 24 hours between startTime and endTime."));
      }
      return new Range(all.optionalCount(idName), start, end, Asked.limit(all));
    }

    /**
     * Cuts it out of a history that rises in id and time: the newest if nothing is said, the first
     * from a beginning on.
     */
    <T> List<T> cut(List<T> history, ToLongFunction<T> id, ToLongFunction<T> timeMs) {
      Stream<T> within =
          history.stream()
              .filter(each -> fromId.isEmpty() || id.applyAsLong(each) >= fromId.getAsLong())
              .filter(each -> startMs.isEmpty() || timeMs.applyAsLong(each) >= startMs.getAsLong())
              .filter(each -> endMs.isEmpty() || timeMs.applyAsLong(each) <= endMs.getAsLong());
      List<T> found = within.toList();
      boolean fromTheFirst = fromId.isPresent() || startMs.isPresent();
      return fromTheFirst
          ? found.subList(0, Math.min(limit, found.size()))
          : found.subList(Math.max(0, found.size() - limit), found.size());
    }
  }

  /** How many are wanted, 500 if nothing is said, at most 1000. */
  static int limit(Parameters all) {
    return (int) Math.min(MOST, all.optionalCount("limit").orElse(USUAL));
  }
}
