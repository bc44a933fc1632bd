package io.tradewind.venues.binance.order;

import io.tradewind.core.order.RejectReason;
import io.tradewind.venues.http.VenueRequest;
import java.util.List;

/** How an order is asked for. */
public sealed interface Plan {

  /**
   * By these requests, one after the other; the next when the one before was taken.
   *
   * @param goes what stands and is taken back when all has been taken
   */
  record Ready(List<Step> steps, List<Leg> goes) implements Plan {
    /** Copies the lists. */
    public Ready {
      steps = List.copyOf(steps);
      goes = List.copyOf(goes);
    }

    /** Nothing that stands goes, but by a step. */
    public Ready(List<Step> steps) {
      this(steps, List.of());
    }
  }

  /** Not at all. */
  record Refused(RejectReason reason) implements Plan {}

  /** A request and what stands when it was taken. */
  record Step(VenueRequest request, List<Leg> legs) {
    /** Copies the list. */
    public Step {
      legs = List.copyOf(legs);
    }
  }
}
