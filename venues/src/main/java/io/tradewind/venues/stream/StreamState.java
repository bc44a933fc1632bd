package io.tradewind.venues.stream;

/** How a stream stands, told whenever it changes. */
public sealed interface StreamState {

  /** A connection is being made. */
  record Connecting(int attempt) implements StreamState {}

  /** Texts come; what was told before may be old, unless it follows a {@link Renewed}. */
  record Live() implements StreamState {}

  /** Nothing comes; whatever happens until it is live again is not told here. */
  record Down(String why, long retryAfterNs) implements StreamState {}

  /** A second connection is being made, before the venue cuts the first. */
  record Renewing() implements StreamState {}

  /** The second connection has taken over; nothing was lost. */
  record Renewed() implements StreamState {}

  /** The second connection did not come about; the first goes on. */
  record RenewalFailed(String why) implements StreamState {}

  /** It was asked to end. */
  record Closed() implements StreamState {}
}
