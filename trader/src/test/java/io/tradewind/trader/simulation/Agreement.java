package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.engine.Engine;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.store.audit.Reconciliation;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.journal.JournalReader;
import io.tradewind.trader.world.Truth;
import io.tradewind.venues.binance.order.ClientIds;
import io.tradewind.venues.binance.order.ClientIds.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether what a trader believes is what the exchange knows, one by one, when all is at rest. */
final class Agreement {
  private static final int SCALE = 8;

  private final Voyage voyage;
  private final Truth truth;
  private final Lookout lookout;
  private final Engine engine;
  private final List<Instrument> instruments;

  Agreement(Voyage voyage, Truth truth, Lookout lookout, Life life) {
    this.voyage = voyage;
    this.truth = truth;
    this.lookout = lookout;
    this.engine = life.engine().orElseThrow();
    this.instruments = life.listings().stream().map(each -> each.instrument()).toList();
  }

  /** Throws where it is not. */
  void check(Life life, Disk disk) {
    engine.checkInvariants();
    truth.checkInvariants();
    if (voyage.isPaper()) {
      assertThat(truth.orders(voyage.market())).as("paper sends nothing").isEmpty();
      return;
    }
    checkLooks(life);
    assertThat(truth.doubles(voyage.market())).as("names that went out twice").isEmpty();
    BookedFills booked = booked(disk);
    assertThat(booked.lines()).as("fills").isEqualTo(filled());
    assertThat(booked.fundings()).as("fundings").isEqualTo(funded());
    assertThat(standing()).as("orders").isEqualTo(open());
    checkHeld();
    checkCash();
  }

  /** What was on its way in the storm may be missing at one look; never at two, nor at the last. */
  private static void checkLooks(Life life) {
    List<Boolean> agree =
        life.reconciliations().stream()
            .map(note -> ((Reconciliation) note).differences().isEmpty())
            .toList();
    assertThat(agree).as("looks").isNotEmpty().last().isEqualTo(true);
    for (int i = 1; i < agree.size(); i++) {
      assertThat(agree.get(i - 1) || agree.get(i)).as("two looks that differ").isTrue();
    }
  }

  private BookedFills booked(Disk disk) {
    BookedFills booked = new BookedFills(instruments);
    new JournalReader(disk).replay(0, booked);
    return booked;
  }

  private List<String> funded() {
    return voyage.market() == Market.SPOT
        ? List.of()
        : truth.fundings().stream()
            .map(
                each -> BookedFills.funding(each.symbol(), each.transactionId(), each.receivedE8()))
            .sorted()
            .toList();
  }

  private List<String> filled() {
    return truth.fills(voyage.market()).stream()
        .map(each ->
            BookedFills.line(
                each.symbol(),
                each.tradeId(),
                each.side(),
                each.qtyE8(),
                each.priceE8(),
                each.feeE8()))
        .sorted()
        .toList();
  }

  /** Orders as the engine knows them: number, symbol, side, what of them is filled. */
  private List<String> standing() {
    List<String> all = new ArrayList<>();
    for (StandingOrder order : engine.standing()) {
      Instrument of = instruments.get(order.intent().instrument());
      all.add(
          "%s %s %s filled %s"
              .formatted(
                  order.intent().orderId(),
                  symbol(of),
                  order.intent().side(),
                  e8(order.filledQtyScaled(), of.qtyScale())));
    }
    return all.stream().sorted().toList();
  }

  /** The same as the exchange knows them, all of a number together. */
  private List<String> open() {
    ClientIds names = new ClientIds(Voyage.SESSION);
    SortedMap<Long, Truth.Order> open = new TreeMap<>();
    for (Truth.Order order : truth.open(voyage.market())) {
      Optional<Name> name = names.parse(order.name());
      assertThat(name).as("%s is ours", order).isPresent();
      open.put(name.get().orderId(), order);
    }
    SortedMap<Long, Long> executed = new TreeMap<>();
    for (Truth.Order order : truth.orders(voyage.market())) {
      names
          .parse(order.name())
          .ifPresent(name -> executed.merge(name.orderId(), order.executedE8(), Long::sum));
    }
    List<String> all = new ArrayList<>();
    open.forEach((id, order) ->
        all.add(
            "%s %s %s filled %s".formatted(id, order.symbol(), order.side(), executed.get(id))));
    return all.stream().sorted().toList();
  }

  /** To the last piece; and where something is held, a stop of all of it stands. */
  private void checkHeld() {
    SortedMap<String, Long> theirs = lookout.heldE8();
    SortedMap<String, Long> ours = new TreeMap<>();
    for (int i = 0; i < instruments.size(); i++) {
      Instrument of = instruments.get(i);
      Position position = engine.portfolio().position(i);
      long held = e8(position.qtyScaled() + position.dustQtyScaled(), of.qtyScale());
      if (held != 0) {
        ours.put(symbol(of), held);
      }
      long lotE8 = e8(of.rules().getLast().lotScaled(), of.qtyScale());
      if (!position.isFlat()) {
        assertThat(lookout.stopsE8(symbol(of)))
            .as("stops of %s, which has %s", symbol(of), position.qtyScaled())
            .isGreaterThan(e8(position.qtyScaled(), of.qtyScale()) - lotE8);
      } else {
        assertThat(lookout.stopsE8(symbol(of))).as("stops of %s", symbol(of)).isZero();
      }
    }
    assertThat(ours).as("held").isEqualTo(theirs);
  }

  private void checkCash() {
    int scale = instruments.getFirst().cashScale();
    long ours = e8(engine.portfolio().cashScaled() - Voyage.CAPITAL, scale);
    // Each fill is rounded to a piece of cash.
    assertThat(Math.abs(ours - lookout.gainedE8()))
        .as("cash: %s, the venue's %s", ours, lookout.gainedE8())
        .isLessThanOrEqualTo(2L * truth.fills(voyage.market()).size() + 2);
  }

  private static String symbol(Instrument of) {
    return of.id().base() + of.id().quote();
  }

  private static long e8(long scaled, int scale) {
    return scaled * FixedPoint.pow10(SCALE - scale);
  }
}
