package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import java.util.List;

/** When closed trades lock entries, of what, and for how long. */
public sealed interface ProtectionRule {
  /** An hour, which the shipped rules are given in. */
  long HOUR_NS = 3600 * Utc.SECOND_NS;

  /**
   * What paper and live ship with; the specification names the rules, these numbers are our own
   * choice. A symbol rests five minutes after an exit; two stops of a symbol and side within six
   * hours lock it for three, four of all within a day lock everything for four; closed trades that
   * lost 5 % of equity from their peak within two days lock everything for twelve hours; a symbol
   * whose trades of a week, four at least, lost 2 % together is locked for a day.
   */
  List<ProtectionRule> SHIPPED =
      List.of(
          new CoolDown(LockScope.SYMBOL, HOUR_NS / 12),
          new StopGuard(LockScope.SYMBOL_SIDE, new Rate(2, 6 * HOUR_NS), 3 * HOUR_NS),
          new StopGuard(LockScope.PORTFOLIO, new Rate(4, 24 * HOUR_NS), 4 * HOUR_NS),
          new DrawdownLock(LockScope.PORTFOLIO, 48 * HOUR_NS, 3, 0.05, 12 * HOUR_NS),
          new LowProfit(LockScope.SYMBOL, 168 * HOUR_NS, 4, -0.02, 24 * HOUR_NS));

  /** Which trades, and what is locked. */
  LockScope scope();

  /** How long a lock holds from the exit that brought it. */
  long lockNs();

  /** How far back trades count; 0 if only the last does. */
  long windowNs();

  /** The name of its locks. */
  LockReason reason();

  /** After each exit. */
  record CoolDown(LockScope scope, long lockNs) implements ProtectionRule {
    /** Checks the ranges. */
    public CoolDown {
      checkLock(lockNs);
    }

    @Override
    public long windowNs() {
      return 0;
    }

    @Override
    public LockReason reason() {
      return LockReason.COOL_DOWN;
    }
  }

  /** After a number of stops with a loss within a window, the last of them just now. */
  record StopGuard(LockScope scope, Rate stops, long lockNs) implements ProtectionRule {
    /** Checks the ranges. */
    public StopGuard {
      checkLock(lockNs);
    }

    @Override
    public long windowNs() {
      return stops.windowNs();
    }

    @Override
    public LockReason reason() {
      return LockReason.STOP_GUARD;
    }
  }

  /**
   * While the trades of a window lie so far under their best moment.
   *
   * @param scope which trades
   * @param windowNs how far back
   * @param trades at least so many
   * @param drawdown largest fall of the product of {@code 1 + profit / equity} from its peak, a
   *     ratio
   * @param lockNs how long
   */
  record DrawdownLock(LockScope scope, long windowNs, int trades, double drawdown, long lockNs)
      implements ProtectionRule {
    /** Checks the ranges. */
    public DrawdownLock {
      checkWindow(windowNs, trades);
      Check.argument(drawdown > 0, "drawdown must be > 0, was %s", drawdown);
      checkLock(lockNs);
    }

    @Override
    public LockReason reason() {
      return LockReason.DRAWDOWN;
    }
  }

  /**
   * While the trades of a window brought less than a profit.
   *
   * @param scope which trades
   * @param windowNs how far back
   * @param trades at least so many
   * @param profit sum of profits as ratios of what was paid at their entries; under it is locked
   * @param lockNs how long
   */
  record LowProfit(LockScope scope, long windowNs, int trades, double profit, long lockNs)
      implements ProtectionRule {
    /** Checks the ranges. */
    public LowProfit {
      checkWindow(windowNs, trades);
      Check.argument(Double.isFinite(profit), "profit must be finite, was %s", profit);
      checkLock(lockNs);
    }

    @Override
    public LockReason reason() {
      return LockReason.LOW_PROFIT;
    }
  }

  private static void checkLock(long lockNs) {
    Check.argument(lockNs >= 1, "lockNs must be >= 1, was %s", lockNs);
  }

  private static void checkWindow(long windowNs, int trades) {
    Check.argument(windowNs >= 1, "windowNs must be >= 1, was %s", windowNs);
    Check.argument(trades >= 1, "trades must be >= 1, was %s", trades);
  }
}
