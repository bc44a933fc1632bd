package io.tradewind.core.execution;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.time.Utc;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Plays a story told in lines, {@code seconds event | what it sets off}, and says what it really
 * set off. Prices have 2 digits and a tick of 0.1, quantities 3 and a lot of 0.1, cash 4 and a
 * minimum of 10.
 *
 * <pre>
 * start | quote bid ask | trade price qty | time | cancel | refuse (the next child)
 * room qty (of the next child)
 * fill child qty price | end child HOW
 * </pre>
 */
final class Stage implements ChildOrders {
  static final Instrument INSTRUMENT =
      new Instrument(
          new InstrumentId("x", "A", "Q", Market.SPOT),
          2,
          3,
          4,
          List.of(new TradingRules(0, 10, 100, 100, 10_0000, 0, 0)));

  private final List<String> said = new ArrayList<>();
  private final Execution execution;
  private final List<Progress> told = new ArrayList<>();
  private long lastHandle;
  private boolean refuses;
  private long room = Long.MAX_VALUE;

  Stage(ParentOrder parent, ExecutionStyle style) {
    this.execution = new Execution(parent, style, ExecutionLimits.DEFAULT, this, told::add);
  }

  static ParentOrder parent(Side side, String qty, OptionalLong limitScaled) {
    TradingRules rules = INSTRUMENT.rules().getFirst();
    return new ParentOrder(INSTRUMENT, rules, side, qty(qty), limitScaled, 7);
  }

  static long price(String text) {
    return FixedPoint.parse(text, 2, RoundingMode.UNNECESSARY);
  }

  static long qty(String text) {
    return FixedPoint.parse(text, 3, RoundingMode.UNNECESSARY);
  }

  Execution execution() {
    return execution;
  }

  List<Progress> told() {
    return told;
  }

  /** The story with what really happened behind the bars. */
  String play(String story) {
    List<String> lines = new ArrayList<>();
    for (String line : story.strip().lines().toList()) {
      String event = line.split("\\|", -1)[0].strip();
      said.clear();
      happen(event.split(" +", -1));
      execution.checkInvariants();
      lines.add((event + " | " + String.join(", ", said)).strip());
    }
    return String.join("\n", lines);
  }

  /** A story with single blanks. */
  static String tidy(String story) {
    return story
        .strip()
        .lines()
        .map(line -> line.replaceAll(" +", " ").strip())
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }

  private void happen(String[] word) {
    long at = Math.round(Double.parseDouble(word[0]) * Utc.SECOND_NS);
    switch (word[1]) {
      case "start" -> execution.onStart(at);
      case "quote" -> execution.onQuote(at, price(word[2]), price(word[3]));
      case "trade" -> execution.onTrade(at, price(word[2]), qty(word[3]));
      case "time" -> execution.onTime(at);
      case "cancel" -> execution.cancel(at);
      case "refuse" -> refuses = true;
      case "room" -> room = qty(word[2]);
      case "fill" -> {
        long qty = qty(word[3]);
        long quote = FixedPoint.multiply(price(word[4]), 2, qty, 3, 4, RoundingMode.UNNECESSARY);
        execution.onChildFill(at, Long.parseLong(word[2]), qty, quote);
      }
      case "end" -> execution.onChildEnd(at, Long.parseLong(word[2]), ChildEnd.valueOf(word[3]));
      default -> throw new IllegalArgumentException("no event: " + word[1]);
    }
  }

  @Override
  public Placement place(OrderTerms terms, TimeInForce timeInForce, long qtyScaled) {
    String qty = FixedPoint.format(qtyScaled, 3);
    if (refuses) {
      refuses = false;
      said.add("refused " + qty);
      return new Placement.Refused();
    }
    long placed = Math.min(qtyScaled, room);
    room = Long.MAX_VALUE;
    if (placed == 0) {
      said.add("no room for " + qty);
      return new Placement.NoRoom();
    }
    qty = FixedPoint.format(placed, 3);
    lastHandle++;
    String kind =
        switch (terms) {
          case OrderTerms.Market _ -> "market";
          case OrderTerms.Limit limit ->
              (limit.postOnly() ? "post" : "limit")
                  + " "
                  + FixedPoint.format(limit.priceScaled(), 2);
          default -> throw new IllegalArgumentException("not a child: " + terms);
        };
    String isIoc = kind.startsWith("limit") && timeInForce.equals(TimeInForce.IOC) ? " ioc" : "";
    said.add("#" + lastHandle + " " + kind + " " + qty + isIoc);
    return new Placement.Placed(lastHandle, placed);
  }

  @Override
  public void cancel(long handle) {
    said.add("cancel #" + handle);
  }
}
