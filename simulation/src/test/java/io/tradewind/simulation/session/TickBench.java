package io.tradewind.simulation.session;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approvals;
import io.tradewind.simulation.venue.TickRules;
import io.tradewind.simulation.venue.TickVenue;
import io.tradewind.simulation.venue.VenueListener;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * A venue of ticks with a market and orders put to it by hand. Lines begin with milliseconds:
 * {@code 0 book b99:5 a101:3} is a whole book, {@code 5 set a101:0 a102:4} a message of changes,
 * {@code 6 trade buy 101 2} a trade whose aggressor bought, {@code 7 lost} the end of what is known
 * of the book; orders are those of {@link VenueBench}. What is told is as there, at milliseconds of
 * the venue's clock, and with {@code >n} when it came to us, where that was later.
 */
final class TickBench implements VenueListener {
  private static final long MS = 1_000_000;

  private final Instrument instrument;
  private final Portfolio portfolio;
  private final TickVenue venue;
  private final OrderWords words = new OrderWords(MS);
  private final List<String> told = new ArrayList<>();
  private long nowNs;

  /** With an amount of cash. */
  TickBench(Instrument instrument, TickRules rules, long cash) {
    this.instrument = instrument;
    this.portfolio = new Portfolio(List.of(instrument));
    portfolio.deposit(cash * 1_00000000L);
    this.venue =
        new TickVenue(
            List.of(instrument),
            rules,
            new long[] {cash * 1_00000000L},
            EnumSet.allOf(Ability.class),
            this);
  }

  /** What the venue said but for acceptances. */
  String play(String script) {
    for (String text : script.strip().split("\\s*,\\s*")) {
      String[] line = text.split("\\s+");
      long timeNs = CandleTable.START_NS + Long.parseLong(line[0]) * MS;
      switch (line[1]) {
        case "book", "set", "lost" -> {
          comeBefore(timeNs);
          BookColumns rows = TickTable.book(text);
          for (int row = 0; row < rows.size(); row++) {
            venue.onBook(0, rows, row);
          }
        }
        case "trade" -> {
          comeBefore(timeNs);
          venue.onTrade(0, TickTable.trades(text), 0);
        }
        default -> {
          comeBefore(timeNs + 1);
          say(line, timeNs);
        }
      }
    }
    comeBefore(Long.MAX_VALUE);
    Agreement.check(portfolio, venue.account(0), 1, nowNs);
    return String.join("; ", told);
  }

  private void comeBefore(long timeNs) {
    while (Math.min(venue.nextArrivalNs(), venue.nextAnswerNs()) < timeNs) {
      boolean arrives = venue.nextArrivalNs() <= venue.nextAnswerNs();
      nowNs = arrives ? venue.nextArrivalNs() : venue.nextAnswerNs();
      if (arrives) {
        venue.arrive(nowNs);
      } else {
        venue.answer();
      }
    }
    nowNs = Math.min(timeNs, Long.MAX_VALUE - 1);
  }

  private void say(String[] line, long timeNs) {
    switch (line[1]) {
      case "cancel" -> pass(new VenueCommand.CancelOrder(Long.parseLong(line[2]), 0), timeNs);
      case "amend" -> pass(words.amend(line, 0), timeNs);
      case "margin" ->
          pass(
              new VenueCommand.SetMargin(
                  0,
                  0,
                  MarginMode.valueOf(line[2].toUpperCase(Locale.ROOT)),
                  Integer.parseInt(line[3])),
              timeNs);
      default -> pass(words.order(line, 0, 0), timeNs);
    }
  }

  private void pass(VenueCommand command, long timeNs) {
    venue.submit(Approvals.of(command));
    venue.send(timeNs);
  }

  private String when(long timeNs) {
    long happened = (timeNs - CandleTable.START_NS) / MS;
    long here = (nowNs - CandleTable.START_NS) / MS;
    return happened + (here > happened && nowNs < Long.MAX_VALUE / 2 ? ">" + here : "");
  }

  @Override
  public void onOrder(OrderEvent event) {
    OrderIntent intent = words.intent(event.orderId());
    String what =
        switch (event) {
          case OrderEvent.Filled fill -> {
            portfolio.book(0, intent.side(), fill);
            yield VenueBench.tell(fill);
          }
          case OrderEvent.Rejected rejected -> Told.word(rejected.reason());
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
      told.add(when(event.timeNs()) + " #" + event.orderId() + " " + what);
    }
  }

  @Override
  public void onMargin(MarginEvent event) {
    portfolio.book(event);
    if (event instanceof MarginEvent.Liquidated closed) {
      told.add(
          when(event.timeNs())
              + " liquidated "
              + FixedPoint.format(closed.qtyScaled(), instrument.qtyScale())
              + "@"
              + FixedPoint.format(closed.priceScaled(), instrument.priceScale()));
    }
  }

  @Override
  public void onTransfer(Transferred event) {
    throw new IllegalStateException("one book has nowhere to move cash to: " + event);
  }
}
