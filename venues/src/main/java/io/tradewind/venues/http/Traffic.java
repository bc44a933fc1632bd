package io.tradewind.venues.http;

import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.error.VenueError.Cause;
import io.tradewind.venues.error.VenueError.Rejection;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Terms;
import io.tradewind.venues.time.ClockOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a request may go now, and what its end means for all that come after it. */
final class Traffic {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int BANNED = 418;

  /** Where the venue wants a rest and does not say how long. */
  private static final long LEAST_REST_NS = 1_000_000_000L;

  private final VenueProtocol protocol;
  private final CircuitBreaker breaker;
  private final RateBudget budget;
  private final ClockOffset offset;
  private final SlowReturn returning = new SlowReturn();

  Traffic(VenueProtocol protocol, CircuitBreaker breaker, RateBudget budget, ClockOffset offset) {
    this.protocol = protocol;
    this.breaker = breaker;
    this.budget = budget;
    this.offset = offset;
  }

  /** Whether a request may go. */
  sealed interface Admission {
    /** It may. */
    record Go() implements Admission {}

    /** Not before a time; that of something else's end is the next look. */
    record Wait(long untilNs, Cause cause) implements Admission {}

    /** Never, or not for so long that whoever asked should know. */
    record Refuse(VenueError error) implements Admission {}
  }

  Admission admit(VenueRequest request, long nowNs) {
    if (budget.isTooDear(request.terms(), request.isUrgent())) {
      return new Admission.Refuse(
          new VenueError.Rejected(Rejection.INVALID_REQUEST, "weighs more than the venue allows"));
    }
    if (nowNs < pausedUntilNs()) {
      return new Admission.Wait(pausedUntilNs(), Cause.RATE_LIMIT);
    }
    switch (breaker.state(nowNs)) {
      case OPEN -> {
        return new Admission.Refuse(
            new VenueError.Retryable(
                Cause.CIRCUIT_OPEN,
                breaker.remainingNs(nowNs),
                "nothing is sent after failures in a row"));
      }
      case PROBING -> {
        return new Admission.Wait(nowNs, Cause.CIRCUIT_OPEN);
      }
      case CLOSED, HALF_OPEN -> {}
    }
    if (request.terms().access() == Access.SIGNED && !offset.isKnown()) {
      return new Admission.Wait(nowNs, Cause.CLOCK);
    }
    long waitNs = budget.waitNs(request.terms(), request.isUrgent(), offset.venueNs(nowNs));
    return waitNs > 0 ? new Admission.Wait(nowNs + waitNs, Cause.BUDGET) : new Admission.Go();
  }

  WireRequest onSent(VenueRequest request, long nowNs) {
    breaker.onSent(nowNs);
    budget.charge(request.terms(), offset.venueNs(nowNs));
    return protocol.encode(request, offset.venueMs(nowNs));
  }

  /** Without an answer: what that means for a request that may not be repeated. */
  VenueError onUnanswered(Outcome.Unanswered outcome, long nowNs) {
    breaker.onFailure(nowNs);
    return switch (outcome.fault()) {
      case NOT_SENT -> new VenueError.Retryable(Cause.NO_CONNECTION, 0, outcome.text());
      case TIMEOUT, BROKEN -> new VenueError.Unknown(outcome.text());
    };
  }

  /** What an answer says; empty if all went well. */
  Optional<VenueError> onResponse(VenueResponse response, List<Terms> inFlight) {
    readUsage(response, inFlight);
    Optional<VenueError> error = protocol.errorOf(response).map(e -> withPause(e, response));
    if (response.status() == TOO_MANY_REQUESTS || response.status() == BANNED) {
      breaker.onNeither();
    } else if (error.isPresent() && isFailure(error.orElseThrow())) {
      breaker.onFailure(response.receivedNs());
    } else {
      breaker.onAnswer();
      returning.onAnswer(response.sentNs());
    }
    return error;
  }

  /** Whether nothing keeps the venue from being asked whether it is there. */
  boolean mayPing(long nowNs) {
    return breaker.mayPing(nowNs) && nowNs >= pausedUntilNs();
  }

  /** Whether a ping was answered as it should be; where it says to wait, all wait. */
  boolean isSound(VenueResponse response) {
    return protocol.errorOf(response).map(error -> withPause(error, response)).isEmpty();
  }

  private void readUsage(VenueResponse response, List<Terms> inFlight) {
    RateBudget.Span span =
        new RateBudget.Span(
            offset.venueNs(response.sentNs()), offset.venueNs(response.receivedNs()));
    for (RateLimit limit : budget.limits()) {
      OptionalLong used = protocol.used(limit, response);
      used.ifPresent(count -> budget.onUsed(limit, count, span, inFlight));
    }
  }

  /** A refused order or key is an answer like any other; a venue in trouble is a failure. */
  private static boolean isFailure(VenueError error) {
    return switch (error) {
      case VenueError.Retryable retryable -> retryable.cause() == Cause.OVERLOADED;
      case VenueError.Unknown _ -> true;
      case VenueError.Rejected _, VenueError.Fatal _ -> false;
    };
  }

  /** Waits as long as the venue says, be it in a header or in words, and all others with it. */
  private VenueError withPause(VenueError error, VenueResponse response) {
    long nowNs = response.receivedNs();
    if (!(error instanceof VenueError.Retryable retryable)) {
      return error;
    }
    if (retryable.cause() == Cause.CLOCK) {
      offset.doubt();
    }
    long asked = RetryAfter.waitNs(response, nowNs).orElse(0);
    boolean isLimit = retryable.cause() == Cause.RATE_LIMIT;
    long said = Math.max(asked, retryable.afterNs());
    long afterNs = isLimit && said == 0 ? LEAST_REST_NS : said;
    if (isLimit || asked > 0) {
      returning.onRest(nowNs + afterNs);
    }
    return new VenueError.Retryable(retryable.cause(), afterNs, retryable.text());
  }

  CircuitBreaker breaker() {
    return breaker;
  }

  RateBudget budget() {
    return budget;
  }

  ClockOffset offset() {
    return offset;
  }

  /** After a rest one goes first, and the others when it was answered. */
  SlowReturn returning() {
    return returning;
  }

  long pausedUntilNs() {
    return returning.restUntilNs();
  }
}
