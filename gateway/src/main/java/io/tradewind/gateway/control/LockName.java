package io.tradewind.gateway.control;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.LockReason;
import io.tradewind.core.status.LockStatus;
import io.tradewind.core.trade.Direction;
import io.tradewind.gateway.json.JsonReading;
import io.tradewind.gateway.json.JsonText;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How people name a lock of entries.
 *
 * @param reason why it locks
 * @param instrument of which instrument; empty for a lock of all
 * @param side in which direction; empty for a lock of both
 */
public record LockName(
    LockReason reason, Optional<InstrumentId> instrument, Optional<Direction> side) {
  static LockName read(JsonNode json) {
    Wish.refuseOthers(json, List.of("reason", "symbol", "side"));
    return new LockName(
        JsonReading.word(json, "reason", LockReason.class),
        JsonReading.find(json, "symbol")
            .map(_ -> JsonReading.text(json, "symbol"))
            .map(text -> InstrumentId.parse(text, "unknown", Market.SPOT)),
        JsonReading.find(json, "side").map(_ -> JsonReading.word(json, "side", Direction.class)));
  }

  /** The one of this name. */
  Optional<Lock> among(List<LockStatus> held) {
    return held.stream()
        .filter(each ->
            each.lock().reason() == reason
                && each.instrument().equals(instrument)
                && each.lock().side().equals(side))
        .map(LockStatus::lock)
        .findFirst();
  }

  @Override
  public String toString() {
    return JsonText.key(reason)
        + instrument.map(each -> " of " + each).orElse("")
        + side.map(each -> ", " + each.label()).orElse("");
  }
}
