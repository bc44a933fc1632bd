package io.tradewind.app.session;

import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.Incident;
import io.tradewind.store.audit.Incident.IncidentEnded;
import io.tradewind.store.audit.Incident.IncidentRaised;
import io.tradewind.store.audit.Incident.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells people once of a part that stopped working, and once that it works again. What has not
 * worked yet gets some time at the start.
 */
final class Alerts {
  private static final long PATIENCE_NS = 60 * Utc.SECOND_NS;

  private final long startedNs;
  private final Consumer<Incident> told;
  private final Set<String> worked = new TreeSet<>();
  private final Map<String, ComponentStatus> open = new TreeMap<>();

  /** From the start of a process on. */
  Alerts(long startedNs, Consumer<Incident> told) {
    this.startedNs = startedNs;
    this.told = told;
  }

  /** Looks at all parts. */
  void step(long nowNs, List<ComponentStatus> components) {
    for (ComponentStatus each : components) {
      ComponentStatus before = open.get(each.name());
      if (each.level() == Level.UP) {
        worked.add(each.name());
        if (before != null) {
          open.remove(each.name());
          told.accept(
              new IncidentEnded(
                  nowNs, each.name(), before.sinceNs(), each.name() + " works again"));
        }
      } else if (isNews(before, each, nowNs)) {
        ComponentStatus named = before == null ? each : before;
        open.put(
            each.name(),
            new ComponentStatus(
                each.name(), each.level(), named.sinceNs(), each.why(), each.isNeeded()));
        told.accept(
            new IncidentRaised(nowNs, each.name(), named.sinceNs(), severity(each), each.why()));
      }
    }
  }

  private boolean isNews(@Nullable ComponentStatus before, ComponentStatus now, long nowNs) {
    if (before == null) {
      return worked.contains(now.name()) || nowNs - startedNs > PATIENCE_NS;
    }
    return before.level() != now.level();
  }

  private static Severity severity(ComponentStatus status) {
    return status.level() == Level.DOWN && status.isNeeded() ? Severity.CRITICAL : Severity.WARNING;
  }
}
