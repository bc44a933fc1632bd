package io.tradewind.simulation.session;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approvals;
import io.tradewind.simulation.venue.CandleVenue;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.simulation.venue.VenueListener;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A venue with orders put to it by hand. {@code "1 buy 2 stop 105"} goes in before candle 1 opens
 * and has id 1, the next line id 2; a bracket takes the next id for its exit. Sizes are coins,
 * {@code $500} or {@code all}; then the terms; then {@code reduce}, {@code ioc}, {@code fok},
 * {@code gtd N}. {@code "2 cancel 1"} takes order 1 back; {@code "2 amend 1 limit 95"} changes it;
 * {@code "2 margin cross 10"} sets margins; {@code "2 fund 0.0001"} exchanges funding; {@code "2
 * move 0 1 500"} moves cash. After the number {@code b1} names another book, {@code t1} another
 * instrument. Each book is followed in a ledger of ours, and both must be alike after each event.
 */
final class VenueBench implements VenueListener {
  private final List<Portfolio> portfolios = new ArrayList<>();
  private final List<Instrument> instruments;
  private final CandleVenue venue;
  private final List<CandleColumns> rows = new ArrayList<>();
  private final OrderWords words = new OrderWords(Scene.HOUR.durationNs());
  private final List<String> told = new ArrayList<>();

  /** With an amount of cash for each book, and candles for each instrument, all of one length. */
  VenueBench(List<Instrument> instruments, CostModel costs, List<Long> cash, List<String> candles) {
    this.instruments = instruments;
    long[] scaled = cash.stream().mapToLong(amount -> amount * 1_00000000L).toArray();
    for (long amount : scaled) {
      Portfolio portfolio = new Portfolio(instruments);
      portfolio.deposit(amount);
      portfolios.add(portfolio);
    }
    venue = new CandleVenue(instruments, costs, scaled, this);
    candles.forEach(table -> rows.add(CandleTable.parse(table, Scene.HOUR)));
  }

  /** What the venue said but for acceptances, such as {@code 1o #1 2@105; 2 #2 expired}. */
  String play(String script) {
    List<List<String>> lines = new ArrayList<>();
    for (String line : script.strip().split("\\s*,\\s*")) {
      lines.add(new ArrayList<>(List.of(line.split("\\s+"))));
    }
    CandleColumns first = rows.getFirst();
    for (int row = 0; row < first.size(); row++) {
      for (List<String> line : lines) {
        if (Integer.parseInt(line.getFirst()) == row) {
          submit(new ArrayList<>(line), first.openTimeNs(row));
        }
      }
      venue.process(first.openTimeNs(row));
      for (int i = 0; i < rows.size(); i++) {
        venue.open(i, rows.get(i), row);
      }
      for (int i = 0; i < rows.size(); i++) {
        venue.walk(i, rows.get(i), row);
      }
      agree(first.closeTimeNs(row));
    }
    return String.join("; ", told);
  }

  /** The ledger of a book. */
  Portfolio portfolio(int book) {
    return portfolios.get(book);
  }

  private void agree(long timeNs) {
    for (int book = 0; book < portfolios.size(); book++) {
      Agreement.check(portfolios.get(book), venue.account(book), instruments.size(), timeNs);
    }
  }

  private void submit(List<String> said, long timeNs) {
    int book = OrderWords.named(said, "b");
    int instrument = OrderWords.named(said, "t");
    String[] line = said.toArray(String[]::new);
    switch (line[1]) {
      case "cancel" -> pass(new VenueCommand.CancelOrder(Long.parseLong(line[2]), instrument));
      case "amend" -> pass(words.amend(line, instrument));
      case "margin" ->
          pass(
              new VenueCommand.SetMargin(
                  book,
                  instrument,
                  MarginMode.valueOf(line[2].toUpperCase(Locale.ROOT)),
                  Integer.parseInt(line[3])));
      case "move" ->
          pass(
              new VenueCommand.Transfer(
                  Integer.parseInt(line[2]),
                  Integer.parseInt(line[3]),
                  OrderWords.scaled(line[4], TestInstruments.CASH_SCALE)));
      case "fund" -> {
        venue.process(timeNs);
        venue.fund(instrument, timeNs, Double.parseDouble(line[2]));
      }
      default -> pass(words.order(line, book, instrument));
    }
  }

  private void pass(VenueCommand command) {
    venue.submit(Approvals.of(command));
  }

  @Override
  public void onOrder(OrderEvent event) {
    OrderIntent intent = words.intent(event.orderId());
    String what =
        switch (event) {
          case OrderEvent.Filled fill -> {
            portfolios.get(intent.book()).book(intent.instrument(), intent.side(), fill);
            agree(event.timeNs());
            yield tell(fill);
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
      told.add(Told.HOURS.when(event.timeNs()) + " #" + event.orderId() + " " + what);
    }
  }

  @Override
  public void onMargin(MarginEvent event) {
    portfolios.get(event.book()).book(event);
    String what =
        switch (event) {
          case MarginEvent.Funded funded -> "funded " + cash(funded.amountScaled());
          case MarginEvent.Changed changed -> "margin " + Told.word(changed.outcome());
          case MarginEvent.ClosedOutside closed ->
              throw new IllegalStateException("a venue does not say " + closed);
          case MarginEvent.Liquidated closed ->
              "liquidated "
                  + FixedPoint.format(closed.qtyScaled(), TestInstruments.QTY_SCALE)
                  + "@"
                  + FixedPoint.format(closed.priceScaled(), TestInstruments.PRICE_SCALE)
                  + (closed.feeScaled() == 0 ? "" : " fee " + cash(closed.feeScaled()))
                  + (closed.coveredScaled() == 0 ? "" : " covered " + cash(closed.coveredScaled()));
        };
    String book = event.book() == 0 ? "" : " b" + event.book();
    String instrument = event.instrument() == 0 ? "" : " t" + event.instrument();
    told.add(Told.HOURS.when(event.timeNs()) + book + instrument + " " + what);
    if (event instanceof MarginEvent.Liquidated) {
      agree(event.timeNs());
    }
  }

  @Override
  public void onTransfer(Transferred event) {
    portfolios.get(event.fromBook()).deposit(-event.amountScaled());
    portfolios.get(event.toBook()).deposit(event.amountScaled());
    told.add(Told.HOURS.when(event.timeNs()) + " moved " + cash(event.amountScaled()));
  }

  private static String cash(long scaled) {
    return FixedPoint.format(scaled, TestInstruments.CASH_SCALE);
  }

  static String tell(OrderEvent.Filled fill) {
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
}
