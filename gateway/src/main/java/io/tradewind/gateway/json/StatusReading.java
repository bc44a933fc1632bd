package io.tradewind.gateway.json;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.Side;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.LockReason;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.LockStatus;
import io.tradewind.core.status.OrderStatus;
import io.tradewind.core.status.Performance;
import io.tradewind.core.status.PositionStatus;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.trade.Direction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * A session out of what {@link StatusJson} wrote. All throw {@link IllegalArgumentException} that
 * names the field if it is not that.
 */
public final class StatusReading {
  private StatusReading() {}

  /** Everything. */
  public static TraderStatus status(String text) {
    JsonNode json = JsonReading.object(text);
    return new TraderStatus(
        JsonReading.time(json, "time"),
        JsonReading.text(json, "session"),
        JsonReading.word(json, "mode", TraderStatus.Mode.class),
        JsonReading.time(json, "started"),
        JsonReading.word(json, "activity", TraderStatus.Activity.class),
        account(JsonReading.inner(json, "account")),
        JsonReading.list(json, "positions", StatusReading::position),
        JsonReading.list(json, "orders", StatusReading::order),
        JsonReading.list(json, "locks", StatusReading::lock),
        JsonReading.list(json, "components", StatusReading::component),
        traffic(JsonReading.inner(json, "traffic")),
        performance(JsonReading.inner(json, "performance")),
        VitalsJson.read(JsonReading.inner(json, "vitals")));
  }

  /** Open positions. */
  public static List<PositionStatus> positions(String text) {
    return JsonReading.list(JsonReading.object(text), "positions", StatusReading::position);
  }

  /** Orders that have not ended. */
  public static List<OrderStatus> orders(String text) {
    return JsonReading.list(JsonReading.object(text), "orders", StatusReading::order);
  }

  private static TraderStatus.Money account(JsonNode json) {
    return new TraderStatus.Money(
        JsonReading.text(json, "currency"),
        JsonReading.number(json, "equity"),
        JsonReading.number(json, "free"),
        JsonReading.number(json, "today"),
        JsonReading.number(json, "total"));
  }

  private static PositionStatus position(JsonNode json) {
    return new PositionStatus(
        JsonReading.text(json, "strategy"),
        instrument(json),
        JsonReading.number(json, "quantity"),
        JsonReading.number(json, "entry"),
        JsonReading.number(json, "mark"),
        JsonReading.number(json, "unrealised"),
        JsonReading.find(json, "stop").map(_ -> JsonReading.number(json, "stop")),
        JsonReading.time(json, "since"));
  }

  private static OrderStatus order(JsonNode json) {
    return new OrderStatus(
        JsonReading.whole(json, "orderId"),
        JsonReading.text(json, "strategy"),
        instrument(json),
        JsonReading.word(json, "side", Side.class),
        JsonReading.word(json, "purpose", OrderPurpose.class),
        JsonReading.text(json, "what"),
        JsonReading.word(json, "state", OrderState.class),
        JsonReading.number(json, "filled"));
  }

  private static LockStatus lock(JsonNode json) {
    OptionalInt instrument =
        JsonReading.find(json, "instrument")
            .map(_ -> OptionalInt.of(Math.toIntExact(JsonReading.whole(json, "instrument"))))
            .orElse(OptionalInt.empty());
    Lock lock =
        new Lock(
            JsonReading.word(json, "reason", LockReason.class),
            instrument,
            JsonReading.find(json, "side")
                .map(_ -> JsonReading.word(json, "side", Direction.class)),
            JsonReading.time(json, "since"),
            JsonReading.time(json, "until"));
    Optional<InstrumentId> name = JsonReading.find(json, "symbol").map(_ -> instrument(json));
    return new LockStatus(lock, name);
  }

  private static ComponentStatus component(JsonNode json) {
    return new ComponentStatus(
        JsonReading.text(json, "name"),
        JsonReading.word(json, "level", ComponentStatus.Level.class),
        JsonReading.time(json, "since"),
        JsonReading.text(json, "why"),
        JsonReading.truth(json, "isNeeded"));
  }

  private static TraderStatus.Traffic traffic(JsonNode json) {
    return new TraderStatus.Traffic(
        JsonReading.whole(json, "inputs"),
        JsonReading.whole(json, "signals"),
        JsonReading.whole(json, "orders"),
        JsonReading.whole(json, "fills"),
        JsonReading.whole(json, "trades"),
        JsonReading.whole(json, "refusals"),
        JsonReading.whole(json, "errors"));
  }

  private static Performance performance(JsonNode json) {
    return new Performance(
        JsonReading.whole(json, "trades"),
        JsonReading.whole(json, "wins"),
        JsonReading.number(json, "won"),
        JsonReading.number(json, "lost"),
        JsonReading.find(json, "best").map(_ -> JsonReading.number(json, "best")),
        JsonReading.find(json, "worst").map(_ -> JsonReading.number(json, "worst")));
  }

  private static InstrumentId instrument(JsonNode json) {
    return InstrumentId.parse(JsonReading.text(json, "symbol"), "unknown", Market.SPOT);
  }
}
