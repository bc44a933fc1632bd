package io.tradewind.simulation.session;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.GateDecision;
import io.tradewind.core.risk.Opening;
import io.tradewind.core.risk.RiskGate;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.simulation.venue.CandleVenue;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * A venue with orders put to it by hand through a wide gate. {@code "1 buy 2 stop 105"} goes in
 * before candle 1 opens and has id 1, the next line id 2. Sizes are coins, {@code $500} or {@code
 * all}; then the terms; then {@code reduce}, {@code ioc}, {@code fok}, {@code gtd N}. {@code "2
 * cancel 1"} takes order 1 back; {@code "2 amend 1 limit 95"} changes it.
 */
final class VenueBench {
  private static final RiskSettings WIDE = RiskSettings.only(1, 125, 125, 1000);

  private final Portfolio portfolio;
  private final RiskGate gate;
  private final CandleVenue venue;
  private final CandleColumns rows;
  private final List<OrderIntent> intents = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  VenueBench(Instrument instrument, CostModel costs, String candles) {
    portfolio = new Portfolio(List.of(instrument));
    portfolio.deposit(10_000_00000000L);
    gate = new RiskGate(WIDE, List.of(instrument), new Books(List.of(portfolio)));
    venue = new CandleVenue(List.of(instrument), costs, 10_000_00000000L, this::hear);
    rows = CandleTable.parse(candles, Scene.HOUR);
  }

  /** What the venue said but for acceptances, such as {@code 1o #1 2@105; 2 #2 expired}. */
  String play(String script) {
    List<String[]> lines = new ArrayList<>();
    for (String line : script.strip().split("\\s*,\\s*")) {
      lines.add(line.split("\\s+"));
    }
    for (int row = 0; row < rows.size(); row++) {
      for (String[] line : lines) {
        if (Integer.parseInt(line[0]) == row) {
          submit(line);
        }
      }
      venue.process(rows.openTimeNs(row));
      venue.open(0, rows, row);
      venue.walk(0, rows, row);
      portfolio.mark(0, rows.close(row));
      portfolio.checkInvariants();
    }
    return String.join("; ", told);
  }

  private void submit(String[] line) {
    switch (line[1]) {
      case "cancel" ->
          venue.submit(gate.cancel(new VenueCommand.CancelOrder(Long.parseLong(line[2]), 0)));
      case "amend" -> {
        OrderIntent standing = intents.get(Integer.parseInt(line[2]) - 1);
        var command = new VenueCommand.AmendOrder(standing.orderId(), 0, terms(line, 3).terms());
        pass(gate.amend(command, standing));
      }
      default -> place(line);
    }
  }

  private void place(String[] line) {
    Parsed parsed = terms(line, 3);
    TimeInForce time = TimeInForce.GTC;
    boolean reduce = false;
    for (int i = parsed.next(); i < line.length; i++) {
      switch (line[i]) {
        case "reduce" -> reduce = true;
        case "ioc" -> time = TimeInForce.IOC;
        case "fok" -> time = TimeInForce.FOK;
        case "gtd" -> {
          long hours = Long.parseLong(line[++i]);
          time = new TimeInForce.GoodTillDate(CandleTable.START_NS + hours * 3_600_000_000_000L);
        }
        default -> throw new IllegalArgumentException("no such word: " + line[i]);
      }
    }
    OrderIntent intent =
        new OrderIntent(
            intents.size() + 1,
            0,
            0,
            Side.valueOf(line[1].toUpperCase(Locale.ROOT)),
            size(line[2]),
            parsed.terms(),
            time,
            reduce,
            reduce ? OrderPurpose.STOP : OrderPurpose.ENTRY);
    intents.add(intent);
    pass(
        reduce
            ? gate.reduce(intent)
            : gate.enter(intent, new Opening(1e-6, 0, 0, 0, 0, true, false)));
  }

  private void pass(GateDecision<? extends VenueCommand> decision) {
    switch (decision) {
      case GateDecision.Pass<? extends VenueCommand> pass -> venue.submit(pass.approved());
      case GateDecision.Deny<? extends VenueCommand> deny ->
          throw new IllegalStateException("the gate denies: " + deny.refusal());
    }
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

  private static Parsed terms(String[] line, int at) {
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
      case "bracket" ->
          new Parsed(
              new OrderTerms.Bracket(
                  new OrderTerms.Market(), price(line, at + 1), price(line, at + 2)),
              at + 3);
      case "iceberg" ->
          new Parsed(new OrderTerms.Iceberg(price(line, at + 1), scaled(line[at + 2], 8)), at + 3);
      default -> throw new IllegalArgumentException("no such terms: " + line[at]);
    };
  }

  private static long price(String[] line, int at) {
    return scaled(line[at], TestInstruments.PRICE_SCALE);
  }

  private static long scaled(String text, int scale) {
    return FixedPoint.parse(text, scale, RoundingMode.UNNECESSARY);
  }

  private void hear(OrderEvent event) {
    OrderIntent intent = intents.get((int) event.orderId() - 1);
    String what =
        switch (event) {
          case OrderEvent.Filled fill -> {
            portfolio.mark(0, fill.priceScaled());
            portfolio.book(0, intent.side(), fill);
            yield tell(fill);
          }
          case OrderEvent.Rejected rejected -> word(rejected.reason());
          case OrderEvent.Triggered triggered ->
              "triggered "
                  + FixedPoint.format(triggered.levelScaled(), TestInstruments.PRICE_SCALE);
          case OrderEvent.Accepted _ -> "";
          case OrderEvent.Cancelled _ -> "cancelled";
          case OrderEvent.Expired _ -> "expired";
          case OrderEvent.Amended _ -> "amended";
          case OrderEvent.Sent _, OrderEvent.Lost _ ->
              throw new IllegalStateException("a venue does not say " + event);
        };
    if (!what.isEmpty()) {
      told.add(Scene.when(event.timeNs()) + " #" + event.orderId() + " " + what);
    }
  }

  private static String tell(OrderEvent.Filled fill) {
    String fee = fill.feeScaled() == 0 ? "" : " fee " + FixedPoint.format(fill.feeScaled(), 8);
    String slip =
        fill.slippageScaled() == 0 ? "" : " slip " + FixedPoint.format(fill.slippageScaled(), 8);
    return FixedPoint.format(fill.qtyScaled(), TestInstruments.QTY_SCALE)
        + "@"
        + FixedPoint.format(fill.priceScaled(), TestInstruments.PRICE_SCALE)
        + fee
        + slip
        + (fill.isLast() ? "" : " part");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
