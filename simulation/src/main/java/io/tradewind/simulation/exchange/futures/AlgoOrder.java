package io.tradewind.simulation.exchange.futures;

import io.tradewind.simulation.matching.Trigger;
import java.util.Optional;
import java.util.OptionalLong;

/** A conditional order from its placement to its end, and after. */
final class AlgoOrder {
  final Position position;
  final long algoId;
  final NewAlgoOrder order;
  final long createdNs;
  AlgoStatus status = AlgoStatus.NEW;
  OptionalLong orderId = OptionalLong.empty();
  OptionalLong triggeredNs = OptionalLong.empty();
  Optional<RefusalReason> refusal = Optional.empty();
  long updatedNs;

  AlgoOrder(Position position, long algoId, NewAlgoOrder order) {
    this.position = position;
    this.algoId = algoId;
    this.order = order;
    this.createdNs = position.market.nowNs();
    this.updatedNs = createdNs;
  }

  /** What it waits for; trails from now on where it has no price to be active from. */
  Trigger trigger(OptionalLong nowE8) {
    return switch (order.condition()) {
      case AlgoCondition.Stop(long priceE8) -> Trigger.stop(algoId, order.side(), priceE8);
      case AlgoCondition.TakeProfit(long priceE8) ->
          Trigger.takeProfit(algoId, order.side(), priceE8);
      case AlgoCondition.Trailing(int bps, OptionalLong activateE8) -> {
        if (activateE8.isPresent()) {
          yield Trigger.takeProfit(algoId, order.side(), activateE8.getAsLong()).thenTrailing(bps);
        }
        Trigger trailing = Trigger.trailing(algoId, order.side(), bps);
        nowE8.ifPresent(trailing::trailingSince);
        yield trailing;
      }
    };
  }

  AlgoView view() {
    return new AlgoView(
        position.account.accountId,
        algoId,
        order,
        status,
        orderId,
        triggeredNs,
        refusal,
        new OrderView.Times(createdNs, updatedNs));
  }
}
