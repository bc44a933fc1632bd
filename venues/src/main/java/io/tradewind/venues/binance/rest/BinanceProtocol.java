package io.tradewind.venues.binance.rest;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.parse.BinanceErrors;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.error.VenueError.Cause;
import io.tradewind.venues.http.RateLimit;
import io.tradewind.venues.http.VenueProtocol;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueResponse;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.QueryText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What {@code VenueHttp} has to know of Binance; everything is sent in the query. */
public final class BinanceProtocol implements VenueProtocol {
  private static final long RECEIVE_WINDOW_MS = 5_000;

  private final Market market;
  private final Optional<BinanceSigner> signer;
  private final RestParser parser;

  /** Without a signer only public requests can be made. */
  public BinanceProtocol(Market market, Optional<BinanceSigner> signer, RestParser parser) {
    this.market = market;
    this.signer = signer;
    this.parser = parser;
  }

  @Override
  public WireRequest encode(VenueRequest request, long venueMs) {
    QueryText query = new QueryText();
    request.parameters().forEach(p -> query.add(p.name(), p.value()));
    if (request.terms().access() == Access.PUBLIC) {
      return wire(request, query.text(), List.of());
    }
    BinanceSigner known =
        signer.orElseThrow(
            () -> new IllegalStateException("a key is needed for " + request.path()));
    List<WireRequest.Header> headers =
        List.of(new WireRequest.Header(BinanceSigner.KEY_HEADER, known.keyId()));
    if (request.terms().access() == Access.KEYED) {
      return wire(request, query.text(), headers);
    }
    query.add("recvWindow", RECEIVE_WINDOW_MS).add("timestamp", venueMs);
    return wire(request, known.signed(query.text()), headers);
  }

  private static WireRequest wire(
      VenueRequest request, String query, List<WireRequest.Header> headers) {
    String target = query.isEmpty() ? request.path() : request.path() + "?" + query;
    return new WireRequest(request.method(), target, headers, "");
  }

  @Override
  public Optional<VenueError> errorOf(VenueResponse response) {
    if (response.status() == 200) {
      String body = response.body();
      boolean json = body.startsWith("{") || body.startsWith("[");
      return json ? Optional.empty() : Optional.of(new VenueError.Unknown("no JSON came"));
    }
    long nowMs = response.receivedNs() / 1_000_000L;
    VenueError error = BinanceErrors.of(response.status(), response.body(), nowMs);
    return Optional.of(response.header("retry-after").isPresent() ? withoutGuess(error) : error);
  }

  /** Where a header says how long to wait, only words that name a time say more. */
  private static VenueError withoutGuess(VenueError error) {
    return error instanceof VenueError.Retryable(Cause cause, _, String text)
            && cause == Cause.RATE_LIMIT
            && !text.contains("until ")
        ? new VenueError.Retryable(cause, 0, text)
        : error;
  }

  @Override
  public OptionalLong used(RateLimit limit, VenueResponse response) {
    return switch (limit.kind()) {
      case WEIGHT -> response.count("x-mbx-used-weight-" + window(limit));
      case ORDERS -> response.count("x-mbx-order-count-" + window(limit));
      case REQUESTS -> OptionalLong.empty();
    };
  }

  private static String window(RateLimit limit) {
    long seconds = limit.windowNs() / Utc.SECOND_NS;
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  @Override
  public VenueRequest timeRequest() {
    return VenueRequest.get(market == Market.SPOT ? "/api/v3/time" : "/fapi/v1/time", 1);
  }

  @Override
  public OptionalLong timeMs(VenueResponse response) {
    Optional<Long> time = parser.serverTimeMs(response.body());
    return time.isPresent() ? OptionalLong.of(time.orElseThrow()) : OptionalLong.empty();
  }
}
