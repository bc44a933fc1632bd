package io.tradewind.simulation.exchange.futures;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A conditional order as it stood at a moment.
 *
 * @param orderId the order that it placed
 * @param triggeredNs when its price came
 * @param refusal why its order was refused
 */
public record AlgoView(
    long accountId,
    long algoId,
    NewAlgoOrder order,
    AlgoStatus status,
    OptionalLong orderId,
    OptionalLong triggeredNs,
    Optional<RefusalReason> refusal,
    OrderView.Times times) {}
