package io.tradewind.core.status;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.Side;
import java.math.BigDecimal;

/**
 * An order that has not ended.
 *
 * @param orderId ours
 * @param what its size and terms in words, such as {@code 0.5 at 60000} or {@code stop at 59000}
 * @param filled of base
 */
public record OrderStatus(
    long orderId,
    String strategy,
    InstrumentId instrument,
    Side side,
    OrderPurpose purpose,
    String what,
    OrderState state,
    BigDecimal filled) {}
