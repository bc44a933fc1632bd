package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Locks of symbols, sides or everything after bad trades. Rules are judged when a trade closes, on
 * the closed trades of their scope and window; a trade is within a window if it closed less than
 * the window before. A lock that is brought again while it holds is extended, never shortened. What
 * was lifted by hand, or is over, comes back with the next trade that finds the rule broken.
 *
 * <p>The last {@value #MOST} trades within the longest window are kept; older ones are forgotten. A
 * time before the last one counts as the last one.
 */
public final class Protections implements Stateful {
  private static final int MOST = 10_000;
  private static final Direction[] DIRECTIONS = Direction.values();

  private final List<ProtectionRule> rules;
  private final long longestNs;
  private final Deque<Past> past = new ArrayDeque<>();
  private final List<Lock> locks = new ArrayList<>();
  private long nowNs = Long.MIN_VALUE;

  /** What a rule looks at of a closed trade. */
  private record Past(
      long timeNs,
      int instrument,
      Direction direction,
      boolean stopped,
      double profitRatio,
      double result) {}

  /** Nothing is locked. */
  public Protections(List<ProtectionRule> rules) {
    this.rules = List.copyOf(rules);
    this.longestNs = rules.stream().mapToLong(ProtectionRule::windowNs).max().orElse(0);
  }

  /** The rules that hold. */
  public List<ProtectionRule> rules() {
    return rules;
  }

  /**
   * A trade closed.
   *
   * @param equity of the account, in quote, that its result is a share of
   * @return the locks that it brought or extended, as they now stand
   */
  public List<Lock> onTrade(long timeNs, int instrument, ClosedTrade trade, double equity) {
    Check.argument(Double.isFinite(equity), "equity must be finite, at %s", timeNs);
    nowNs = Math.max(nowNs, timeNs);
    Past last = past(instrument, trade, equity);
    remember(last);
    locks.removeIf(lock -> lock.untilNs() <= nowNs);
    List<Lock> brought = new ArrayList<>();
    for (ProtectionRule rule : rules) {
      if (isBroken(rule, last)) {
        brought.add(lock(rule, last));
      }
    }
    return brought;
  }

  private Past past(int instrument, ClosedTrade trade, double equity) {
    boolean stop = trade.reason() == ExitReason.STOP || trade.reason() == ExitReason.TRAILING_STOP;
    double result = equity > 0 ? trade.profit().doubleValue() / equity : -1;
    return new Past(
        nowNs,
        instrument,
        trade.direction(),
        stop && trade.profitScaled() < 0,
        trade.profitRatio(),
        Math.max(-1, result));
  }

  private void remember(Past last) {
    past.addLast(last);
    while (past.size() > MOST || nowNs - past.getFirst().timeNs() >= Math.max(1, longestNs)) {
      past.removeFirst();
    }
  }

  private boolean isBroken(ProtectionRule rule, Past last) {
    return switch (rule) {
      case ProtectionRule.CoolDown _ -> true;
      case ProtectionRule.StopGuard guard ->
          last.stopped()
              && within(rule, last).stream().filter(Past::stopped).count() >= guard.stops().count();
      case ProtectionRule.DrawdownLock lock -> {
        List<Past> trades = within(rule, last);
        yield trades.size() >= lock.trades() && Measure.reaches(drawdown(trades), lock.drawdown());
      }
      case ProtectionRule.LowProfit low -> {
        List<Past> trades = within(rule, last);
        double profit = trades.stream().mapToDouble(Past::profitRatio).sum();
        yield trades.size() >= low.trades() && profit < low.profit();
      }
    };
  }

  private List<Past> within(ProtectionRule rule, Past last) {
    return past.stream()
        .filter(trade -> nowNs - trade.timeNs() < rule.windowNs())
        .filter(trade -> !rule.scope().bySymbol() || trade.instrument() == last.instrument())
        .filter(trade -> !rule.scope().bySide() || trade.direction() == last.direction())
        .toList();
  }

  private static double drawdown(List<Past> trades) {
    double wealth = 1;
    double peak = 1;
    double worst = 0;
    for (Past trade : trades) {
      wealth *= 1 + trade.result();
      peak = Math.max(peak, wealth);
      worst = Math.max(worst, (peak - wealth) / peak);
    }
    return worst;
  }

  private Lock lock(ProtectionRule rule, Past last) {
    Lock fresh =
        new Lock(
            rule.reason(),
            rule.scope().bySymbol() ? OptionalInt.of(last.instrument()) : OptionalInt.empty(),
            rule.scope().bySide() ? Optional.of(last.direction()) : Optional.empty(),
            nowNs,
            nowNs + rule.lockNs());
    for (int i = 0; i < locks.size(); i++) {
      Lock old = locks.get(i);
      if (old.isLike(fresh)) {
        long untilNs = Math.max(old.untilNs(), fresh.untilNs());
        locks.set(i, new Lock(old.reason(), old.instrument(), old.side(), old.sinceNs(), untilNs));
        return locks.get(i);
      }
    }
    locks.add(fresh);
    return fresh;
  }

  /** The lock that is longest in the way of an entry; empty if it may go. */
  public Optional<Lock> barring(long timeNs, int instrument, Direction direction) {
    Lock longest = null;
    for (Lock lock : locks) {
      boolean longer = longest == null || lock.untilNs() > longest.untilNs();
      if (longer && lock.bars(timeNs, instrument, direction)) {
        longest = lock;
      }
    }
    return Optional.ofNullable(longest);
  }

  /** All locks that hold at a time, the oldest first. */
  public List<Lock> active(long timeNs) {
    return locks.stream().filter(lock -> timeNs < lock.untilNs()).toList();
  }

  /** Somebody lifts some of the locks that hold. */
  public List<Lock> lift(long timeNs, Predicate<Lock> which) {
    List<Lock> lifted = active(timeNs).stream().filter(which).toList();
    locks.removeAll(lifted);
    return lifted;
  }

  @Override
  public void save(StateWriter out) {
    out.section("protections", 1).writeLong(nowNs).writeInt(past.size());
    for (Past trade : past) {
      out.writeLong(trade.timeNs()).writeInt(trade.instrument());
      out.writeInt(trade.direction().ordinal()).writeBoolean(trade.stopped());
      out.writeDouble(trade.profitRatio()).writeDouble(trade.result());
    }
    out.writeInt(locks.size());
    for (Lock lock : locks) {
      LockCodec.write(out, lock);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("protections", 1);
    nowNs = in.readLong();
    past.clear();
    int trades = in.readCount(MOST);
    for (int i = 0; i < trades; i++) {
      past.addLast(
          new Past(
              in.readLong(),
              in.readInt(),
              DIRECTIONS[in.readCount(1)],
              in.readBoolean(),
              in.readDouble(),
              in.readDouble()));
    }
    locks.clear();
    int count = in.readCount(Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      locks.add(LockCodec.read(in));
    }
  }
}
