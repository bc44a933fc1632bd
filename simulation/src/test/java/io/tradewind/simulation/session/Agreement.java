package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.ledger.Portfolio;
import io.tradewind.simulation.venue.VenueAccount;

/** Our ledger and the venue's account of the same book must be alike to the last digit. */
final class Agreement {
  private Agreement() {}

  /** Values our books at the venue's prices and compares all that both of them know. */
  static void check(Portfolio ours, VenueAccount theirs, int instruments, long timeNs) {
    for (int i = 0; i < instruments; i++) {
      ours.mark(i, theirs.markScaled(i));
    }
    ours.checkInvariants();
    assertThat(theirs.cashScaled()).as("cash").isEqualTo(ours.cashScaled());
    assertThat(theirs.freeScaled()).as("free").isEqualTo(ours.freeCashScaled());
    for (int i = 0; i < instruments; i++) {
      var position = ours.position(i);
      assertThat(theirs.heldScaled(i))
          .as("held")
          .isEqualTo(position.qtyScaled() + position.dustQtyScaled());
      assertThat(theirs.marginScaled(i)).as("set aside").isEqualTo(position.marginScaled());
      assertThat(theirs.mode(i)).as("mode").isEqualTo(ours.mode(i));
      assertThat(theirs.leverage(i)).as("leverage").isEqualTo(ours.leverage(i));
      assertThat(theirs.freeScaled(i)).as("free for it").isEqualTo(ours.freeCashScaled(i));
      assertThat(theirs.maintenanceScaled(i))
          .as("maintenance")
          .isEqualTo(ours.maintenanceScaled(i));
      assertThat(theirs.liquidationPrice(i, timeNs))
          .as("liquidation price")
          .isEqualTo(ours.liquidationPrice(i, timeNs));
    }
  }
}
