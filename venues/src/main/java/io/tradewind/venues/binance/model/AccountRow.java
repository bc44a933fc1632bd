package io.tradewind.venues.binance.model;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.order.Side;
import io.tradewind.venues.binance.model.UserEvent.Fill;
import java.util.List;

/** A row of an answer to a question for an account. */
public sealed interface AccountRow {

  /** A fill of one of its orders. */
  record Trade(long venueOrderId, Side side, Fill fill, long timeNs) implements AccountRow {}

  /**
   * Funding that was exchanged for a perpetual.
   *
   * @param transactionId the venue's number of it
   * @param timeNs when, by the venue's clock
   * @param receivedScaled in the instrument's cash scale; below zero where it was paid
   */
  record Funding(InstrumentId instrument, long transactionId, long timeNs, long receivedScaled)
      implements AccountRow {}

  /**
   * A page of fundings.
   *
   * @param size how many rows it had, of whatever instruments
   * @param rows those of the instruments that are listened to
   */
  record FundingPage(int size, List<Funding> rows) {
    /** Copies the list. */
    public FundingPage {
      rows = List.copyOf(rows);
    }
  }
}
