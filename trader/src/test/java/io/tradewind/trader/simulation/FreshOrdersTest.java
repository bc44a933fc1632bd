package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.session.GivenSlices;
import io.tradewind.simulation.session.VenueSession;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.trader.run.SessionPlan;
import io.tradewind.trader.run.Tally;
import io.tradewind.trader.session.SessionPlayer;
import io.tradewind.trader.session.SessionRecorder;
import io.tradewind.trader.session.SessionStart;
import io.tradewind.trader.session.WireVenue;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the engine says as the next process begins, because it was due by then: it was never sent,
 * and what opens by what was heard before the death is too old.
 */
class FreshOrdersTest {
  private static final int HELD = 0;
  private static final int OTHER = 1;
  private static final int SEGMENT = 1 << 18;
  private static final long ROOM = 1L << 30;
  private static final long READY_NS = 100 * Utc.SECOND_NS;

  /** An exit that was refused is asked for again a second later. */
  private static final long DEAD_NS = 15 * Utc.SECOND_NS;

  /** What may have been sent before is waited for longer. */
  private static final long AT_ONCE_NS = 8 * Utc.SECOND_NS;

  private final World world = new World(World.Terms.usual(3, Weather.CLEAR).keeping(40));
  private final VolatileDisk disk = new VolatileDisk(1, ROOM);
  private final List<AuditRecord> decided = new ArrayList<>();
  private Voyage voyage = Voyage.steady(Market.PERP, false);

  @Test
  void nothingOpensByACandleOfBeforeTheDeath() {
    voyage = Voyage.byBars(Market.PERP);
    Life first = new Life(world, voyage, disk, decided::add, 1);
    assertThat(world.run(4 * READY_NS, first, () -> first.isInStep() && isHoldingOne(first)))
        .isTrue();
    assertThat(world.run(2 * READY_NS, first, () -> first.isInStep() && isFlat(first))).isTrue();
    world.run(5 * Utc.SECOND_NS, first);
    first.die(false);
    dieWithASliceThatWaits(first);
    world.run(600 * Utc.SECOND_NS, () -> 0);
    Life second = new Life(world, voyage, disk, decided::add, 2);
    world.run(5 * Utc.SECOND_NS, second);
    assertThat(second.engine()).isPresent();
    assertThat(world.exchange().truth().positionsE8().getOrDefault("BTCUSDT", 0L)).isZero();
  }

  @Test
  void whatIsSaidAsItGoesOnGoesOutAtOnce() {
    Life first = new Life(world, voyage, disk, decided::add, 1);
    assertThat(world.run(READY_NS, first, () -> first.isInStep() && isHoldingOne(first))).isTrue();
    first.die(false);
    dieWithAnEntryThatIsNotWrittenDown(first);
    world.run(DEAD_NS, () -> 0);
    decided.clear();
    Life second = new Life(world, voyage, disk, decided::add, 2);
    assertThat(world.run(AT_ONCE_NS, second, () -> isClosed(second)))
        .as(() -> second.news + "\n" + decided)
        .isTrue();
  }

  private static boolean isFlat(Life life) {
    return life.engine()
        .filter(engine -> held(engine, HELD) == 0 && engine.standing().isEmpty())
        .isPresent();
  }

  /** One candle of a minute has come, and that of the other symbol has not. */
  private void dieWithASliceThatWaits(Life life) {
    SessionPlan plan = voyage.plan(life.listings());
    SessionRecorder<WireVenue> recorder = recorder(plan);
    assertThat(recorder.player().session().nextNs()).isEqualTo(Long.MAX_VALUE);
    Instrument of = plan.engine().instruments().get(HELD);
    long openNs = recorder.player().session().sliceNs();
    long closeNs = openNs + 60 * Utc.SECOND_NS;
    long price = recorder.player().session().engine().books().markScaled(HELD);
    long[][] columns = {{openNs}, {closeNs}, {price}, {price}, {price}, {price}, {1_000}};
    CandleColumns candle = CandleColumns.of(of.priceScale(), of.qtyScale(), columns);
    recorder.onCandle(closeNs + 1, HELD, candle, 0);
    recorder.journal().close();
  }

  private SessionRecorder<WireVenue> recorder(SessionPlan plan) {
    return new SessionStart(disk, plan.head(), new SnapshotFiles(disk, 2), SEGMENT)
        .begin(player(plan), List.of(new Tally()))
        .recorder();
  }

  private static boolean isHoldingOne(Life life) {
    return life.engine()
        .filter(engine -> held(engine, HELD) > 0 && held(engine, OTHER) == 0)
        .filter(engine -> engine.standing().stream().allMatch(FreshOrdersTest::isStop))
        .isPresent();
  }

  private static boolean isStop(StandingOrder order) {
    return order.intent().purpose() == OrderPurpose.STOP && order.intent().instrument() == HELD;
  }

  private static long held(Engine engine, int instrument) {
    return engine.books().of(0).position(instrument).qtyScaled();
  }

  private static boolean isClosed(Life life) {
    return life.engine().filter(engine -> held(engine, HELD) == 0).isPresent();
  }

  /** Its exit was refused, and the order that the last trade caused is in nobody's hands. */
  private void dieWithAnEntryThatIsNotWrittenDown(Life life) {
    SessionPlan plan = voyage.plan(life.listings());
    SessionRecorder<WireVenue> recorder = recorder(plan);
    Engine engine = recorder.player().session().engine();
    long nowNs = world.time().nowNs() + 3 * Utc.SECOND_NS;
    recorder.onControl(nowNs, new ControlEvent.CloseAll(nowNs));
    StandingOrder exit =
        engine.standing().stream().filter(order -> !isStop(order)).findFirst().orElseThrow();
    long exitId = exit.intent().orderId();
    recorder.onOrder(nowNs, new OrderEvent.Rejected(exitId, nowNs, RejectReason.NOT_SENT));
    TradeColumns trade = trade(plan, engine, nowNs + 1);
    recorder.journal().onTrade(OTHER, trade, 0);
    recorder.player().onTrade(OTHER, trade, 0);
    assertThat(engine.standing()).anyMatch(order -> order.intent().purpose().opens());
    recorder.journal().close();
  }

  private SessionPlayer<WireVenue> player(SessionPlan plan) {
    return SessionPlayer.of(
        said ->
            new VenueSession<>(
                plan.engine(),
                plan.strategies(),
                new GivenSlices(plan.engine().instruments(), 15 * Utc.SECOND_NS),
                listener -> new WireVenue(voyage.abilities()),
                said,
                entry -> {}),
        WireVenue::drop,
        plan.engine().instruments().size());
  }

  private static TradeColumns trade(SessionPlan plan, Engine engine, long timeNs) {
    Instrument instrument = plan.engine().instruments().get(OTHER);
    long[] times = {timeNs};
    long[] prices = {engine.books().markScaled(OTHER)};
    return new TradeColumns(
        instrument.priceScale(),
        instrument.qtyScale(),
        times,
        prices,
        new long[] {1_000},
        new boolean[] {true});
  }
}
