package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account holds, as the venue last told.
 *
 * @param askedNs when all of it was last asked for and told, by our clock, or {@link #NEVER} since
 *     the stream was lost or a look began; what came after is in it
 * @param balances of spot by asset, free and locked
 * @param positionsScaled of futures, below 0 for a short, in quantity scale; without flat ones
 */
public record AccountView(
    long askedNs, Map<String, BigDecimal> balances, Map<InstrumentId, Long> positionsScaled) {
  /** It was not told. */
  public static final long NEVER = Long.MIN_VALUE;

  /** Whether the venue has told it. */
  public boolean isTold() {
    return askedNs != NEVER;
  }

  /** Copies the maps. */
  public AccountView {
    balances = Collections.unmodifiableMap(new TreeMap<>(balances));
    positionsScaled = Collections.unmodifiableMap(new TreeMap<>(positionsScaled));
  }
}
