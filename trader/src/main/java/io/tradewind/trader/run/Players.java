package io.tradewind.trader.run;

import io.tradewind.core.engine.BookSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.AuditSink;
import io.tradewind.simulation.session.GivenSlices;
import io.tradewind.simulation.session.Slices;
import io.tradewind.simulation.session.TickSettings;
import io.tradewind.simulation.session.TradeSlices;
import io.tradewind.simulation.session.VenueSession;
import io.tradewind.simulation.venue.SessionVenue;
import io.tradewind.simulation.venue.TickVenue;
import io.tradewind.simulation.venue.VenueListener;
import io.tradewind.trader.session.SessionPlayer;
import io.tradewind.trader.session.WireVenue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes sessions that have not begun, with fresh engines. */
final class Players {
  private final SessionPlan plan;
  private final AuditSink audit;
  private final Consumer<VenueCommand> heard;

  /**
   * By a plan.
   *
   * @param audit hears what the engine decides
   * @param heard hears each command that it says
   */
  Players(SessionPlan plan, AuditSink audit, Consumer<VenueCommand> heard) {
    this.plan = plan;
    this.audit = audit;
    this.heard = heard;
  }

  /** On paper: fills are reckoned here. */
  SessionPlayer<TickVenue> paper() {
    TickSettings settings = plan.paper().orElseThrow();
    long[] cash = plan.engine().books().stream().mapToLong(BookSpec::capitalScaled).toArray();
    EnumSet<Ability> abilities = EnumSet.copyOf(settings.abilities());
    return player(
        listener -> new TickVenue(instruments(), settings.rules(), cash, abilities, listener),
        venue -> {});
  }

  /** With orders that go to a venue of such abilities. */
  SessionPlayer<WireVenue> live(Set<Ability> abilities) {
    return player(listener -> new WireVenue(abilities), WireVenue::drop);
  }

  private List<Instrument> instruments() {
    return plan.engine().instruments();
  }

  private <V extends SessionVenue> SessionPlayer<V> player(
      Function<VenueListener, V> venue, Consumer<V> told) {
    return SessionPlayer.of(
        commands ->
            new VenueSession<>(
                plan.engine(), plan.strategies(), slices(), venue, heard.andThen(commands), audit),
        told,
        instruments().size());
  }

  private Slices slices() {
    return switch (plan.candles()) {
      case SessionPlan.Candles.OfVenue(long graceNs) -> new GivenSlices(instruments(), graceNs);
      case SessionPlan.Candles.OfTrades(var settings) -> new TradeSlices(instruments(), settings);
    };
  }
}
