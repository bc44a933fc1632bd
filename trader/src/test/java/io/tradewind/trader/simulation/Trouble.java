package io.tradewind.trader.simulation;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.admin.Operator.SocketAction;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.simulation.fault.SymbolFault;
import io.tradewind.trader.world.NetPlan;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong, and what is to be seen of it.
 *
 * @param lasts seconds from its beginning to its end
 * @param noticed seconds after its beginning by which it is noticed; 0 where there is nothing to
 *     see
 * @param words a pattern of what people are told
 * @param weather that it comes with, from {@link #AT_NS} on
 */
record Trouble(
    String name,
    int lasts,
    int noticed,
    String words,
    Bar bar,
    Weather weather,
    Act begin,
    Act end) {
  /** When all begin. */
  static final long AT_NS = World.START_NS + 100 * Utc.SECOND_NS;

  private static final String KILLED_WITHOUT_STOP = "process killed, its stop taken back";
  private static final String UNHEARD = "stop taken back, unheard";
  private static final Act NOTHING = (world, life) -> {};

  /** What is to be kept up meanwhile. */
  enum Bar {
    /** Nothing opens, and no order comes through. */
    UNREACHABLE,
    /** Nothing opens, and exits come through. */
    EXITS_ONLY,
    /** All goes on. */
    NONE
  }

  /** Does it. */
  interface Act {
    void on(World world, Life life);
  }

  @Override
  public String toString() {
    return name;
  }

  private Trouble(String name, int lasts, int noticed, String words, Bar bar) {
    this(name, lasts, noticed, words, bar, clear(), NOTHING, NOTHING);
  }

  private static Weather clear() {
    return Weather.CLEAR.with(FaultPlan.NONE.with(FaultSetting.LATENCY_MS, 20));
  }

  private Trouble doing(Act first, Act last) {
    return new Trouble(name, lasts, noticed, words, bar, weather, first, last);
  }

  /** A setting of the fault plan has another value. */
  private Trouble with(FaultSetting setting, double value) {
    return plan(
        plan -> plan.with(setting, value),
        plan -> plan.with(setting, clear().faults().number(setting)));
  }

  private Trouble plan(UnaryOperator<FaultPlan> first, UnaryOperator<FaultPlan> last) {
    return doing((world, life) -> change(world, first), (world, life) -> change(world, last));
  }

  private static void change(World world, UnaryOperator<FaultPlan> change) {
    world.exchange().front().change(change.apply(world.exchange().desk().plan()));
  }

  private Trouble sockets(SocketAction action) {
    return doing((world, life) -> world.exchange().front().sockets(action), NOTHING);
  }

  private Trouble symbol(SymbolFault fault) {
    return plan(
        plan -> plan.with(fault, new TreeSet<>(List.of("BTCUSDT"))),
        plan -> plan.with(fault, new TreeSet<>()));
  }

  /** Whether stops of what is held go by it, and come back only with its end. */
  boolean takesStops() {
    return name.equals(KILLED_WITHOUT_STOP) || name.equals(UNHEARD);
  }

  /** What goes out now is filled, and nobody hears of it. */
  private static void dieWithAnOrderOut(World world, Life life) {
    int orders = world.exchange().truth().orders(life.market()).size();
    boolean isOut =
        world.run(
            10 * Utc.SECOND_NS,
            life,
            () -> world.exchange().truth().orders(life.market()).size() > orders);
    Check.invariant(isOut, "an order must go out every other second");
    life.die(false);
  }

  /** The account's owner takes back all that stands, while nobody is there to see it. */
  private static void dieAndLoseStops(World world, Life life) {
    life.die(false);
    takeBack(world, life);
  }

  /** The same while it lives, where all that the exchange tells in that second is lost. */
  private static void loseStopsUnheard(World world, Life life) {
    change(world, plan -> plan.with(FaultSetting.MESSAGE_LOSS_RATE, 1));
    takeBack(world, life);
    world
        .time()
        .after(
            Utc.SECOND_NS,
            () -> change(world, plan -> plan.with(FaultSetting.MESSAGE_LOSS_RATE, 0)));
  }

  private static void takeBack(World world, Life life) {
    long nowNs = world.time().nowNs();
    for (String symbol : List.of("BTCUSDT", "ETHUSDT")) {
      world
          .exchange()
          .operate(() -> {
            if (life.market() == Market.SPOT) {
              var _ = world.exchange().spot().cancelAll(ExchangeSetup.CUSTOMER, symbol, "", nowNs);
            } else {
              var _ =
                  world.exchange().futures().cancelAllAlgos(ExchangeSetup.CUSTOMER, symbol, nowNs);
              var _ = world.exchange().futures().cancelAll(ExchangeSetup.CUSTOMER, symbol, nowNs);
            }
          });
    }
  }

  private Trouble outage(NetPlan.Kind kind) {
    NetPlan.Outage outage = new NetPlan.Outage(kind, AT_NS, AT_NS + lasts * Utc.SECOND_NS);
    return new Trouble(
        name,
        lasts,
        noticed,
        words,
        bar,
        weather.with(NetPlan.CALM.with(List.of(outage))),
        begin,
        end);
  }

  /** All of docs/exchange.md, and what lies between the exchange and us. */
  static List<Trouble> all() {
    String line = "orders.*(closed by the venue|line broke|does not answer|silent|no connection)";
    String silence = "market data.*(nothing heard|missing|catching up)";
    return List.of(
        new Trouble("maintenance", 60, 10, line, Bar.UNREACHABLE)
            .plan(plan -> plan.withMaintenance(true), plan -> plan.withMaintenance(false)),
        new Trouble("sockets closed", 1, 3, line, Bar.NONE).sockets(SocketAction.CLOSE),
        new Trouble("sockets cut", 1, 3, line, Bar.NONE).sockets(SocketAction.CUT),
        new Trouble("sockets half open", 40, 35, "orders|market data", Bar.NONE)
            .sockets(SocketAction.HALF_OPEN),
        new Trouble("requests fail", 60, 30, "OVERLOADED|does not answer", Bar.UNREACHABLE)
            .with(FaultSetting.FAILURE_RATE, 1),
        new Trouble("answers are lost", 60, 30, "does not answer|Unknown", Bar.NONE)
            .with(FaultSetting.LOST_ANSWER_RATE, 1),
        new Trouble("requests time out", 60, 40, "does not answer|Unknown", Bar.NONE)
            .with(FaultSetting.TIMEOUT_RATE, 1),
        new Trouble("connections drop", 60, 30, "does not answer|Unknown", Bar.NONE)
            .with(FaultSetting.DROP_RATE, 1),
        new Trouble("429", 45, 15, "wants no requests|RATE_LIMIT", Bar.UNREACHABLE)
            .with(FaultSetting.THROTTLE_RATE, 1),
        new Trouble("418", 60, 15, "wants no requests|RATE_LIMIT", Bar.UNREACHABLE)
            .doing(
                (world, life) -> world.exchange().front().ban(60),
                (world, life) -> world.exchange().front().ban(0)),
        new Trouble("silence", 60, 40, silence, Bar.EXITS_ONLY)
            .with(FaultSetting.MESSAGE_LOSS_RATE, 1),
        new Trouble("messages twice", 20, 0, "", Bar.NONE)
            .with(FaultSetting.MESSAGE_DUPLICATE_RATE, 1),
        new Trouble("messages out of order", 20, 0, "", Bar.NONE)
            .with(FaultSetting.MESSAGE_REORDER_RATE, 1),
        new Trouble("slow", 30, 0, "", Bar.NONE).with(FaultSetting.LATENCY_MS, 2_000),
        // A question may be refused first, and is asked again by the right clock: nothing to see.
        new Trouble("clock ahead", 40, 30, "CLOCK|heard|missing|closed|broke|Funding", Bar.NONE)
            .with(FaultSetting.CLOCK_SKEW_MS, 20_000),
        new Trouble("thin book", 20, 0, "", Bar.NONE).with(FaultSetting.LIQUIDITY_SHARE, 0.01),
        new Trouble("stale book", 20, 0, "", Bar.NONE).symbol(SymbolFault.STALE),
        new Trouble("halted", 30, 0, "", Bar.NONE).symbol(SymbolFault.HALTED),
        new Trouble("disk nearly full", 60, 10, "MB of the disk are free", Bar.EXITS_ONLY)
            .doing((world, life) -> life.leave(255L << 20), (world, life) -> life.leave(1L << 30)),
        new Trouble("way out gone", 40, 40, "orders|market data", Bar.UNREACHABLE)
            .outage(NetPlan.Kind.OUT),
        new Trouble("way in gone", 40, 40, "orders|market data", Bar.NONE).outage(NetPlan.Kind.IN),
        new Trouble("both ways gone", 60, 40, "orders|market data", Bar.UNREACHABLE)
            .outage(NetPlan.Kind.BOTH),
        new Trouble("connections refused", 60, 30, "does not answer", Bar.UNREACHABLE)
            .outage(NetPlan.Kind.REFUSED),
        new Trouble("texts cut off", 40, 40, "orders|market data", Bar.NONE)
            .doing(
                (world, life) -> world.net().garbling(true),
                (world, life) -> world.net().garbling(false)),
        new Trouble("process killed", 20, 0, "", Bar.UNREACHABLE)
            .doing((world, life) -> life.die(false), NOTHING),
        new Trouble("power cut", 20, 0, "", Bar.UNREACHABLE)
            .doing((world, life) -> life.die(true), NOTHING),
        new Trouble("process killed with an order out", 20, 0, "", Bar.UNREACHABLE)
            .doing(Trouble::dieWithAnOrderOut, NOTHING),
        new Trouble(KILLED_WITHOUT_STOP, 20, 0, "", Bar.UNREACHABLE)
            .doing(Trouble::dieAndLoseStops, NOTHING),
        // No socket breaks and none falls silent: only a look at everything finds it.
        new Trouble(UNHEARD, 60, 0, "", Bar.NONE).doing(Trouble::loseStopsUnheard, NOTHING));
  }
}
