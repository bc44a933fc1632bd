package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
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
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** What is held and on its way by the audit and the orders alone, and what of it must hold. */
final class WitnessBooks {
  private final RiskWorld world;
  private final Set<String> happened;
  private final TreeMap<Long, Sent> orders = new TreeMap<>();
  private final TreeMap<Integer, Long> held = new TreeMap<>();
  private final TreeMap<Integer, Long> stops = new TreeMap<>();
  private final TreeSet<Integer> dust = new TreeSet<>();

  /** An order that has been sent. */
  static final class Sent {
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

  WitnessBooks(RiskWorld world, Set<String> happened) {
    this.world = world;
    this.happened = happened;
  }

  static int key(int book, int instrument) {
    return book * 100 + instrument;
  }

  long held(int book, int instrument) {
    return held.getOrDefault(key(book, instrument), 0L);
  }

  void add(Sent sent) {
    orders.put(sent.intent.orderId(), sent);
  }

  Sent order(long id) {
    return Objects.requireNonNull(orders.get(id), "no such order");
  }

  /** The venue has closed so much. */
  void liquidate(MarginEvent.Liquidated liquidated) {
    long before = held(liquidated.book(), liquidated.instrument());
    held.put(
        key(liquidated.book(), liquidated.instrument()),
        before - Long.signum(before) * liquidated.qtyScaled());
  }

  /** A trade has ended; dust under a lot is no position. */
  void close(int book, int instrument) {
    stops.remove(key(book, instrument));
    if (world.spec.instruments().get(instrument).id().market() == Market.SPOT) {
      dust.add(key(book, instrument));
    }
  }

  /** The level of a stop goes with the position and never back. */
  void checkStop(OrderIntent intent, OrderTerms terms) {
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

  double signed(OrderIntent intent, int book, int instrument, boolean withEntries) {
    double sum = Long.signum(held(book, instrument)) * position(intent, book, instrument);
    for (Sent sent : withEntries ? entries(book, instrument) : List.<Sent>of()) {
      sum += sent.intent.side().sign() * sent.left();
    }
    return sum;
  }

  double exposure(OrderIntent intent, IntPredicate which) {
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
  double position(OrderIntent intent, int book, int instrument) {
    boolean own = book == intent.book() && instrument == intent.instrument();
    if ((own && isClosing(book, instrument)) || isDust(book, instrument)) {
      return 0;
    }
    return Math.abs(held(book, instrument)) / 1e8 * mark(instrument);
  }

  private boolean isDust(int book, int instrument) {
    return dust.contains(key(book, instrument));
  }

  double mark(int instrument) {
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

  List<Sent> entries(int book, int instrument) {
    return orders.values().stream()
        .filter(sent -> sent.intent.book() == book && sent.intent.instrument() == instrument)
        .filter(sent -> !sent.intent.reduceOnly() && !sent.cancelled)
        .toList();
  }

  int positions(OrderIntent intent) {
    int count = 0;
    for (int book = 0; book < world.spec.books().size(); book++) {
      for (int i = 0; i < world.feeds.size(); i++) {
        count += position(intent, book, i) + pending(book, i) > 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** What the stops that stand would lose, and those of entries; without a stop all is lost. */
  double heat(OrderIntent intent) {
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

  void follow(AuditRecord.OrderMoved moved) {
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

  static double money(long scaled) {
    return Crossing.toDouble(scaled, 8);
  }
}
