package io.tradewind.venues.binance.venue;

import io.tradewind.core.order.Ability;
import io.tradewind.venues.binance.model.OrderAnswer;
import io.tradewind.venues.binance.order.Leg;
import io.tradewind.venues.binance.order.OrderDialect;
import io.tradewind.venues.binance.order.Plan;
import io.tradewind.venues.binance.order.Slip;
import io.tradewind.venues.binance.parse.OrderParser;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Orders and cancels in the venue's words, what they go out on, and what it answers them. */
final class OrderWire {
  private final OrderDialect dialect;
  private final OrderLine line;
  private final OrderParser parser;

  OrderWire(OrderDialect dialect, OrderLine line, OrderParser parser) {
    this.dialect = dialect;
    this.line = line;
    this.parser = parser;
  }

  Set<Ability> abilities() {
    return dialect.abilities();
  }

  Plan place(Slip slip) {
    return dialect.place(slip);
  }

  Plan replace(Slip slip, List<Leg> standing, long doneScaled) {
    return dialect.replace(slip, standing, doneScaled);
  }

  void submit(VenueRequest request, Consumer<Reply> handler) {
    line.submit(request, handler);
  }

  void cancel(Tracked order, Leg leg, Consumer<Reply> handler) {
    line.submit(dialect.cancel(order.listing, leg), handler);
  }

  /** Empty where it cannot be read. */
  Optional<List<OrderAnswer>> read(VenueResponse response) {
    return parser.orders(response.body());
  }

  /** One step of what they go out on. */
  int doWork() {
    return line.doWork();
  }
}
