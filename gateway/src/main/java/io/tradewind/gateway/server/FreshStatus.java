package io.tradewind.gateway.server;

import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.StatusPort;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How a session stands, with one component more where its last word is old: a session that hangs
 * would go on to be told as it was before.
 */
final class FreshStatus implements StatusPort {
  static final String COMPONENT = "session";

  private final StatusPort status;
  private final Duration staleAfter;
  private final LongSupplier nowNs;

  FreshStatus(StatusPort status, Duration staleAfter, LongSupplier nowNs) {
    this.status = status;
    this.staleAfter = staleAfter;
    this.nowNs = nowNs;
  }

  @Override
  public TraderStatus status() {
    TraderStatus told = status.status();
    long ageNs = nowNs.getAsLong() - told.timeNs();
    return ageNs <= staleAfter.toNanos() ? told : with(told, silence(told.timeNs(), ageNs));
  }

  private static ComponentStatus silence(long sinceNs, long ageNs) {
    return new ComponentStatus(
        COMPONENT,
        ComponentStatus.Level.DOWN,
        sinceNs,
        "it has said nothing for " + ageNs / Utc.SECOND_NS + " s",
        true);
  }

  private static TraderStatus with(TraderStatus told, ComponentStatus more) {
    List<ComponentStatus> components = new ArrayList<>(told.components());
    components.add(more);
    return new TraderStatus(
        told.timeNs(),
        told.session(),
        told.mode(),
        told.startedNs(),
        told.activity(),
        told.account(),
        told.positions(),
        told.orders(),
        told.locks(),
        components,
        told.traffic(),
        told.performance(),
        told.vitals());
  }
}
