package io.tradewind.core.execution.cost;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.time.Utc;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Results and costs for each open trade, each strategy and each day (UTC) of each strategy. A cost
 * that belongs to no trade, such as a model's, is one of its strategy and day alone. A trade is
 * handed out and forgotten when it is closed; days are kept, a few numbers each.
 */
public final class CostLedger implements Stateful {
  private final NavigableMap<Long, NetResult> trades = new TreeMap<>();
  private final NetResult[] strategies;
  private final NavigableMap<Long, NetResult[]> days = new TreeMap<>();

  /**
   * @param strategies how many there are; their numbers are below it
   */
  public CostLedger(int strategies) {
    Check.argument(strategies >= 1, "strategies must be >= 1, was %s", strategies);
    this.strategies = nothing(strategies);
  }

  private static NetResult[] nothing(int size) {
    NetResult[] results = new NetResult[size];
    java.util.Arrays.fill(results, NetResult.NONE);
    return results;
  }

  /**
   * What a strategy paid.
   *
   * @param trade whose cost it is; empty for none
   */
  public void onCost(
      int strategy, OptionalLong trade, long timeNs, CostKind kind, long amountScaled) {
    add(strategy, trade, timeNs, new NetResult(0, CostBreakdown.of(kind, amountScaled)));
  }

  /** What a strategy gained, with its costs. */
  public void add(int strategy, OptionalLong trade, long timeNs, NetResult result) {
    if (trade.isPresent()) {
      trades.merge(trade.getAsLong(), result, NetResult::plus);
    }
    strategies[strategy] = strategies[strategy].plus(result);
    NetResult[] day = days.computeIfAbsent(Utc.epochDay(timeNs), _ -> nothing(strategies.length));
    day[strategy] = day[strategy].plus(result);
  }

  /** An open trade so far. */
  public NetResult trade(long trade) {
    return trades.getOrDefault(trade, NetResult.NONE);
  }

  /** A trade that is closed: all of it, and it is forgotten. */
  public NetResult closeTrade(long trade) {
    NetResult result = trades.remove(trade);
    return result == null ? NetResult.NONE : result;
  }

  /** A strategy so far. */
  public NetResult strategy(int strategy) {
    return strategies[strategy];
  }

  /** A strategy on a day. */
  public NetResult day(long epochDay, int strategy) {
    NetResult[] day = days.get(epochDay);
    return day == null ? NetResult.NONE : day[strategy];
  }

  /** All strategies on a day. */
  public NetResult day(long epochDay) {
    NetResult sum = NetResult.NONE;
    for (int strategy = 0; strategy < strategies.length; strategy++) {
      sum = sum.plus(day(epochDay, strategy));
    }
    return sum;
  }

  /** All strategies and days. */
  public NetResult total() {
    NetResult sum = NetResult.NONE;
    for (NetResult strategy : strategies) {
      sum = sum.plus(strategy);
    }
    return sum;
  }

  /** The days on which there was anything, rising. */
  public Iterable<Long> epochDays() {
    return Collections.unmodifiableNavigableSet(days.navigableKeySet());
  }

  /** The days add up to the strategies. */
  public void checkInvariants() {
    for (int strategy = 0; strategy < strategies.length; strategy++) {
      NetResult sum = NetResult.NONE;
      for (NetResult[] day : days.values()) {
        sum = sum.plus(day[strategy]);
      }
      Check.invariant(
          sum.equals(strategies[strategy]), "the days of strategy %s do not add up", strategy);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("cost-ledger", 1).writeInt(trades.size());
    trades.forEach((trade, result) -> write(out.writeLong(trade), result));
    for (NetResult strategy : strategies) {
      write(out, strategy);
    }
    out.writeInt(days.size());
    days.forEach((day, results) -> {
      out.writeLong(day);
      for (NetResult result : results) {
        write(out, result);
      }
    });
  }

  @Override
  public void load(StateReader in) {
    in.section("cost-ledger", 1);
    trades.clear();
    days.clear();
    int openTrades = in.readCount(Integer.MAX_VALUE);
    for (int i = 0; i < openTrades; i++) {
      trades.put(in.readLong(), read(in));
    }
    readAll(in, strategies);
    int count = in.readCount(Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      long day = in.readLong();
      days.put(day, readAll(in, nothing(strategies.length)));
    }
  }

  private static void write(StateWriter out, NetResult result) {
    out.writeLong(result.grossScaled());
    for (CostKind kind : CostKind.values()) {
      out.writeLong(result.costs().amountScaled(kind));
    }
  }

  private static NetResult[] readAll(StateReader in, NetResult[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = read(in);
    }
    return into;
  }

  private static NetResult read(StateReader in) {
    long gross = in.readLong();
    CostBreakdown costs = CostBreakdown.NONE;
    for (CostKind kind : CostKind.values()) {
      costs = costs.plus(CostBreakdown.of(kind, in.readLong()));
    }
    return new NetResult(gross, costs);
  }
}
