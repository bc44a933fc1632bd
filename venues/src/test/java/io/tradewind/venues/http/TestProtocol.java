package io.tradewind.venues.http;

import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.error.VenueError.Cause;
import io.tradewind.venues.error.VenueError.FatalReason;
import io.tradewind.venues.error.VenueError.Rejection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A venue without a name: errors by status, use of limits in {@code used-weight}. */
final class TestProtocol implements VenueProtocol {
  @Override
  public WireRequest encode(VenueRequest request, long venueMs) {
    String query =
        request.terms().access() == VenueRequest.Access.SIGNED ? "?timestamp=" + venueMs : "";
    return new WireRequest(request.method(), request.path() + query, List.of(), "");
  }

  @Override
  public Optional<VenueError> errorOf(VenueResponse response) {
    String text = "status " + response.status();
    return switch (response.status()) {
      case 200 ->
          response.body().startsWith("{")
              ? Optional.empty()
              : Optional.of(new VenueError.Unknown("no JSON"));
      case 429, 418 -> Optional.of(new VenueError.Retryable(Cause.RATE_LIMIT, 0, text));
      case 503 -> Optional.of(new VenueError.Retryable(Cause.OVERLOADED, 0, text));
      case 409 -> Optional.of(new VenueError.Retryable(Cause.CLOCK, 0, text));
      case 401 -> Optional.of(new VenueError.Fatal(FatalReason.KEY, text));
      case 400 -> Optional.of(new VenueError.Rejected(Rejection.FILTER, text));
      default -> Optional.of(new VenueError.Unknown(text));
    };
  }

  @Override
  public OptionalLong used(RateLimit limit, VenueResponse response) {
    return response.count("used-" + limit.kind().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public VenueRequest timeRequest() {
    return VenueRequest.get("/time", 0);
  }

  @Override
  public OptionalLong timeMs(VenueResponse response) {
    String digits = response.body().replaceAll("[^0-9]", "");
    return digits.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits));
  }
}
