package io.tradewind.trader.world;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.admin.Operator.SocketAction;
import io.tradewind.exchange.server.Front;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.simulation.fault.SymbolFault;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Time, exchange and net of one seed. Whoever lives in it is a duty cycle that is called after all
 * that happens, and fifty times a second in any case.
 */
public final class World {
  /** When worlds begin: 2026-01-05 07:58 UTC, two minutes before contracts are funded. */
  public static final long START_NS = 1_767_599_880L * Utc.SECOND_NS;

  private static final long ONE = 100_000_000;
  private static final long POLL_NS = 20_000_000;
  private static final int MOST_STEPS = 100_000;

  private final VirtualTime time;
  private final Trace trace;
  private final VirtualExchange exchange;
  private final VirtualNet net;
  private final String first;

  /** A duty cycle. */
  public interface Cycle {
    /** One step; how many things were done, 0 if there was nothing to do. */
    int doWork();
  }

  /**
   * What a world is made of.
   *
   * @param seed of the market
   * @param keeps so many lines of the trace are kept in words
   */
  public record Terms(
      long seed,
      List<String> symbols,
      SortedMap<String, Long> balancesE8,
      Weather weather,
      int keeps) {
    /** Bitcoin and ether, 100,000 USDT and one bitcoin. */
    public static Terms usual(long seed, Weather weather) {
      SortedMap<String, Long> balances = new TreeMap<>();
      balances.put("USDT", 100_000 * ONE);
      balances.put("BTC", ONE);
      return new Terms(seed, List.of("BTC/USDT", "ETH/USDT"), balances, weather, 0);
    }

    /** The same with words. */
    public Terms keeping(int lines) {
      return new Terms(seed, symbols, balancesE8, weather, lines);
    }
  }

  /** It begins. */
  public World(Terms terms) {
    time = new VirtualTime(START_NS);
    trace = new Trace(time, terms.keeps());
    Weather weather = terms.weather();
    first = terms.symbols().getFirst().replace("/", "");
    exchange =
        new VirtualExchange(
            time,
            new VirtualExchange.Terms(
                terms.seed(), terms.symbols(), terms.balancesE8(), weather.faults()));
    net = new VirtualNet(time, exchange, weather.net(), trace);
    weather.blows().forEach(blow -> time.at(blow.atNs(), () -> strike(blow)));
    if (weather.untilNs() > START_NS) {
      time.at(weather.untilNs(), this::clear);
    }
  }

  private void strike(Weather.Blow blow) {
    trace.add("weather", blow.toString());
    Front front = exchange.front();
    switch (blow.kind()) {
      case MAINTENANCE -> {
        front.change(plan().withMaintenance(true));
        time.after(blow.lengthNs(), () -> front.change(plan().withMaintenance(false)));
      }
      case CLOSE -> front.sockets(SocketAction.CLOSE);
      case CUT -> front.sockets(SocketAction.CUT);
      case HALF_OPEN -> front.sockets(SocketAction.HALF_OPEN);
      case BAN -> front.ban(Math.ceilDiv(blow.lengthNs(), Utc.SECOND_NS));
      case HALT -> trouble(SymbolFault.HALTED, blow.lengthNs());
      case STALE -> trouble(SymbolFault.STALE, blow.lengthNs());
    }
  }

  private void trouble(SymbolFault fault, long lengthNs) {
    Front front = exchange.front();
    front.change(plan().with(fault, new TreeSet<>(List.of(first))));
    time.after(lengthNs, () -> front.change(plan().with(fault, new TreeSet<>())));
  }

  private FaultPlan plan() {
    return exchange.desk().plan();
  }

  /** Latency stays, and skew, for an exchange's time does not go back. */
  private void clear() {
    trace.add("weather", "clear");
    FaultPlan clear = exchange.desk().off();
    for (FaultSetting each :
        List.of(FaultSetting.LATENCY_MS, FaultSetting.LATENCY_SPREAD, FaultSetting.CLOCK_SKEW_MS)) {
      clear = clear.with(each, plan().number(each));
    }
    exchange.front().change(clear);
    exchange.front().ban(0);
  }

  /** Lives for a while. */
  public void run(long forNs, Cycle cycle) {
    boolean _ = run(forNs, cycle, () -> false);
  }

  /**
   * Lives for a while, or until something holds.
   *
   * @return whether it does
   */
  public boolean run(long mostNs, Cycle cycle, BooleanSupplier until) {
    long endNs = time.nowNs() + mostNs;
    work(cycle);
    while (!until.getAsBoolean()) {
      if (time.nowNs() >= endNs) {
        return false;
      }
      time.step(Math.min(endNs, time.nowNs() + POLL_NS));
      work(cycle);
    }
    return true;
  }

  private static void work(Cycle cycle) {
    int steps = 0;
    while (cycle.doWork() > 0) {
      Check.invariant(++steps < MOST_STEPS, "a cycle must come to rest, was at step %s", steps);
    }
  }

  /** Its clock, and what is due. */
  public VirtualTime time() {
    return time;
  }

  /** The exchange. */
  public VirtualExchange exchange() {
    return exchange;
  }

  /** The way there. */
  public VirtualNet net() {
    return net;
  }

  /** What happened. */
  public Trace trace() {
    return trace;
  }
}
