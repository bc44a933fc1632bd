package io.tradewind.venues.binance.venue;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.StandingOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a session's orders from before the process, to go on with them. Who writes down
 * what he submits and what he is told has all of it.
 *
 * @param orders that have not ended, as far as was told, also such of which nobody knows whether
 *     they went out; a stop that was told of as {@link VenueNews.Guarding} and has not ended is
 *     among them under the id of its exit
 * @param ended the latest that have ended, at most {@link #MOST_ENDED}, the oldest first, filled as
 *     far as was told, late fills included; what happens to them still, and the entries of exits,
 *     can be made out of these alone
 * @param tradeIds by instrument the numbers of the latest fills that were told, of whatever kind,
 *     at most {@link #MOST_TRADES}, rising; what is below the first of so many counts as told
 */
public record Resumption(
    List<StandingOrder> orders, List<StandingOrder> ended, Map<InstrumentId, List<Long>> tradeIds) {
  /** Orders that have ended which are remembered. */
  public static final int MOST_ENDED = 10_000;

  /** Fills of an instrument which are remembered. */
  public static final int MOST_TRADES = 1_000;

  /** Copies all. */
  public Resumption {
    orders = List.copyOf(orders);
    ended = List.copyOf(ended);
    Map<InstrumentId, List<Long>> copy = new LinkedHashMap<>();
    tradeIds.forEach((instrument, all) -> copy.put(instrument, List.copyOf(all)));
    tradeIds = Collections.unmodifiableMap(copy);
    check(orders, false);
    check(ended, true);
  }

  private static void check(List<StandingOrder> all, boolean isFinal) {
    for (StandingOrder each : all) {
      OrderState state = each.state();
      Check.argument(
          state.isFinal() == isFinal,
          "order %s must have ended: %s, was %s",
          each.intent().orderId(),
          isFinal,
          state);
    }
  }
}
