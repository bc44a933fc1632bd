package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.execution.slippage.SlippageVerdict;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.limit.BreakerEvent;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.limit.Sectors;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.ExitRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Follows a world by its audit and by what goes to its venue, with arithmetic of its own, and
 * checks at each of them what must hold.
 */
final class RiskWitness implements AuditSink {
  private static final double HAIR = 1e-6;

  /** What happened, by name. */
  final TreeSet<String> happened = new TreeSet<>();

  private final RiskWorld world;
  private final PortfolioLimits limits;
  private final Sectors sectors;
  private final NaiveStance stance;
  private final NaiveMarket market;

  /** An order that has been sent. */
  private static final class Sent {
    final OrderIntent intent;
    final long budget;

    /** What its stop loses of its notional at least; 0 where that hangs on ranges. */
    final double risk;

    OrderTerms terms;
    long filled;
    long spent;
    boolean cancelled;

    Sent(OrderIntent intent, long budget, double risk) {
      this.intent = intent;
      this.budget = budget;
      this.risk = risk;
      this.terms = intent.terms();
    }

    /** What it may still spend. */
    double left() {
      return money(Math.max(0, budget - spent));
    }
  }

  private final TreeMap<Long, Sent> orders = new TreeMap<>();
  private final Set<Long> submitted = new HashSet<>();
  private final List<Long> sentNs = new ArrayList<>();
  private final TreeMap<Integer, Long> held = new TreeMap<>();
  private final TreeMap<Integer, Long> stops = new TreeMap<>();
  private final TreeSet<Integer> dust = new TreeSet<>();
  private Optional<OrderIntent> announced = Optional.empty();
  private Optional<Signal.Enter> wish = Optional.empty();

  /** Whether the wish has not been answered yet: what is sent else is a part of one before. */
  private boolean asked;

  private boolean split;

  /** Whether it was sent in one. */
  private boolean whole;

  /** By book and instrument, the last that is sent in parts. */
  private final TreeMap<Integer, Entry> worked = new TreeMap<>();

  /** By order. */
  private final TreeMap<Long, Entry> entries = new TreeMap<>();

  private long budget;

  /**
   * An entry that is followed.
   *
   * @param risk what its stop loses of its notional at least; 0 where that hangs on ranges
   */
  private record Entry(Signal.Enter signal, double risk) {}

  RiskWitness(long seed) {
    this.world = new RiskWorld(seed, this, this::submitted);
    this.limits = world.spec.risk().exposure();
    this.sectors =
        new Sectors(
            world.spec.risk().sectors(),
            world.spec.instruments().stream().map(instrument -> instrument.id()).toList());
    this.stance = new NaiveStance(world.spec.risk(), world.feeds);
    this.market = new NaiveMarket(world.feeds);
    world.beforeSlice(timeNs -> stance.onSlice(timeNs, (double) world.engine.equityScaled()));
  }

  RiskWorld world() {
    return world;
  }

  private int key(int book, int instrument) {
    return book * 100 + instrument;
  }

  private long held(int book, int instrument) {
    return held.getOrDefault(key(book, instrument), 0L);
  }

  /** Plays from end to end. */
  void play() {
    while (world.row() < RiskWorld.ROWS) {
      world.play();
    }
    assertThat(announced).as("sent and never submitted, seed %s", world.seed).isEmpty();
  }

  @Override
  public void accept(AuditRecord entry) {
    switch (entry) {
      case AuditRecord.SignalRaised raised -> {
        wish =
            raised.signal() instanceof Signal.Enter enter ? Optional.of(enter) : Optional.empty();
        asked = wish.isPresent();
        split = false;
        whole = false;
      }
      case AuditRecord.SignalRefused refused -> {
        asked = false;
        checkRefusal(refused);
      }
      case AuditRecord.EntryGuarded guarded -> {
        split = guarded.verdict() instanceof SlippageVerdict.Split;
        happened.add("guarded by a " + (split ? "split" : "limit"));
      }
      case AuditRecord.EntrySized sized -> {
        budget = sized.budgetScaled();
        happened.add("bound by " + sized.boundBy());
      }
      case AuditRecord.EntryFollowed entered -> {
        if (asked && !whole && isWorked(entered.book())) {
          worked.put(
              key(entered.book(), entered.instrument()),
              entry(entered.book(), entered.instrument()));
        }
        asked = false;
        happened.add("followed");
      }
      case AuditRecord.OrderSent sent -> {
        assertThat(announced).as("sent twice, seed %s", world.seed).isEmpty();
        announced = Optional.of(sent.intent());
        sentNs.add(sent.timeNs());
        send(sent.intent());
      }
      case AuditRecord.OrderMoved moved -> {
        assertThat(submitted)
            .as("submitted, seed %s", world.seed)
            .contains(moved.event().orderId());
        stance.onOrder(moved.event());
        follow(moved);
      }
      case AuditRecord.MarginMoved margin -> {
        if (margin.event() instanceof MarginEvent.Liquidated liquidated) {
          int key = key(liquidated.book(), liquidated.instrument());
          long before = held.getOrDefault(key, 0L);
          held.put(key, before - Long.signum(before) * liquidated.qtyScaled());
          happened.add("liquidated");
        }
      }
      case AuditRecord.TradeClosed closed -> {
        int instrument = world.spec.instruments().indexOf(closed.trade().instrument());
        int book = closed.trade().strategy().endsWith("1") ? 1 : 0;
        stops.remove(key(book, instrument));
        if (closed.trade().instrument().id().market() == Market.SPOT) {
          // Dust under a lot is no position.
          dust.add(key(book, instrument));
        }
        happened.add("closed by " + closed.trade().reason());
        stance.onTrade(
            closed.timeNs(), instrument, closed.trade(), money(world.engine.equityScaled()));
      }
      case AuditRecord.Halted _ -> stance.halt(true);
      case AuditRecord.Resumed resumed -> {
        stance.onResume(resumed.timeNs());
        happened.add("resumed");
      }
      case AuditRecord.BreakerMoved breaker -> happened.add(word(breaker.event()));
      case AuditRecord.LossNoticed loss ->
          happened.add(loss.notice().reason() + " " + loss.notice().level());
      case AuditRecord.EntriesLocked locked -> happened.add("locked " + locked.lock().reason());
      case AuditRecord.ExecutionMoved moved ->
          moved.cutBy().ifPresent(rule -> happened.add("cut by " + rule));
      case AuditRecord.OrderRefused refused -> happened.add("order refused " + refused.refusal());
      default -> {}
    }
  }

  private void send(OrderIntent intent) {
    if (intent.reduceOnly()) {
      orders.put(intent.orderId(), new Sent(intent, 0, 0));
      return;
    }
    int key = key(intent.book(), intent.instrument());
    Entry entry =
        asked
            ? entry(intent.book(), intent.instrument())
            : Objects.requireNonNull(worked.get(key), "what is not asked for is a part");
    entries.put(intent.orderId(), entry);
    if (asked && !isPart(intent)) {
      whole = true;
      checkWorth(intent, entry.signal());
      orders.put(intent.orderId(), new Sent(intent, budget, entry.risk()));
    } else {
      long qty = ((OrderSize.Base) intent.size()).qtyScaled();
      long worth = (long) Math.ceil(qty * mark(intent.instrument()));
      orders.put(intent.orderId(), new Sent(intent, worth, entry.risk()));
      happened.add("part");
    }
  }

  private boolean isWorked(int book) {
    return split || world.spec.books().get(book).execution().isPresent();
  }

  /** Of the wish. */
  private Entry entry(int book, int instrument) {
    Signal.Enter signal = wish.orElseThrow();
    return new Entry(signal, risk(book, instrument, signal));
  }

  /** Whether the first order of a wish is but a part of it. */
  private boolean isPart(OrderIntent intent) {
    return isWorked(intent.book())
        && intent.purpose() == OrderPurpose.ENTRY
        && intent.terms() instanceof OrderTerms.Market;
  }

  /** A quantity that is ordered costs what was sized, to a lot. */
  private void checkWorth(OrderIntent intent, Signal.Enter signal) {
    if (intent.size() instanceof OrderSize.Base base) {
      double price = signal.entry().orElse(mark(intent.instrument()));
      double lot =
          world.spec.instruments().get(intent.instrument()).rules().getFirst().lotScaled() * price;
      assertThat(base.qtyScaled() * price)
          .as("worth of %s, seed %s row %s", intent, world.seed, world.row())
          .isBetween(budget - lot - 1, budget + 1.0);
    }
  }

  private static String word(BreakerEvent event) {
    return switch (event) {
      case BreakerEvent.Tripped tripped -> "tripped " + tripped.stop().reason();
      case BreakerEvent.Returned returned ->
          "returned " + returned.reason() + (returned.byHand() ? " by hand" : "");
    };
  }

  private void checkRefusal(AuditRecord.SignalRefused refused) {
    happened.add("refused " + refused.refusal());
    if (refused.signal() instanceof Signal.Enter enter) {
      Refusal refusal = refused.refusal();
      switch (refusal) {
        case HALTED, LOCKED, LOSS_LIMIT, BREAKER ->
            assertThat(
                    stance.bars(instrument(enter), enter.direction(), refused.timeNs()).toString())
                .as("%s, %s, seed %s row %s", refusal, refused.detail(), world.seed, world.row())
                .contains(refusal.name());
        default -> {}
      }
    }
  }

  private int instrument(Signal signal) {
    return world.spec.instruments().stream()
        .map(instrument -> instrument.id())
        .toList()
        .indexOf(signal.instrument());
  }

  /** A command on its way to the venue. */
  private void submitted(VenueCommand command) {
    switch (command) {
      case VenueCommand.NewOrder order -> {
        OrderIntent intent = order.intent();
        assertThat(announced).as("never sent, seed %s", world.seed).contains(intent);
        announced = Optional.empty();
        assertThat(submitted.add(intent.orderId())).as("twice, seed %s", world.seed).isTrue();
        if (intent.reduceOnly()) {
          checkStop(intent, intent.terms());
          assertThat(intent.purpose().opens()).isFalse();
        } else {
          checkEntry(intent);
        }
      }
      case VenueCommand.AmendOrder amend -> {
        Sent sent = order(amend.orderId());
        assertThat(sent.intent.reduceOnly()).as("amended, seed %s", world.seed).isTrue();
        checkStop(sent.intent, amend.terms());
      }
      case VenueCommand.CancelOrder cancel -> order(cancel.orderId()).cancelled = true;
      case VenueCommand.SetMargin _, VenueCommand.Transfer _ -> {}
    }
  }

  private Sent order(long id) {
    return Objects.requireNonNull(orders.get(id), "no such order");
  }

  /** The level of a stop goes with the position and never back. */
  private void checkStop(OrderIntent intent, OrderTerms terms) {
    OptionalLong level = level(terms);
    if (intent.purpose() != OrderPurpose.STOP || level.isEmpty()) {
      return;
    }
    int key = key(intent.book(), intent.instrument());
    int sign = -intent.side().sign();
    long before = stops.getOrDefault(key, sign > 0 ? 0 : Long.MAX_VALUE);
    assertThat(sign * level.getAsLong())
        .as("stop of %s from %s to %s, seed %s", intent, before, terms, world.seed)
        .isGreaterThanOrEqualTo(sign * before);
    if (stops.containsKey(key) && level.getAsLong() != before) {
      happened.add("stop tightened");
    }
    stops.put(key, level.getAsLong());
  }

  private static OptionalLong level(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Stop stop -> OptionalLong.of(stop.triggerScaled());
      case OrderTerms.TrailingStop stop -> stop.stopScaled();
      default -> OptionalLong.empty();
    };
  }

  /** With all that is held and on its way an entry is within every limit when it is sent. */
  private void checkEntry(OrderIntent intent) {
    Signal.Enter signal =
        Objects.requireNonNull(entries.get(intent.orderId()), "no entry").signal();
    assertThat(stance.bars(intent.instrument(), signal.direction(), sentNs.getLast()))
        .as("bars %s, seed %s row %s", intent, world.seed, world.row())
        .isEmpty();
    double equity = money(world.engine.equityScaled());
    check(
        "symbol",
        limits.symbolExposure() * equity,
        exposure(intent, i -> i == intent.instrument()));
    check(
        "sector",
        limits.sectorExposure() * equity,
        exposure(intent, i -> sectors.isShared(i, intent.instrument())));
    check("all", limits.leverage() * equity, exposure(intent, _ -> true));
    if (limits.openPositions() <= positions(intent)) {
      happened.add("last position");
    }
    assertThat(positions(intent)).as("positions").isLessThanOrEqualTo(limits.openPositions());
    check("heat", limits.heat() * equity, heat(intent));
    double risk = order(intent.orderId()).risk * order(intent.orderId()).left();
    check("trade risk", limits.tradeRisk() * equity, risk);
    checkMarket(intent, signal.direction().sign(), equity);
    checkRate();
    happened.add(intent.purpose() + " of " + intent.size().getClass().getSimpleName());
  }

  /**
   * What hangs on how markets move, whether entries under way are filled or not; what of a worked
   * one is still to be placed is not seen here.
   */
  private void checkMarket(OrderIntent intent, int sign, double equity) {
    checkMoves(intent, sign, equity, false);
    if (!works()) {
      checkMoves(intent, sign, equity, true);
    }
    String known = market.isKnown(world.row()) ? " of what is known" : "";
    if (limits.correlation() < 1) {
      check("correlated" + known, limits.symbolExposure() * equity, correlated(intent, sign));
    }
  }

  private boolean works() {
    return world.spec.risk().slippage().isPresent()
        || world.spec.books().stream().anyMatch(book -> book.execution().isPresent());
  }

  /** What only lessens it may go whatever it is. */
  private void checkMoves(OrderIntent intent, int sign, double equity, boolean withEntries) {
    int rows = world.row();
    double[] before = new double[world.feeds.size()];
    for (int i = 0; i < before.length; i++) {
      for (int book = 0; book < world.spec.books().size(); book++) {
        before[i] += signed(intent, book, i, withEntries) / equity;
      }
    }
    double own = sign * order(intent.orderId()).left() / equity;
    double[] after = before.clone();
    after[intent.instrument()] += withEntries ? 0 : own;
    before[intent.instrument()] -= withEntries ? own : 0;
    String known = market.isKnown(rows) ? " of what is known" : "";
    double deviation = market.deviation(after, rows);
    if (deviation > market.deviation(before, rows)) {
      check("volatility" + known, limits.yearlyVolatility(), deviation * Math.sqrt(365));
    }
    double loss = market.valueAtRisk(after, rows);
    if (loss > market.valueAtRisk(before, rows)) {
      check("value at risk" + known, limits.valueAtRisk(), loss);
    }
  }

  /** Notional of all that moves as the entry does, which is one of it. */
  private double correlated(OrderIntent intent, int sign) {
    double sum = 0;
    for (int i = 0; i < world.feeds.size(); i++) {
      double alike = sign * market.correlation(i, intent.instrument(), world.row());
      for (int book = 0; book < world.spec.books().size(); book++) {
        if (alike * Long.signum(held(book, i)) > limits.correlation()) {
          sum += position(intent, book, i);
        }
        for (Sent sent : entries(book, i)) {
          sum += alike * sent.intent.side().sign() > limits.correlation() ? sent.left() : 0;
        }
      }
    }
    return sum;
  }

  private double signed(OrderIntent intent, int book, int instrument, boolean withEntries) {
    double sum = Long.signum(held(book, instrument)) * position(intent, book, instrument);
    for (Sent sent : withEntries ? entries(book, instrument) : List.<Sent>of()) {
      sum += sent.intent.side().sign() * sent.left();
    }
    return sum;
  }

  /** The one that was just sent is the last. */
  private void checkRate() {
    long nowNs = sentNs.getLast();
    long before =
        sentNs.stream().filter(atNs -> nowNs - atNs < limits.orders().windowNs()).count() - 1;
    assertThat(before)
        .as("orders, seed %s row %s", world.seed, world.row())
        .isLessThan(limits.orders().count());
    if (before == limits.orders().count() - 1) {
      happened.add("last order");
    }
  }

  private void check(String what, double limit, double value) {
    assertThat(value)
        .as("%s, seed %s row %s", what, world.seed, world.row())
        .isLessThanOrEqualTo(limit * (1 + HAIR) + HAIR);
    if (value > limit * 0.999) {
      happened.add(what + " at its limit");
    }
  }

  private double exposure(OrderIntent intent, IntPredicate which) {
    double sum = 0;
    for (int book = 0; book < world.spec.books().size(); book++) {
      for (int i = 0; i < world.feeds.size(); i++) {
        if (which.test(i)) {
          sum += position(intent, book, i) + pending(book, i);
        }
      }
    }
    return sum;
  }

  /** At the last close; nothing of what the entry replaces, which is being closed. */
  private double position(OrderIntent intent, int book, int instrument) {
    boolean own = book == intent.book() && instrument == intent.instrument();
    if ((own && isClosing(book, instrument)) || isDust(book, instrument)) {
      return 0;
    }
    return Math.abs(held(book, instrument)) / 1e8 * mark(instrument);
  }

  private boolean isDust(int book, int instrument) {
    return dust.contains(key(book, instrument));
  }

  private double mark(int instrument) {
    CandleColumns rows = world.feeds.get(instrument);
    return rows.close(world.row() - 1) / 1e4;
  }

  private boolean isClosing(int book, int instrument) {
    return orders.values().stream()
        .filter(sent -> sent.intent.book() == book && sent.intent.instrument() == instrument)
        .filter(sent -> !sent.cancelled)
        .anyMatch(sent ->
            sent.intent.reduceOnly()
                && sent.intent.size() instanceof OrderSize.Position
                && sent.terms instanceof OrderTerms.Market);
  }

  private double pending(int book, int instrument) {
    return entries(book, instrument).stream().mapToDouble(Sent::left).sum();
  }

  private List<Sent> entries(int book, int instrument) {
    return orders.values().stream()
        .filter(sent -> sent.intent.book() == book && sent.intent.instrument() == instrument)
        .filter(sent -> !sent.intent.reduceOnly() && !sent.cancelled)
        .toList();
  }

  private int positions(OrderIntent intent) {
    int count = 0;
    for (int book = 0; book < world.spec.books().size(); book++) {
      for (int i = 0; i < world.feeds.size(); i++) {
        count += position(intent, book, i) + pending(book, i) > 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** Of an entry: how far the nearest stop that it asks for is; all where it asks for none. */
  private double risk(int book, int instrument, Signal.Enter signal) {
    ExitRules exits = signal.exits().orElse(world.spec.books().get(book).exits());
    double price = signal.entry().orElse(mark(instrument));
    double risk = 1;
    if (signal.stop().isPresent()) {
      risk = Math.abs(price - signal.stop().getAsDouble()) / price;
    }
    risk = Math.min(risk, exits.stopLoss().orElse(1));
    if (exits.trailing().isPresent() && exits.trailingOffset().isEmpty()) {
      risk = Math.min(risk, exits.trailing().getAsDouble());
    }
    return exits.needsAtr() ? 0 : risk;
  }

  /** What the stops that stand would lose, and those of entries; without a stop all is lost. */
  private double heat(OrderIntent intent) {
    double sum =
        orders.values().stream()
            .filter(sent -> !sent.intent.reduceOnly() && !sent.cancelled)
            .mapToDouble(sent -> sent.risk * sent.left())
            .sum();
    for (int book = 0; book < world.spec.books().size(); book++) {
      for (int i = 0; i < world.feeds.size(); i++) {
        double notional = position(intent, book, i);
        if (notional > 0) {
          sum += notional * lossAtStop(book, i);
        }
      }
    }
    return sum;
  }

  private double lossAtStop(int book, int instrument) {
    for (Sent sent : orders.values()) {
      if (sent.intent.book() == book
          && sent.intent.instrument() == instrument
          && sent.intent.purpose() == OrderPurpose.STOP
          && level(sent.terms).isPresent()) {
        double away = 1 - level(sent.terms).getAsLong() / 1e4 / mark(instrument);
        return Math.max(0, held(book, instrument) > 0 ? away : -away);
      }
    }
    return 1;
  }

  private void follow(AuditRecord.OrderMoved moved) {
    Sent sent = order(moved.intent().orderId());
    switch (moved.event()) {
      case OrderEvent.Filled fill -> fill(sent, fill, moved.state());
      case OrderEvent.Amended amended -> sent.terms = amended.terms();
      default -> {}
    }
    if (moved.state().isFinal()) {
      orders.remove(sent.intent.orderId());
    }
  }

  private void fill(Sent sent, OrderEvent.Filled fill, OrderState state) {
    OrderIntent intent = sent.intent;
    int key = key(intent.book(), intent.instrument());
    long before = held(intent.book(), intent.instrument());
    long after = before + intent.side().sign() * fill.qtyScaled();
    if (intent.reduceOnly()) {
      assertThat(Long.signum(before)).as("opened: %s", intent).isEqualTo(-intent.side().sign());
      assertThat(Math.abs(after)).as("opened: %s", intent).isLessThan(Math.abs(before));
    } else {
      dust.remove(key);
    }
    held.put(key, after - (fill.feeInBase() ? fill.feeScaled() : 0));
    sent.filled += fill.qtyScaled();
    sent.spent += fill.quoteScaled();
    boolean ends = state == OrderState.FILLED;
    assertThat(ends).as("filled: %s, seed %s", intent, world.seed).isEqualTo(fill.isLast());
    happened.add((ends ? "filled " : "partly filled ") + intent.purpose());
    switch (intent.size()) {
      case OrderSize.Base base -> {
        assertThat(sent.filled).as("of %s", intent).isLessThanOrEqualTo(base.qtyScaled());
        if (ends && !(intent.reduceOnly() && isAllButDust(intent.instrument(), after))) {
          assertThat(sent.filled)
              .as("sum of %s, seed %s", intent, world.seed)
              .isEqualTo(base.qtyScaled());
        }
      }
      case OrderSize.Budget all ->
          assertThat(sent.spent).as("of %s", intent).isLessThanOrEqualTo(all.quoteScaled());
      case OrderSize.Position _ -> {
        if (ends) {
          assertThat(isAllButDust(intent.instrument(), after))
              .as("%s left by %s, seed %s", after, intent, world.seed)
              .isTrue();
        }
      }
    }
  }

  private boolean isAllButDust(int instrument, long qty) {
    Instrument i = world.spec.instruments().get(instrument);
    boolean spot = i.id().market() == Market.SPOT;
    return qty == 0 || (spot && qty < i.rules().getFirst().lotScaled());
  }

  private static double money(long scaled) {
    return Crossing.toDouble(scaled, 8);
  }
}
