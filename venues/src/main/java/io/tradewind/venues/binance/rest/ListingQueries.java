package io.tradewind.venues.binance.rest;

import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.Market;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.http.RateLimit;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions for what is listed, what it costs, and how often one may ask. */
public final class ListingQueries {
  private final Market market;
  private final ListingParser listings;
  private final RestParser answers;

  /** Reads with these parsers. */
  public ListingQueries(Market market, ListingParser listings, RestParser answers) {
    this.market = market;
    this.listings = listings;
    this.answers = answers;
  }

  /** What is listed, with the venue's limits. */
  public record Listed(List<Listing> listings, List<RateLimit> limits) {
    /** Copies the lists. */
    public Listed {
      listings = List.copyOf(listings);
      limits = List.copyOf(limits);
    }
  }

  /**
   * All that is listed.
   *
   * @param fees of the account, of all symbols
   * @param fromNs from when the rules are known to hold, epoch nanoseconds
   */
  public Query<Listed> info(ListingParser.Fees fees, long fromNs) {
    boolean spot = market == Market.SPOT;
    VenueRequest request =
        VenueRequest.get(spot ? "/api/v3/exchangeInfo" : "/fapi/v1/exchangeInfo", spot ? 20 : 1);
    return new Query<>(request, body -> read(body, fees, fromNs));
  }

  private Optional<Listed> read(String body, ListingParser.Fees fees, long fromNs) {
    Optional<List<Listing>> all = listings.listings(body, fees, fromNs);
    Optional<List<RateLimit>> limits = answers.rateLimits(body);
    return all.isPresent() && limits.isPresent()
        ? Optional.of(new Listed(all.orElseThrow(), limits.orElseThrow()))
        : Optional.empty();
  }

  /** What the account pays on a symbol. */
  public Query<ListingParser.Fees> fees(String symbol) {
    boolean spot = market == Market.SPOT;
    VenueRequest request =
        signed(
            spot ? "/api/v3/account/commission" : "/fapi/v1/commissionRate",
            20,
            List.of(new Parameter("symbol", symbol)));
    return new Query<>(request, listings::fees);
  }

  /** Margins of all perpetuals, by the venue's names of them. */
  public Query<Map<String, MarginTable>> margins(long liquidationFeePpm) {
    VenueRequest request = signed("/fapi/v1/leverageBracket", 1, List.of());
    return new Query<>(request, body -> listings.margins(body, liquidationFeePpm));
  }

  private static VenueRequest signed(String path, int weight, List<Parameter> parameters) {
    Terms terms = new Terms(Access.SIGNED, Repeat.SAFE, weight, 0);
    return new VenueRequest(Method.GET, path, parameters, terms);
  }
}
