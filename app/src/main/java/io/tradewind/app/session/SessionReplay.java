package io.tradewind.app.session;

import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.store.disk.FolderView;
import io.tradewind.store.journal.JournalException;
import io.tradewind.trader.run.Replay;
import io.tradewind.trader.run.SessionPlan;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.SymbolFilters;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Plays a session again, with nothing but its folder. */
public final class SessionReplay {
  private static final SymbolFilters.Steps NO_STEPS = new SymbolFilters.Steps(0, Long.MAX_VALUE, 0);
  private static final SymbolFilters NO_FILTERS =
      new SymbolFilters(
          NO_STEPS,
          NO_STEPS,
          NO_STEPS,
          new SymbolFilters.Notional(0, Long.MAX_VALUE, false, false),
          SymbolFilters.Bands.NONE,
          new SymbolFilters.Trailing(0, 0, 0, 0));

  private final Supplier<SessionWork> work;
  private long fills;
  private long trades;

  /**
   * Of a session.
   *
   * @param work makes it, with strategies that have not begun
   */
  public SessionReplay(Supplier<SessionWork> work) {
    this.work = work;
  }

  /** What came of it, and what was decided on the way. */
  public record Told(Replay.Outcome outcome, long fills, long trades) {}

  /**
   * Plays it.
   *
   * @throws UserMistake if the journal can't be read
   */
  public Told run(String version) {
    SessionWork first = work.get();
    try {
      Replay.Outcome outcome =
          new Replay(
                  () -> plan(work.get(), version),
                  SessionPlans.abilities(first.configuration().trading().market()),
                  new FolderView(first.folder().journal()))
              .run(this::hear);
      return new Told(outcome, fills, trades);
    } catch (JournalException e) {
      throw new UserMistake(
          "the journal of %s can't be read: %s".formatted(first.folder().name(), e.getMessage()),
          e);
    }
  }

  private void hear(AuditRecord entry) {
    if (entry instanceof AuditRecord.OrderMoved moved
        && moved.event() instanceof OrderEvent.Filled) {
      fills++;
    }
    trades += entry instanceof AuditRecord.TradeClosed ? 1 : 0;
  }

  /** Of the venue nothing is asked: the journal says what it said. */
  private static SessionPlan plan(SessionWork work, String version) {
    SessionDescription session = work.begun().orElseThrow();
    List<Listing> listings =
        session.instruments().stream()
            .map(each -> new Listing(each, NO_FILTERS, "TRADING", Set.of()))
            .toList();
    return SessionPlans.plan(work, session, listings, version);
  }
}
