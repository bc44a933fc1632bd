package io.tradewind.venues.http;

import io.tradewind.venues.error.VenueError;
import java.util.Optional;
import java.util.OptionalLong;

/** What {@link VenueHttp} has to know of a venue. */
public interface VenueProtocol {

  /**
   * A request as it goes out now, signed if it has to be.
   *
   * @param venueMs the venue's time, epoch milliseconds
   */
  WireRequest encode(VenueRequest request, long venueMs);

  /** What went wrong by this answer; empty if nothing did. */
  Optional<VenueError> errorOf(VenueResponse response);

  /** How much of a limit the venue says is used; empty where the answer does not say. */
  OptionalLong used(RateLimit limit, VenueResponse response);

  /** Asks for the venue's time. */
  VenueRequest timeRequest();

  /** Epoch milliseconds out of the answer to {@link #timeRequest}; empty if there are none. */
  OptionalLong timeMs(VenueResponse response);
}
