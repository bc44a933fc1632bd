package io.tradewind.core.risk;

import io.tradewind.core.order.VenueCommand;

/** Lets tests of a venue ask it anything, also what the gate would not let through. */
public final class Approvals {
  private Approvals() {}

  /** The command as if the gate had passed it. */
  public static Approved<VenueCommand> of(VenueCommand command) {
    return new Approved<>(command);
  }
}
