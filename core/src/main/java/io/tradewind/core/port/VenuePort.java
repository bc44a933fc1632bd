package io.tradewind.core.port;

import io.tradewind.core.order.Ability;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approved;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where commands leave the engine. Only what the risk gate has approved fits through. A venue takes
 * a command and returns at once; it answers later, by events.
 */
public interface VenuePort {

  /** Takes a command. */
  void submit(Approved<? extends VenueCommand> command);

  /** What it is able to do; nothing else is asked of it. */
  default Set<Ability> abilities() {
    return EnumSet.allOf(Ability.class);
  }
}
