package io.tradewind.core.port;

import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approved;

/**
 * Where commands leave the engine. Only what the risk gate has approved fits through. A venue takes
 * a command and returns at once; it answers later, by events.
 */
public interface VenuePort {

  /** Takes a command. */
  void submit(Approved<? extends VenueCommand> command);
}
