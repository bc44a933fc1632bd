package io.tradewind.core.status;

import java.math.BigDecimal;
import java.util.List;

/**
 * A session at a moment.
 *
 * @param timeNs of the moment, epoch nanoseconds
 * @param session its name
 * @param mode how orders are filled
 * @param startedNs when the process began, epoch nanoseconds
 * @param activity what it does now
 * @param account its money
 * @param positions by strategy and instrument
 * @param locks of entries that hold
 * @param components by name
 * @param traffic counts since the process began
 * @param performance what closed trades brought since the session began
 * @param vitals how the process does, in figures
 */
public record TraderStatus(
    long timeNs,
    String session,
    Mode mode,
    long startedNs,
    Activity activity,
    Money account,
    List<PositionStatus> positions,
    List<OrderStatus> orders,
    List<LockStatus> locks,
    List<ComponentStatus> components,
    Traffic traffic,
    Performance performance,
    Vitals vitals) {
  /** Copies the lists. */
  public TraderStatus {
    positions = List.copyOf(positions);
    orders = List.copyOf(orders);
    locks = List.copyOf(locks);
    components = List.copyOf(components);
  }

  /** Where orders go. */
  public enum Mode {
    /** Live market data, simulated fills. */
    PAPER,
    /** A venue without real money. */
    TESTNET,
    /** Real money. */
    LIVE
  }

  /** What a session does. */
  public enum Activity {
    /** It connects, or goes through its journal. */
    STARTING,
    /** It waits for what its strategies need before their first signal. */
    WARMING_UP,
    /** It looks for entries. */
    SCANNING,
    /** It holds positions. */
    TRADING,
    /** Nothing opens: somebody paused it, or a limit holds. */
    PAUSED,
    /** It cancels and closes everything. */
    STOPPING
  }

  /**
   * In quote.
   *
   * @param equity cash and all that is held at the latest prices
   * @param free cash that can be spent
   * @param today result since midnight UTC
   * @param total result since the session began
   */
  public record Money(
      String currency, BigDecimal equity, BigDecimal free, BigDecimal today, BigDecimal total) {}

  /**
   * Counts since the process began.
   *
   * @param inputs taken from the market
   * @param signals of strategies
   * @param orders that went out
   * @param fills of them
   * @param trades that were closed
   * @param refusals of signals
   * @param errors of venues, of whatever kind
   */
  public record Traffic(
      long inputs, long signals, long orders, long fills, long trades, long refusals, long errors) {
    /** Nothing has happened. */
    public static final Traffic NONE = new Traffic(0, 0, 0, 0, 0, 0, 0);
  }

  /** The worst of all components; those that are not needed make it no worse than degraded. */
  public ComponentStatus.Level health() {
    ComponentStatus.Level worst = ComponentStatus.Level.UP;
    for (ComponentStatus each : components) {
      ComponentStatus.Level weight =
          each.isNeeded() || each.level() == ComponentStatus.Level.UP
              ? each.level()
              : ComponentStatus.Level.DEGRADED;
      worst = weight.compareTo(worst) > 0 ? weight : worst;
    }
    return worst;
  }
}
