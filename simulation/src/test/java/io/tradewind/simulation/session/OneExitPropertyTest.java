package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.strategy.TradeContext;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On a venue where an exit that rests holds its coins, behind a line that loses things: one exit is
 * open at a time, whatever is held has a stop or something under way that closes it or asks again,
 * the account's own coins are never sold, and an emergency stop ends flat.
 */
class OneExitPropertyTest {
  private static final int SEEDS = 200;
  private static final long MS = 1_000_000;
  private static final long SECOND_NS = 1_000 * MS;
  private static final Interval MINUTE = Interval.parse("1m");
  private static final int STORM_STEPS = 3_000;
  private static final int CALM_STEPS = 900;
  private static final int END_STEPS = 900;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsHeldIsAlwaysOnItsWayOut(long seed) {
    Play play = new Play(seed);
    play.run(STORM_STEPS, true);
    play.venue.isCalm = true;
    play.run(CALM_STEPS, false);
    play.checkStopped();
    play.venue.isCalm = seed % 2 == 0;
    play.venue.isLost = seed % 4 == 3;
    play.run(seed % 3 == 0 ? 40 : 0, true);
    play.engine.onControl(new ControlEvent.EmergencyStop(play.timeNs, "me"));
    play.run(END_STEPS / 2, false);
    play.venue.isCalm = true;
    play.venue.isLost = false;
    play.run(END_STEPS, false);
    play.checkFlat();
  }

  /** The plays are only worth something if everything happens in them. */
  @Test
  void everythingHappens() {
    EnumSet<OrderPurpose> filled = EnumSet.noneOf(OrderPurpose.class);
    for (long seed = 0; seed < 60; seed++) {
      Play play = new Play(seed);
      play.run(STORM_STEPS, true);
      filled.addAll(play.filled);
    }
    assertThat(filled)
        .contains(
            OrderPurpose.ENTRY,
            OrderPurpose.ADD,
            OrderPurpose.STOP,
            OrderPurpose.TARGET,
            OrderPurpose.ROI,
            OrderPurpose.REDUCE,
            OrderPurpose.SIGNAL_EXIT,
            OrderPurpose.TIME_EXIT);
  }

  private static final class Play {
    private final long seed;
    private final SplittableRandom random;
    private final Instrument instrument =
        TestInstruments.of("T0/USDT", Market.SPOT, new TradingRules(0, 1, 1_000_000, 0, 0, 0, 0));
    private final EngineSpec spec;
    private final LockingVenue venue;
    private final EnumSet<OrderPurpose> filled = EnumSet.noneOf(OrderPurpose.class);
    private Engine engine;
    private long timeNs = CandleTable.START_NS;
    private long price = 1_000_000;
    private long[] candle = {price, price, price, price};
    private boolean speaks = true;

    Play(long seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
      this.spec =
          new EngineSpec(
              List.of(instrument),
              MINUTE,
              "restless",
              ParameterValues.of(List.of(), Map.of()),
              RiskSettings.RESEARCH,
              new ExitRules(
                  OptionalDouble.of(0.01),
                  random.nextInt(3) == 0 ? OptionalDouble.of(0.004) : OptionalDouble.empty(),
                  OptionalDouble.empty(),
                  random.nextInt(3) == 0 ? List.of(new ExitRules.RoiStep(0, 0.006)) : List.of(),
                  random.nextInt(3) == 0 ? OptionalLong.of(20 * SECOND_NS) : OptionalLong.empty()),
              10_000_00000000L,
              CandleTable.START_NS,
              Long.MAX_VALUE / 2);
      this.venue = new LockingVenue(instrument, random.split(), this::heldScaled);
      this.engine = newEngine();
    }

    private Engine newEngine() {
      return new Engine(
          spec,
          new Restless(this, seed),
          venue,
          entry -> {
            if (entry instanceof AuditRecord.OrderMoved moved
                && moved.event() instanceof OrderEvent.Filled) {
              filled.add(moved.intent().purpose());
            }
          });
    }

    private long heldScaled() {
      return engine.portfolio().position(0).qtyScaled();
    }

    void run(int steps, boolean speaking) {
      speaks = speaking;
      for (int i = 0; i < steps; i++) {
        step();
      }
    }

    private void step() {
      timeNs += 100 * MS;
      price = Math.max(100_000, price + random.nextLong(-900, 901));
      candle[1] = Math.max(candle[1], price);
      candle[2] = Math.min(candle[2], price);
      candle[3] = price;
      venue.step(timeNs, price);
      check();
      for (OrderEvent event : venue.told(timeNs)) {
        engine.onOrder(event);
        check();
      }
      while (engine.nextTimerNs() <= timeNs) {
        engine.onTimer(timeNs);
        check();
      }
      if (random.nextInt(3) == 0) {
        trade();
        check();
      }
      if (timeNs % MINUTE.durationNs() == CandleTable.START_NS % MINUTE.durationNs()) {
        closeCandle();
        check();
      }
      if (random.nextInt(300) == 0) {
        cut();
      }
    }

    private void trade() {
      engine.onTrade(
          0,
          new TradeColumns(
              TestInstruments.PRICE_SCALE,
              TestInstruments.QTY_SCALE,
              new long[] {timeNs},
              new long[] {price},
              new long[] {1},
              new boolean[] {true}),
          0);
    }

    private void closeCandle() {
      String row =
          "%s %s %s %s"
              .formatted(candle[0] / 1e4, candle[1] / 1e4, candle[2] / 1e4, candle[3] / 1e4);
      long minutes = (timeNs - CandleTable.START_NS) / MINUTE.durationNs();
      String rows = (row + ", ").repeat((int) minutes - 1) + row;
      CandleColumns columns = CandleTable.parse(rows, MINUTE);
      engine.onCandle(0, columns, (int) minutes - 1);
      engine.onSliceEnd(timeNs);
      candle = new long[] {price, price, price, price};
    }

    private void cut() {
      StateWriter out = new StateWriter();
      engine.save(out);
      engine = newEngine();
      StateReader in = new StateReader(out.toByteArray());
      engine.load(in);
      assertThat(in.isAtEnd()).isTrue();
      assertThat(engine.stateHash()).isEqualTo(out.sha256());
    }

    private void check() {
      engine.checkInvariants();
      assertThat(venue.exits()).as("exits open, seed %s", seed).hasSizeLessThanOrEqualTo(1);
      assertThat(venue.locked).as("refused for another's coins, seed %s", seed).isZero();
      assertThat(venue.coinsScaled)
          .as("own coins, seed %s", seed)
          .isGreaterThanOrEqualTo(LockingVenue.OWN_SCALED);
      boolean closes =
          engine.standing().stream().anyMatch(order -> order.intent().reduceOnly())
              || engine.nextTimerNs() < Long.MAX_VALUE;
      assertThat(heldScaled() == 0 || closes).as("held and left alone, seed %s", seed).isTrue();
    }

    /** After a calm minute a stop of all of it stands, or it is gone. */
    void checkStopped() {
      long covered =
          venue.exits().stream()
              .filter(row -> row.terms instanceof OrderTerms.Stop)
              .mapToLong(row -> row.leftScaled)
              .sum();
      if (venue.isIdle()) {
        assertThat(covered).as("stopped, seed %s", seed).isEqualTo(heldScaled());
      }
    }

    void checkFlat() {
      assertThat(heldScaled()).as("flat, seed %s", seed).isZero();
      assertThat(engine.standing()).as("orders, seed %s", seed).isEmpty();
      assertThat(venue.exits()).as("exits, seed %s", seed).isEmpty();
      assertThat(venue.coinsScaled)
          .as("own coins, seed %s", seed)
          .isEqualTo(LockingVenue.OWN_SCALED);
    }
  }

  /** Says anything at all, at trades; in silence nothing. */
  private static final class Restless implements Strategy {
    private final Play play;
    private final long seed;
    private long seen;

    Restless(Play play, long seed) {
      this.play = play;
      this.seed = seed;
    }

    @Override
    public void prepare(Preparation preparation) {
      preparation.trades();
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {}

    @Override
    public void onTrade(TradeContext trade, Signals signals) {
      SplittableRandom dice = new SplittableRandom(seed * 31 + trade.timeNs() + seen++);
      if (!play.speaks || dice.nextInt(12) > 0) {
        return;
      }
      double now = trade.price();
      switch (dice.nextInt(8)) {
        case 0 -> signals.exit("enough");
        case 1 -> signals.reduce(dice.nextDouble(0.1, 1), "less");
        case 2 ->
            signals.reduce(dice.nextDouble(0.1, 1), now * dice.nextDouble(0.999, 1.01), "less");
        case 3 -> detail(signals.enterLong("more").adds(), now, dice);
        default -> detail(signals.enterLong("up"), now, dice);
      }
    }

    private static void detail(EntrySignal entry, double now, SplittableRandom dice) {
      double at = now;
      if (dice.nextInt(3) == 0) {
        at = now * (1 - dice.nextDouble(-0.001, 0.002));
        entry.limit(at);
      }
      entry.stop(at * (1 - dice.nextDouble(0.002, 0.01)));
      for (int i = dice.nextInt(4); i > 0; i--) {
        entry.target(at * (1 + dice.nextDouble(0.001, 0.01)));
      }
      entry.size(new SignalSize.Notional(dice.nextDouble(100, 1_500)));
    }

    @Override
    public void onFill(FillContext fill) {
      seen++;
    }

    @Override
    public void save(StateWriter out) {
      out.writeLong(seen);
    }

    @Override
    public void load(StateReader in) {
      seen = in.readLong();
    }
  }
}
