package io.tradewind.venues.contract;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A small language for what is asked of a venue, one step after the other: {@code 1 buy 2 limit
 * 99}, {@code 2 sell 1 stop 95}, {@code cancel 1}, {@code amend 2 stop 96}, {@code price 98},
 * {@code trade 0.5 at 99}. Kinds of orders: market, limit, post, ioc, fok, stop, stoplimit, take,
 * trail, oco, bracket, iceberg. {@code -} before the quantity makes an order reduce-only, {@code
 * all} is all of the position.
 */
final class Story {
  private final Floor floor;

  private Story(Floor floor) {
    this.floor = floor;
  }

  /** Carries it out. */
  static void tell(Floor floor, String text) {
    Story story = new Story(floor);
    for (String step : text.split(";")) {
      story.step(step.strip().split(" +"));
    }
  }

  private void step(String[] words) {
    switch (words[0]) {
      case "price" -> floor.price(price(words[1]));
      case "trade" -> floor.trade(price(words[3]), qty(words[1]));
      case "cancel" -> floor.submit(new VenueCommand.CancelOrder(Long.parseLong(words[1]), 0));
      case "amend" -> {
        OrderTerms terms = terms(words, 2);
        floor.submit(new VenueCommand.AmendOrder(Long.parseLong(words[1]), 0, terms));
      }
      default -> floor.submit(new VenueCommand.NewOrder(order(words)));
    }
  }

  private OrderIntent order(String[] words) {
    boolean reduces = words[2].startsWith("-") || words[2].equals("all");
    OrderSize size =
        words[2].equals("all")
            ? new OrderSize.Position()
            : words[2].startsWith("$")
                ? new OrderSize.Budget(cash(words[2].substring(1)))
                : new OrderSize.Base(qty(words[2].replace("-", "")));
    TimeInForce time =
        switch (words[3]) {
          case "ioc" -> TimeInForce.IOC;
          case "fok" -> TimeInForce.FOK;
          default -> TimeInForce.GTC;
        };
    return new OrderIntent(
        Long.parseLong(words[0]),
        0,
        0,
        words[1].equals("buy") ? Side.BUY : Side.SELL,
        size,
        terms(words, 3),
        time,
        reduces,
        reduces ? OrderPurpose.SIGNAL_EXIT : OrderPurpose.ENTRY);
  }

  private OrderTerms terms(String[] words, int at) {
    return switch (words[at]) {
      case "market" -> new OrderTerms.Market();
      case "limit", "ioc", "fok" -> new OrderTerms.Limit(price(words[at + 1]), false);
      case "post" -> new OrderTerms.Limit(price(words[at + 1]), true);
      case "stop" -> new OrderTerms.Stop(price(words[at + 1]));
      case "stoplimit" -> new OrderTerms.StopLimit(price(words[at + 1]), price(words[at + 2]));
      case "take" -> new OrderTerms.TakeProfit(price(words[at + 1]));
      case "trail" ->
          new OrderTerms.TrailingStop(
              OptionalLong.empty(),
              FixedPoint.parse(words[at + 1], 4, RoundingMode.UNNECESSARY),
              price(words[at + 2]));
      case "oco" -> new OrderTerms.Oco(price(words[at + 1]), price(words[at + 2]));
      case "bracket" ->
          new OrderTerms.Bracket(
              new OrderTerms.Limit(price(words[at + 1]), false),
              price(words[at + 2]),
              price(words[at + 3]),
              Long.parseLong(words[at + 4]));
      case "iceberg" -> new OrderTerms.Iceberg(price(words[at + 1]), qty(words[at + 2]));
      default -> throw new IllegalArgumentException("no kind of order: " + words[at]);
    };
  }

  private long price(String text) {
    return FixedPoint.parse(text, floor.instrument().priceScale(), RoundingMode.UNNECESSARY);
  }

  private long qty(String text) {
    return FixedPoint.parse(text, floor.instrument().qtyScale(), RoundingMode.UNNECESSARY);
  }

  private long cash(String text) {
    return FixedPoint.parse(text, floor.instrument().cashScale(), RoundingMode.UNNECESSARY);
  }

  /** What was told, in words. */
  static String events(Floor floor) {
    Instrument instrument = floor.instrument();
    List<String> all = new ArrayList<>();
    floor.events().forEach(event -> all.add(text(instrument, event)));
    return String.join(", ", all);
  }

  private static String text(Instrument instrument, OrderEvent event) {
    long id = event.orderId();
    return switch (event) {
      case OrderEvent.Sent _ -> id + " sent";
      case OrderEvent.Accepted _ -> id + " accepted";
      case OrderEvent.Rejected rejected -> id + " rejected " + rejected.reason();
      case OrderEvent.Lost _ -> id + " lost";
      case OrderEvent.Triggered triggered ->
          id + " triggered " + FixedPoint.format(triggered.levelScaled(), instrument.priceScale());
      case OrderEvent.Filled filled ->
          id
              + " filled "
              + FixedPoint.format(filled.qtyScaled(), instrument.qtyScale())
              + (filled.isLast() ? " last" : "");
      case OrderEvent.Amended _ -> id + " amended";
      case OrderEvent.Cancelled _ -> id + " cancelled";
      case OrderEvent.Expired _ -> id + " expired";
    };
  }
}
