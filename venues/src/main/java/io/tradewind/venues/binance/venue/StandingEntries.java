package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.venues.binance.model.OpenOrder;
import io.tradewind.venues.binance.order.ClientIds;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.OpenOrderParser;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entries of a session that stand, found by the venue's words alone: the session by the names
 * of its orders, what opens by side on spot and by what is not bound to reduce on futures. So it
 * also finds what nobody had time to write down, and never touches an exit.
 */
public final class StandingEntries {
  private final Market market;
  private final ClientIds ids;
  private final OpenOrderParser parser;

  /** Of a session, by its number. */
  public StandingEntries(Market market, long session, FaultLog faults) {
    this.market = market;
    this.ids = new ClientIds(session);
    this.parser = new OpenOrderParser(market, faults);
  }

  /**
   * What asks for all that stands, in requests that may be repeated.
   *
   * @param symbols the venue's names; the whole account where there are none, or that weighs less
   */
  public List<VenueRequest> questions(List<String> symbols) {
    List<VenueRequest> all = new ArrayList<>();
    if (market == Market.SPOT) {
      add(all, "/api/v3/openOrders", symbols, 6, 80);
    } else {
      add(all, "/fapi/v1/openOrders", symbols, 1, 40);
      add(all, "/fapi/v1/openAlgoOrders", symbols, 1, 40);
    }
    return all;
  }

  private static void add(
      List<VenueRequest> all, String path, List<String> symbols, int weight, int weightOfAll) {
    if (symbols.isEmpty() || symbols.size() * weight > weightOfAll) {
      all.add(question(path, List.of(), weightOfAll));
      return;
    }
    for (String symbol : symbols) {
      all.add(question(path, List.of(new Parameter("symbol", symbol)), weight));
    }
  }

  private static VenueRequest question(String path, List<Parameter> parameters, int weight) {
    return new VenueRequest(
        Method.GET, path, parameters, new Terms(Access.SIGNED, Repeat.SAFE, weight, 0));
  }

  /** Those of an answer that are entries of the session; empty where it cannot be read. */
  public Optional<List<OpenOrder>> read(String body) {
    return parser
        .read(body)
        .map(orders ->
            orders.stream()
                .filter(order -> order.isOpening() && ids.parse(order.name()).isPresent())
                .toList());
  }

  /** Takes one of them back. */
  public VenueRequest cancel(OpenOrder order) {
    ClientIds.Name name = ids.parse(order.name()).orElseThrow();
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new Parameter("symbol", order.symbol()));
    parameters.add(
        new Parameter(order.isConditional() ? "clientAlgoId" : "origClientOrderId", order.name()));
    if (market == Market.SPOT) {
      String cancel = ids.text(name.orderId(), ClientIds.Part.CANCEL, name.revision());
      parameters.add(new Parameter("newClientOrderId", cancel));
    }
    String path =
        market == Market.SPOT
            ? "/api/v3/order"
            : order.isConditional() ? "/fapi/v1/algoOrder" : "/fapi/v1/order";
    return new VenueRequest(
        Method.DELETE, path, parameters, new Terms(Access.SIGNED, Repeat.NEVER, 1, 0));
  }
}
