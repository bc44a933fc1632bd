package io.tradewind.exchange.fault;

import io.tradewind.simulation.fault.CallFate;
import io.tradewind.simulation.fault.FaultDice;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.simulation.fault.MessageFate;
import io.tradewind.simulation.fault.SymbolFault;
import io.tradewind.simulation.fault.Throttle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The plan that holds now, the numbers that calls and messages get, and what was counted. Many
 * threads may use it; only {@link #carryOut} and {@link #refusal} belong to the exchange's one.
 */
public final class FaultDesk {
  /** How the kinds of streams begin that tell of a book. */
  private static final List<String> BOOKS = List.of("depth", "rpiDepth", "bookTicker");

  private static final long MILLI_NS = 1_000_000;

  private final List<SymbolSwitch> switches;
  private final Throttle throttle = new Throttle();
  private final Map<Count, Long> counts = new EnumMap<>(Count.class);
  private volatile FaultPlan plan;
  private volatile long maintenanceFromNs;
  private long calls;
  private long sockets;

  /**
   * With nothing counted. What the plan says of symbols and maintenance has not been done yet: see
   * {@link #carryOut}.
   */
  public FaultDesk(FaultPlan plan, List<SymbolSwitch> switches) {
    this.plan = plan;
    this.switches = List.copyOf(switches);
  }

  /** Nothing goes wrong. */
  public static FaultDesk idle() {
    return new FaultDesk(FaultPlan.NONE, List.of());
  }

  /** The plan that holds now. */
  public FaultPlan plan() {
    return plan;
  }

  /** Decides about the next call. */
  public synchronized CallFate call(boolean changes) {
    return FaultDice.call(plan, calls++, changes);
  }

  /** Whether a call may come in at a time of the exchange. */
  public synchronized Throttle.Verdict look(String address, boolean isStruck, long nowMs) {
    return throttle.look(plan, address, isStruck, nowMs);
  }

  /** Bans all until a time of the exchange. */
  public synchronized void banAll(long untilMs) {
    throttle.banAll(untilMs);
  }

  /** Nobody waits any more, nobody is banned. */
  public synchronized void forgive() {
    throttle.forgive();
  }

  /** The number of a socket that opens. */
  public synchronized long socket() {
    counts.merge(Count.SOCKETS, 1L, Long::sum);
    return sockets++;
  }

  /** Decides about a message. */
  public MessageFate message(long socket, long number) {
    return FaultDice.message(plan, socket, number);
  }

  /** One more. */
  public synchronized void count(Count what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** So many there were. */
  public synchronized long counted(Count what) {
    return counts.getOrDefault(what, 0L);
  }

  /**
   * Whether the exchange is down.
   *
   * @param nanoTime of the machine, as {@link Timer#nanoTime} has it
   */
  public boolean isDown(long nanoTime) {
    return plan.maintenance() && nanoTime - maintenanceFromNs >= 0;
  }

  /** Whether a stream's messages are held back since its symbol's book stands still. */
  public boolean isStale(String stream) {
    int at = stream.indexOf('@');
    if (at <= 0 || plan.symbols(SymbolFault.STALE).isEmpty()) {
      return false;
    }
    String kind = stream.substring(at + 1);
    return BOOKS.stream().anyMatch(kind::startsWith)
        && plan.symbols(SymbolFault.STALE)
            .contains(stream.substring(0, at).toUpperCase(Locale.ROOT));
  }

  /** Why a plan can't hold; empty if it can. */
  public List<String> refusal(FaultPlan wanted) {
    List<String> wrong = new ArrayList<>();
    wanted
        .symbols()
        .forEach((fault, names) -> {
          for (String name : names) {
            boolean isGone = plan.symbols(SymbolFault.DELISTED).contains(name);
            if (!isGone && switches.stream().noneMatch(each -> each.knows(name))) {
              wrong.add(fault.key() + ": " + name + " is not listed");
            }
          }
        });
    for (String gone : plan.symbols(SymbolFault.DELISTED)) {
      if (!wanted.symbols(SymbolFault.DELISTED).contains(gone)) {
        wrong.add(SymbolFault.DELISTED.key() + ": " + gone + " can't be listed again");
      }
    }
    return wrong;
  }

  /** What is off but for symbols that are gone. */
  public FaultPlan off() {
    return new FaultPlan(plan.seed(), FaultPlan.NONE.numbers(), false, FaultPlan.NONE.symbols())
        .with(SymbolFault.DELISTED, plan.symbols(SymbolFault.DELISTED));
  }

  /**
   * Has another plan hold: halts, takes up and delists symbols.
   *
   * @param timeNs of the exchange
   * @param nanoTime of the machine
   */
  public void carryOut(FaultPlan wanted, long timeNs, long nanoTime) {
    FaultPlan before = plan;
    if (wanted.maintenance() && !before.maintenance()) {
      maintenanceFromNs = nanoTime + wanted.whole(FaultSetting.SHUTDOWN_NOTICE_MS) * MILLI_NS;
    }
    plan = wanted;
    TreeSet<String> halts = new TreeSet<>(before.symbols(SymbolFault.HALTED));
    halts.addAll(wanted.symbols(SymbolFault.HALTED));
    for (SymbolSwitch each : switches) {
      for (String name : halts) {
        if (each.knows(name)) {
          each.halt(name, wanted.symbols(SymbolFault.HALTED).contains(name));
        }
      }
      for (String name : wanted.symbols(SymbolFault.DELISTED)) {
        if (each.knows(name)) {
          each.delist(name, timeNs);
        }
      }
    }
  }

  /** What the plan says from the beginning, without a notice. */
  public void begin(long timeNs, long nanoTime) {
    maintenanceFromNs = nanoTime;
    carryOut(plan, timeNs, nanoTime);
  }
}
