package io.tradewind.venues.http;

import io.tradewind.venues.error.VenueError;

/** How a request ended, after all attempts. */
public sealed interface Reply {

  /** Done. */
  record Done(VenueResponse response) implements Reply {}

  /** Not done, or nobody knows. */
  record Failed(VenueError error) implements Reply {}
}
