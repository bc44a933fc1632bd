package io.tradewind.trader.run;

import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.store.audit.Incident;
import io.tradewind.store.audit.Incident.Severity;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Makes incidents, of which people are told, of how the parts of a trader change: what is wrong,
 * and what the trader does meanwhile. What has not been up yet is starting, and no incident. For
 * {@link ComponentBoard}; one thread tells it.
 */
public final class Incidents implements Consumer<ComponentStatus> {
  private static final String ORDERS =
      "nothing opens, stops stand at the venue, exits are still tried, and all that was missed is"
          + " asked for when the line is back";
  private static final String MARKET_DATA =
      "nothing opens there until it is heard again; positions keep their stops and can be closed";
  private static final String OTHERS = "trading goes on without it as far as it can";

  private final Consumer<? super Incident> told;

  /** Parts that have been up, and the beginning of what is wrong with them now; 0 where nothing. */
  private final Map<String, Long> sinceNs = new TreeMap<>();

  /**
   * Nothing is wrong.
   *
   * @param told hears of each
   */
  public Incidents(Consumer<? super Incident> told) {
    this.told = told;
  }

  @Override
  public void accept(ComponentStatus now) {
    if (now.level() == Level.UP) {
      Long began = sinceNs.put(now.name(), 0L);
      if (began != null && began != 0) {
        told.accept(new Incident.IncidentEnded(now.sinceNs(), now.name(), began, "it works again"));
      }
      return;
    }
    Long began = sinceNs.get(now.name());
    boolean isLooking = now.why().equals(LiveOrders.LOOKING);
    if (began == null || isLooking) {
      return;
    }
    long firstNs = began == 0 ? now.sinceNs() : began;
    sinceNs.put(now.name(), firstNs);
    boolean isHeldUp = now.level() == Level.DOWN && now.isNeeded();
    told.accept(
        new Incident.IncidentRaised(
            now.sinceNs(),
            now.name(),
            firstNs,
            isHeldUp ? Severity.CRITICAL : Severity.WARNING,
            now.why() + "; " + meanwhile(now.name())));
  }

  private static String meanwhile(String name) {
    return switch (name) {
      case "orders" -> ORDERS;
      case "market data" -> MARKET_DATA;
      default -> OTHERS;
    };
  }
}
