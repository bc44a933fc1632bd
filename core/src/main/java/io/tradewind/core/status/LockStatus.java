package io.tradewind.core.status;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.risk.limit.Lock;
import java.util.Optional;

/**
 * A lock of entries that holds.
 *
 * @param lock as the engine knows it
 * @param instrument the name of its instrument; empty where it locks all
 */
public record LockStatus(Lock lock, Optional<InstrumentId> instrument) {}
