package io.tradewind.trader.world;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.OptionalLong;

/**
 * What goes wrong between a host and the exchange, below what {@link
 * io.tradewind.simulation.fault.FaultPlan} decides about single calls and messages.
 *
 * @param seed of what is decided about single connections
 * @param wireNs one way, on top of the latencies of calls and messages; above 0
 * @param refusalRate of calls and of sockets: refused before anything is sent
 * @param refusesUntilNs when that ends, epoch nanoseconds
 * @param outages in any order
 */
public record NetPlan(
    long seed, long wireNs, double refusalRate, long refusesUntilNs, List<Outage> outages) {
  /** What is lost is sent again so long (RFC 6298 backs off to a minute); then the line is dead. */
  static final long RETRANSMIT_NS = 15_000_000_000L;

  /** One way where nothing else is said. */
  static final long WIRE_NS = 100_000;

  /** Nothing goes wrong. */
  public static final NetPlan CALM = new NetPlan(0, WIRE_NS, 0, Long.MIN_VALUE, List.of());

  /** Copies the list and checks the ranges. */
  public NetPlan {
    outages = List.copyOf(outages);
    Check.argument(wireNs > 0, "wireNs must be > 0, was %s", wireNs);
    Check.argument(
        refusalRate >= 0 && refusalRate <= 1, "refusalRate must be 0 to 1, was %s", refusalRate);
  }

  /** The same with other outages. */
  public NetPlan with(List<Outage> others) {
    return new NetPlan(seed, wireNs, refusalRate, refusesUntilNs, others);
  }

  /** What an outage takes. */
  public enum Kind {
    /** What the host sends. */
    OUT,
    /** What is sent to the host. */
    IN,
    /** Both. */
    BOTH,
    /** New connections, which are refused; old ones stand. */
    REFUSED
  }

  /**
   * A while in which something does not get through.
   *
   * @param fromNs epoch nanoseconds
   * @param toNs not included
   */
  public record Outage(Kind kind, long fromNs, long toNs) {
    /** Checks the range. */
    public Outage {
      Check.argument(toNs > fromNs, "an outage must end after it begins, was %s", toNs - fromNs);
    }

    private boolean isAt(long timeNs) {
      return timeNs >= fromNs && timeNs < toNs;
    }

    private boolean takes(Kind way) {
      return kind == way || (kind == Kind.BOTH && way != Kind.REFUSED);
    }
  }

  /** Whether a way is open. */
  boolean isOpen(Kind way, long timeNs) {
    return outages.stream().noneMatch(each -> each.isAt(timeNs) && each.takes(way));
  }

  /**
   * When something comes that is sent now: what is held up by a short outage comes at its end, as
   * TCP would have it.
   *
   * @param way out or in
   * @return empty if it never does
   */
  OptionalLong arrivalNs(Kind way, long nowNs) {
    long sentNs = nowNs;
    boolean isHeldUp = true;
    while (isHeldUp) {
      isHeldUp = false;
      for (Outage each : outages) {
        if (each.isAt(sentNs) && each.takes(way)) {
          sentNs = each.toNs();
          isHeldUp = true;
        }
      }
    }
    return sentNs - nowNs > RETRANSMIT_NS ? OptionalLong.empty() : OptionalLong.of(sentNs + wireNs);
  }
}
