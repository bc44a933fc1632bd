package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.execution.slippage.SlippageVerdict;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.limit.BreakerEvent;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.ExitRules;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Follows a world by its audit and by what goes to its venue, with arithmetic of its own, and
 * checks at each of them what must hold.
 */
final class RiskWitness implements AuditSink {
  /** What happened, by name. */
  final TreeSet<String> happened = new TreeSet<>();

  private final RiskWorld world;
  private final NaiveStance stance;
  private final WitnessBooks books;
  private final WitnessLimits limits;

  private final Set<Long> submitted = new HashSet<>();
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
    this.stance = new NaiveStance(world.spec.risk(), world.feeds);
    this.books = new WitnessBooks(world, happened);
    this.limits = new WitnessLimits(world, books, stance, happened);
    world.beforeSlice(timeNs -> stance.onSlice(timeNs, (double) world.engine.equityScaled()));
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
              WitnessBooks.key(entered.book(), entered.instrument()),
              entry(entered.book(), entered.instrument()));
        }
        asked = false;
        happened.add("followed");
      }
      case AuditRecord.OrderSent sent -> {
        assertThat(announced).as("sent twice, seed %s", world.seed).isEmpty();
        announced = Optional.of(sent.intent());
        limits.onSent(sent.timeNs());
        send(sent.intent());
      }
      case AuditRecord.OrderMoved moved -> {
        assertThat(submitted)
            .as("submitted, seed %s", world.seed)
            .contains(moved.event().orderId());
        stance.onOrder(moved.event());
        books.follow(moved);
      }
      case AuditRecord.MarginMoved margin -> {
        if (margin.event() instanceof MarginEvent.Liquidated liquidated) {
          books.liquidate(liquidated);
          happened.add("liquidated");
        }
      }
      case AuditRecord.TradeClosed closed -> {
        int instrument = world.spec.instruments().indexOf(closed.trade().instrument());
        int book = closed.trade().strategy().endsWith("1") ? 1 : 0;
        books.close(book, instrument);
        happened.add("closed by " + closed.trade().reason());
        stance.onTrade(
            closed.timeNs(),
            instrument,
            closed.trade(),
            WitnessBooks.money(world.engine.equityScaled()));
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
      books.add(new WitnessBooks.Sent(intent, 0, 0));
      return;
    }
    int key = WitnessBooks.key(intent.book(), intent.instrument());
    Entry entry =
        asked
            ? entry(intent.book(), intent.instrument())
            : Objects.requireNonNull(worked.get(key), "what is not asked for is a part");
    entries.put(intent.orderId(), entry);
    if (asked && !isPart(intent)) {
      whole = true;
      checkWorth(intent, entry.signal());
      books.add(new WitnessBooks.Sent(intent, budget, entry.risk()));
    } else {
      long qty = ((OrderSize.Base) intent.size()).qtyScaled();
      long worth = (long) Math.ceil(qty * books.mark(intent.instrument()));
      books.add(new WitnessBooks.Sent(intent, worth, entry.risk()));
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
      double price = signal.entry().orElse(books.mark(intent.instrument()));
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
          books.checkStop(intent, intent.terms());
          assertThat(intent.purpose().opens()).isFalse();
        } else {
          limits.checkEntry(
              intent,
              Objects.requireNonNull(entries.get(intent.orderId()), "no entry")
                  .signal()
                  .direction());
        }
      }
      case VenueCommand.AmendOrder amend -> {
        WitnessBooks.Sent sent = books.order(amend.orderId());
        assertThat(sent.intent.reduceOnly()).as("amended, seed %s", world.seed).isTrue();
        books.checkStop(sent.intent, amend.terms());
      }
      case VenueCommand.CancelOrder cancel -> books.order(cancel.orderId()).cancelled = true;
      case VenueCommand.SetMargin _, VenueCommand.Transfer _ -> {}
    }
  }

  /** Of an entry: how far the nearest stop that it asks for is; all where it asks for none. */
  private double risk(int book, int instrument, Signal.Enter signal) {
    ExitRules exits = signal.exits().orElse(world.spec.books().get(book).exits());
    double price = signal.entry().orElse(books.mark(instrument));
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
}
