package io.tradewind.trader.guard;

import io.tradewind.core.status.ComponentStatus.Level;

/** Hears how a guard stands; told again and again, also where nothing has changed. */
public interface Standing {
  /**
   * It stands so now.
   *
   * @param component its name
   * @param why in words; empty where all is well
   */
  void set(String component, Level level, String why, long nowNs);
}
