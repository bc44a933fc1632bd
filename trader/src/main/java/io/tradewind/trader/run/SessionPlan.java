package io.tradewind.trader.run;

import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.simulation.session.TickSettings;
import io.tradewind.store.journal.JournalHead;
import io.tradewind.trader.feed.FeedSpec;
import java.util.List;
import java.util.Optional;

/**
 * What a session is.
 *
 * @param head its number, what it is, and the version that runs it
 * @param engine what the engine is made of
 * @param strategies one for each of its books, not begun
 * @param feed what it hears
 * @param candles where its candles come from
 * @param warmFromNs when the first candle opens that is given to a session that begins
 * @param paper how orders are filled here; empty where they go to the venue
 */
public record SessionPlan(
    JournalHead head,
    EngineSpec engine,
    List<Strategy> strategies,
    FeedSpec feed,
    Candles candles,
    long warmFromNs,
    Optional<TickSettings> paper) {
  /** Copies the list. */
  public SessionPlan {
    strategies = List.copyOf(strategies);
  }

  /** Where candles come from. */
  public sealed interface Candles {
    /**
     * The venue's own, which also tells those that were missed.
     *
     * @param graceNs so long a slice waits for candles after its first
     */
    record OfVenue(long graceNs) implements Candles {}

    /** Made of the trades as they come, as a replay of ticks makes them. */
    record OfTrades(TickSettings settings) implements Candles {}
  }
}
