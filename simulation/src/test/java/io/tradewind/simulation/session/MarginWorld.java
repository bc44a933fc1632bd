package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.ledger.Account;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.OrderTransitions;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approvals;
import io.tradewind.simulation.venue.CandleVenue;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.simulation.venue.VenueListener;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Books that order at random in markets that jump, all of one seed, with our ledgers beside the
 * venue's accounts. What holds for every one of them is checked after every event.
 */
final class MarginWorld implements VenueListener {
  static final int ROWS = 60;
  private static final long HOUR_NS = Scene.HOUR.durationNs();

  /** What has happened, by name. */
  final TreeSet<String> happened = new TreeSet<>();

  private final long seed;
  private final List<Instrument> instruments = new ArrayList<>();
  private final List<CandleColumns> rows = new ArrayList<>();
  private final List<Portfolio> portfolios = new ArrayList<>();
  private final List<OrderIntent> intents = new ArrayList<>();
  private final List<OrderState> states = new ArrayList<>();
  private final List<Long> filled = new ArrayList<>();
  private final CandleVenue venue;
  private int row;

  MarginWorld(long seed) {
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    int symbols = random.nextInt(1, 4);
    for (int i = 0; i < symbols; i++) {
      Market market = i == 2 ? Market.SPOT : Market.PERP;
      long fee = random.nextInt(3) * 1_000L;
      long lot = random.nextBoolean() ? 1 : 10_000_000;
      instruments.add(
          TestInstruments.of(
              "T" + i + "/USDT",
              market,
              new TradingRules(0, random.nextInt(1, 200), lot, lot, 0, fee / 2 - 100, fee)));
      rows.add(walk(random));
    }
    CostModel costs =
        new CostModel(
            random.nextInt(3) * 20,
            random.nextInt(2) * 4,
            0,
            random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(0.05),
            random.nextBoolean());
    long[] cash = new long[random.nextInt(1, 4)];
    for (int book = 0; book < cash.length; book++) {
      cash[book] = random.nextLong(1, 5_000) * 1_00000000L;
      Portfolio portfolio = new Portfolio(instruments);
      portfolio.deposit(cash[book]);
      portfolios.add(portfolio);
    }
    venue = new CandleVenue(instruments, costs, cash, this);
  }

  /** Steps of some percent, and now and then a jump of up to a half over the open. */
  private static CandleColumns walk(SplittableRandom random) {
    long[][] c = new long[7][ROWS];
    double price = 100;
    for (int i = 0; i < ROWS; i++) {
      double jump = random.nextInt(12) == 0 ? random.nextDouble(0.5, 1.6) : 1;
      double open = Math.clamp(price * jump, 5, 2_000);
      double close = open * random.nextDouble(0.97, 1.03);
      c[0][i] = CandleTable.START_NS + i * HOUR_NS;
      c[1][i] = c[0][i] + HOUR_NS;
      c[2][i] = Math.round(open * 10_000);
      c[5][i] = Math.round(close * 10_000);
      c[3][i] = Math.max(c[2][i], c[5][i]) + random.nextLong(0, 20_000);
      c[4][i] = Math.min(c[2][i], c[5][i]) - random.nextLong(0, 20_000);
      c[6][i] = random.nextLong(1, 5_000) * 100_000_000L;
      price = close;
    }
    return new CandleColumns(4, 8, c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
  }

  /** Plays the rows of a range. */
  void play(int from, int to) {
    for (row = from; row < to; row++) {
      SplittableRandom random = new SplittableRandom(seed * 1_000 + row);
      long timeNs = rows.getFirst().openTimeNs(row);
      for (int n = random.nextInt(4); n > 0; n--) {
        ask(random);
      }
      venue.process(timeNs);
      if (row % 8 == 0) {
        for (int i = 0; i < instruments.size(); i++) {
          venue.fund(i, timeNs, random.nextDouble(-0.03, 0.03));
        }
      }
      for (int i = 0; i < rows.size(); i++) {
        venue.open(i, rows.get(i), row);
      }
      for (int i = 0; i < rows.size(); i++) {
        venue.walk(i, rows.get(i), row);
      }
      agree(timeNs + HOUR_NS);
      for (Portfolio portfolio : portfolios) {
        checkBacked(portfolio, timeNs + HOUR_NS);
      }
    }
  }

  /** All that venue and ledgers remember. */
  String state() {
    return save().sha256();
  }

  private StateWriter save() {
    StateWriter out = new StateWriter();
    venue.save(out);
    portfolios.forEach(portfolio -> portfolio.save(out));
    return out;
  }

  /** Goes on in a new world from the bytes of this one. */
  MarginWorld restored() {
    MarginWorld next = new MarginWorld(seed);
    StateReader in = new StateReader(save().toByteArray());
    next.venue.load(in);
    next.portfolios.forEach(portfolio -> portfolio.load(in));
    assertThat(in.isAtEnd()).isTrue();
    next.intents.addAll(intents);
    next.states.addAll(states);
    next.filled.addAll(filled);
    return next;
  }

  private void agree(long timeNs) {
    for (int book = 0; book < portfolios.size(); book++) {
      Agreement.check(portfolios.get(book), venue.account(book), instruments.size(), timeNs);
    }
  }

  /** After a candle nobody stands who should have been liquidated, and nobody owes. */
  private void checkBacked(Portfolio portfolio, long timeNs) {
    long balance = portfolio.ledger().amount(0, Account.WALLET);
    long needed = 0;
    boolean crossed = false;
    for (int i = 0; i < instruments.size(); i++) {
      var position = portfolio.position(i);
      if (position.isFlat() || instruments.get(i).id().market() == Market.SPOT) {
        continue;
      }
      if (portfolio.mode(i) == MarginMode.CROSS) {
        crossed = true;
        long sign = position.isLong() ? 1 : -1;
        balance += sign * (portfolio.exposureScaled(i) - position.costScaled());
        needed += portfolio.maintenanceScaled(i);
      } else {
        OptionalLong level = portfolio.liquidationPrice(i, timeNs);
        long mark = portfolio.markScaled(i);
        boolean stands =
            level.isEmpty()
                || (position.isLong() ? mark > level.getAsLong() : mark < level.getAsLong());
        assertThat(stands).as("stands at %s, %s, seed %s", mark, level, seed).isTrue();
      }
    }
    if (crossed) {
      assertThat(balance).as("cross balance, seed %s", seed).isGreaterThan(needed);
    } else {
      assertThat(balance).as("wallet, seed %s", seed).isNotNegative();
    }
    assertThat(portfolio.equityScaled()).as("equity, seed %s", seed).isNotNegative();
  }

  private void ask(SplittableRandom random) {
    int book = random.nextInt(portfolios.size());
    int instrument = random.nextInt(instruments.size());
    switch (random.nextInt(10)) {
      case 0, 1 ->
          submit(
              new VenueCommand.SetMargin(
                  book,
                  instrument,
                  random.nextBoolean() ? MarginMode.CROSS : MarginMode.ISOLATED,
                  random.nextInt(1, 60)));
      case 2 ->
          submit(
              new VenueCommand.Transfer(
                  book,
                  random.nextInt(portfolios.size()),
                  random.nextLong(1, 1_000) * 1_00000000L));
      case 3 -> {
        if (!intents.isEmpty()) {
          OrderIntent any = intents.get(random.nextInt(intents.size()));
          submit(new VenueCommand.CancelOrder(any.orderId(), any.instrument()));
        }
      }
      default -> order(book, instrument, random);
    }
  }

  private void order(int book, int instrument, SplittableRandom random) {
    CandleColumns candles = rows.get(instrument);
    long price = row == 0 ? candles.open(0) : candles.close(row - 1);
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long id = intents.size() + 1L;
    OrderTerms terms = terms(random, side, price, instrument, id);
    boolean reduce = !(terms instanceof OrderTerms.Bracket) && random.nextInt(3) == 0;
    long lot = instruments.get(instrument).rules().getFirst().lotScaled();
    long qty = random.nextLong(1, 300) * 10_000_000 / lot * lot;
    OrderSize size =
        switch (random.nextInt(4)) {
          case 0 -> reduce ? new OrderSize.Position() : new OrderSize.Base(qty);
          case 1 ->
              reduce
                  ? new OrderSize.Base(qty)
                  : new OrderSize.Budget(random.nextLong(100, 20_000) * 1_00000000L);
          default -> new OrderSize.Base(qty);
        };
    TimeInForce time =
        switch (random.nextInt(6)) {
          case 0 -> TimeInForce.IOC;
          case 1 -> TimeInForce.FOK;
          default -> TimeInForce.GTC;
        };
    add(new OrderIntent(id, book, instrument, side, size, terms, time, reduce, OrderPurpose.ENTRY));
    submit(new VenueCommand.NewOrder(intents.getLast()));
    if (terms instanceof OrderTerms.Bracket bracket) {
      OrderTerms exit = new OrderTerms.Oco(bracket.targetScaled(), bracket.stopScaled());
      add(
          new OrderIntent(
              bracket.exitOrderId(),
              book,
              instrument,
              side.opposite(),
              new OrderSize.Position(),
              exit,
              TimeInForce.GTC,
              true,
              OrderPurpose.STOP));
    }
  }

  private void add(OrderIntent intent) {
    intents.add(intent);
    states.add(OrderState.SENT);
    filled.add(0L);
  }

  private OrderTerms terms(
      SplittableRandom random, Side side, long price, int instrument, long id) {
    long tick = instruments.get(instrument).rules().getFirst().tickScaled();
    long near = Math.max(1, price / 100 * random.nextInt(1, 8) / tick) * tick;
    long middle = price / tick * tick;
    long better = Math.max(tick, middle - side.sign() * near);
    long worse = Math.max(tick, middle + side.sign() * near);
    return switch (random.nextInt(8)) {
      case 0 -> new OrderTerms.Limit(better, false);
      case 1 -> new OrderTerms.Stop(worse);
      case 2 -> new OrderTerms.Oco(better, worse);
      case 3 -> new OrderTerms.Bracket(new OrderTerms.Market(), worse, better, id + 1);
      case 4 ->
          new OrderTerms.Bracket(
              new OrderTerms.Limit(better, false),
              worse,
              Math.max(tick, better - side.sign() * near),
              id + 1);
      case 5 -> new OrderTerms.Iceberg(better, 20_000_000);
      case 6 -> new OrderTerms.TrailingStop(OptionalLong.empty(), 20_000, better);
      default -> new OrderTerms.Market();
    };
  }

  private void submit(VenueCommand command) {
    venue.submit(Approvals.of(command));
  }

  @Override
  public void onOrder(OrderEvent event) {
    int at = (int) event.orderId() - 1;
    OrderIntent intent = intents.get(at);
    var next = OrderTransitions.next(states.get(at), event);
    assertThat(next).as("%s of %s, seed %s", event, states.get(at), seed).isPresent();
    states.set(at, next.orElseThrow());
    happened.add(event.getClass().getSimpleName());
    if (event instanceof OrderEvent.Rejected rejected) {
      happened.add(rejected.reason().name());
    }
    if (event instanceof OrderEvent.Filled fill) {
      follow(at, intent, fill);
      agree(event.timeNs());
    }
  }

  private void follow(int at, OrderIntent intent, OrderEvent.Filled fill) {
    CandleColumns candles = rows.get(intent.instrument());
    assertThat(fill.priceScaled())
        .as("price of %s, seed %s", fill, seed)
        .isBetween(candles.low(row), candles.high(row));
    Portfolio portfolio = portfolios.get(intent.book());
    long before = portfolio.position(intent.instrument()).qtyScaled();
    portfolio.book(intent.instrument(), intent.side(), fill);
    long after = portfolio.position(intent.instrument()).qtyScaled();
    if (intent.reduceOnly()) {
      assertThat(Math.abs(after)).as("reduces, seed %s", seed).isLessThan(Math.abs(before));
      assertThat(before == 0 || Long.signum(after) != -Long.signum(before)).isTrue();
    }
    filled.set(at, filled.get(at) + fill.qtyScaled());
    if (intent.size() instanceof OrderSize.Base base) {
      assertThat(filled.get(at))
          .as("filled of %s, seed %s", intent, seed)
          .isLessThanOrEqualTo(base.qtyScaled());
      if (fill.isLast() && !intent.reduceOnly()) {
        assertThat(filled.get(at))
            .as("sum of %s, seed %s", intent, seed)
            .isEqualTo(base.qtyScaled());
      }
    }
    if (intent.terms() instanceof OrderTerms.Oco
        && at > 0
        && intents.get(at - 1).terms() instanceof OrderTerms.Bracket bracket
        && bracket.exitOrderId() == intent.orderId()) {
      happened.add("exit");
      assertThat(filled.get(at))
          .as("exit of %s, seed %s", intents.get(at - 1), seed)
          .isLessThanOrEqualTo(filled.get(at - 1));
    }
    boolean turned = Long.signum(after) * Long.signum(before) < 0;
    assertThat(turned).as("one fill turns nothing around, seed %s", seed).isFalse();
    happened.add(intent.terms().getClass().getSimpleName() + " filled");
  }

  @Override
  public void onMargin(MarginEvent event) {
    portfolios.get(event.book()).book(event);
    String mode = venue.account(event.book()).mode(event.instrument()).label();
    switch (event) {
      case MarginEvent.Funded funded ->
          happened.add(mode + (funded.amountScaled() > 0 ? " paid" : " received"));
      case MarginEvent.Changed changed -> happened.add(changed.outcome().name());
      case MarginEvent.ClosedOutside closed -> throw new IllegalStateException(closed.toString());
      case MarginEvent.Liquidated closed -> {
        CandleColumns candles = rows.get(event.instrument());
        happened.add(mode + (closed.coveredScaled() > 0 ? " covered" : " liquidated"));
        if (mode.equals("isolated") && candles.openTimeNs(row) < event.timeNs()) {
          assertThat(closed.priceScaled())
              .as("price of %s, seed %s", closed, seed)
              .isBetween(candles.low(row), candles.high(row));
        }
      }
    }
    agree(event.timeNs());
  }

  @Override
  public void onTransfer(Transferred event) {
    portfolios.get(event.fromBook()).deposit(-event.amountScaled());
    portfolios.get(event.toBook()).deposit(event.amountScaled());
    happened.add("moved");
  }
}
