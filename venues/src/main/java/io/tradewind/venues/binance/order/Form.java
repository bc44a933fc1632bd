package io.tradewind.venues.binance.order;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parameters of a signed request as they are written down; a prefix stands before their names. */
final class Form {
  private final Listing listing;
  private final List<Parameter> parameters = new ArrayList<>();
  private String prefix = "";

  Form(Listing listing) {
    this.listing = listing;
    parameters.add(new Parameter("symbol", listing.symbol()));
  }

  /** What follows belongs to a part of a list. */
  Form part(String name) {
    prefix = name;
    return this;
  }

  Form add(String name, String value) {
    String full =
        prefix.isEmpty()
            ? name
            : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    parameters.add(new Parameter(full, value));
    return this;
  }

  Form price(String name, long scaled) {
    return add(name, FixedPoint.format(scaled, listing.instrument().priceScale()));
  }

  Form qty(String name, long scaled) {
    return add(name, FixedPoint.format(scaled, listing.instrument().qtyScale()));
  }

  Form cash(String name, long scaled) {
    return add(name, FixedPoint.format(scaled, listing.instrument().cashScale()));
  }

  /** Asks, and may be asked again. */
  VenueRequest get(String path, int weight) {
    return request(Method.GET, path, weight, 0);
  }

  VenueRequest request(Method method, String path, int weight, int orders) {
    Repeat repeat = method == Method.GET ? Repeat.SAFE : Repeat.NEVER;
    return new VenueRequest(
        method, path, parameters, new Terms(Access.SIGNED, repeat, weight, orders));
  }
}
