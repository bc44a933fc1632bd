package io.tradewind.simulation.session;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Orders in words, as {@link VenueBench} has them; their ids count up from 1. */
final class OrderWords {
  private final List<OrderIntent> intents = new ArrayList<>();
  private final long unitNs;

  /** Times are in this unit. */
  OrderWords(long unitNs) {
    this.unitNs = unitNs;
  }

  OrderIntent intent(long orderId) {
    return intents.get((int) orderId - 1);
  }

  /** The amendment of a line, such as {@code 2 amend 1 limit 95}. */
  VenueCommand amend(String[] line, int instrument) {
    return new VenueCommand.AmendOrder(Long.parseLong(line[2]), instrument, terms(line, 3).terms());
  }

  /**
   * Takes {@code b1} or {@code t1} out of a line and returns its number, 0 where it is not there.
   */
  static int named(List<String> words, String letter) {
    for (int i = 1; i < Math.min(3, words.size()); i++) {
      if (words.get(i).matches(letter + "[0-9]")) {
        return Integer.parseInt(words.remove(i).substring(1));
      }
    }
    return 0;
  }

  /** The order of a line, whose third word is its size. */
  VenueCommand order(String[] line, int book, int instrument) {
    Parsed parsed = terms(line, 3);
    TimeInForce time = TimeInForce.GTC;
    boolean reduce = false;
    for (int i = parsed.next(); i < line.length; i++) {
      switch (line[i]) {
        case "reduce" -> reduce = true;
        case "ioc" -> time = TimeInForce.IOC;
        case "fok" -> time = TimeInForce.FOK;
        case "gtd" -> {
          long units = Long.parseLong(line[++i]);
          time = new TimeInForce.GoodTillDate(CandleTable.START_NS + units * unitNs);
        }
        default -> throw new IllegalArgumentException("no such word: " + line[i]);
      }
    }
    OrderIntent intent =
        new OrderIntent(
            intents.size() + 1,
            book,
            instrument,
            Side.valueOf(line[1].toUpperCase(Locale.ROOT)),
            size(line[2]),
            parsed.terms(),
            time,
            reduce,
            reduce ? OrderPurpose.STOP : OrderPurpose.ENTRY);
    intents.add(intent);
    if (intent.terms() instanceof OrderTerms.Bracket bracket) {
      intents.add(exit(intent, bracket));
    }
    return new VenueCommand.NewOrder(intent);
  }

  private static OrderIntent exit(OrderIntent entry, OrderTerms.Bracket bracket) {
    return new OrderIntent(
        bracket.exitOrderId(),
        entry.book(),
        entry.instrument(),
        entry.side().opposite(),
        new OrderSize.Position(),
        new OrderTerms.Oco(bracket.targetScaled(), bracket.stopScaled()),
        TimeInForce.GTC,
        true,
        OrderPurpose.STOP);
  }

  private static OrderSize size(String word) {
    if (word.equals("all")) {
      return new OrderSize.Position();
    }
    return word.startsWith("$")
        ? new OrderSize.Budget(scaled(word.substring(1), TestInstruments.CASH_SCALE))
        : new OrderSize.Base(scaled(word, TestInstruments.QTY_SCALE));
  }

  private record Parsed(OrderTerms terms, int next) {}

  private Parsed terms(String[] line, int at) {
    return switch (line[at]) {
      case "market" -> new Parsed(new OrderTerms.Market(), at + 1);
      case "limit" -> new Parsed(new OrderTerms.Limit(price(line, at + 1), false), at + 2);
      case "post-only" -> new Parsed(new OrderTerms.Limit(price(line, at + 1), true), at + 2);
      case "stop" -> new Parsed(new OrderTerms.Stop(price(line, at + 1)), at + 2);
      case "stop-limit" ->
          new Parsed(new OrderTerms.StopLimit(price(line, at + 1), price(line, at + 2)), at + 3);
      case "take-profit" -> new Parsed(new OrderTerms.TakeProfit(price(line, at + 1)), at + 2);
      case "trailing" ->
          new Parsed(
              new OrderTerms.TrailingStop(
                  OptionalLong.empty(), scaled(line[at + 1], 4), price(line, at + 2)),
              at + 3);
      case "oco" ->
          new Parsed(new OrderTerms.Oco(price(line, at + 1), price(line, at + 2)), at + 3);
      case "bracket" -> {
        Parsed entry = terms(line, at + 1);
        int next = entry.next();
        yield new Parsed(
            new OrderTerms.Bracket(
                entry.terms(), price(line, next), price(line, next + 1), intents.size() + 2),
            next + 2);
      }
      case "iceberg" ->
          new Parsed(new OrderTerms.Iceberg(price(line, at + 1), scaled(line[at + 2], 8)), at + 3);
      default -> throw new IllegalArgumentException("no such terms: " + line[at]);
    };
  }

  private static long price(String[] line, int at) {
    return scaled(line[at], TestInstruments.PRICE_SCALE);
  }

  static long scaled(String text, int scale) {
    return FixedPoint.parse(text, scale, RoundingMode.UNNECESSARY);
  }
}
