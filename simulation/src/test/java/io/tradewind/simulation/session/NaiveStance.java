package io.tradewind.simulation.session;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.BreakerLimits;
import io.tradewind.core.risk.limit.LockScope;
import io.tradewind.core.risk.limit.LossLimits;
import io.tradewind.core.risk.limit.ProtectionRule;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What bars entries, reckoned anew at each question from everything that has happened, by the words
 * of the specification and without any of the engine's own arithmetic. Candles are hours, so that a
 * crash within five minutes shows only as a gap between two of them.
 */
final class NaiveStance {
  private static final double BPS = 1e4;
  private static final double HAIR = 1e-12;

  private final RiskSettings settings;
  private final List<CandleColumns> feeds;

  private record Moment(long timeNs, double equity) {}

  private record Past(long timeNs, int instrument, ClosedTrade trade, double share) {
    boolean isStop() {
      return trade.profitScaled() < 0
          && (trade.reason() == ExitReason.STOP || trade.reason() == ExitReason.TRAILING_STOP);
    }
  }

  private record Fill(long timeNs, double bps) {}

  private record Lock(Past by, ProtectionRule rule) {}

  private final List<Moment> moments = new ArrayList<>();
  private final List<Past> trades = new ArrayList<>();
  private final List<Lock> locks = new ArrayList<>();
  private final List<Long> failures = new ArrayList<>();
  private final List<Fill> fills = new ArrayList<>();

  /** What stopped at a slice, until it returns by itself or by hand. */
  private double forgiven;

  private long forgivenDay = Long.MIN_VALUE;
  private boolean collapsed;
  private boolean halted;
  private boolean drawn;
  private int drawnFrom;
  private int streakFrom;
  private int failuresFrom;
  private int fillsFrom;
  private long streakUntil = Long.MIN_VALUE;
  private long failuresUntil = Long.MIN_VALUE;
  private long slippageUntil = Long.MIN_VALUE;
  private long nowNs = Long.MIN_VALUE;

  NaiveStance(RiskSettings settings, List<CandleColumns> feeds) {
    this.settings = settings;
    this.feeds = feeds;
  }

  void halt(boolean now) {
    halted = now;
  }

  /** All candles that close at a time have been seen. */
  void onSlice(long timeNs, double equity) {
    nowNs = timeNs;
    moments.add(new Moment(timeNs - 1, equity));
    LossLimits limits = settings.losses();
    drawn |= reaches(drawdown(), limits.drawdownHalts());
    long day = Utc.epochDay(timeNs - 1);
    double spared = day == forgivenDay ? forgiven : 0;
    collapsed |= reaches(loss(day) - spared, settings.breakers().dayLoss());
  }

  private static boolean reaches(double loss, double limit) {
    return loss >= limit * (1 - HAIR);
  }

  private double drawdown() {
    double peak = 0;
    for (Moment moment : moments.subList(drawnFrom, moments.size())) {
      peak = Math.max(peak, moment.equity());
    }
    return ratio(peak);
  }

  private double ratio(double base) {
    return base > 0 ? Math.max(0, (base - moments.getLast().equity()) / base) : 0;
  }

  /** Loss of the span from a day on until the latest moment. */
  private double loss(long fromDay) {
    return ratio(base(fromDay));
  }

  private double base(long fromDay) {
    double base = moments.getFirst().equity();
    for (Moment moment : moments) {
      base = Utc.epochDay(moment.timeNs()) < fromDay ? moment.equity() : base;
    }
    return base;
  }

  /** Whether the loss since a day has ever come to the limit, at a moment of the span. */
  private boolean hasReached(long fromDay, double limit) {
    double base = base(fromDay);
    for (Moment moment : moments) {
      if (Utc.epochDay(moment.timeNs()) >= fromDay
          && base > 0
          && reaches((base - moment.equity()) / base, limit)) {
        return true;
      }
    }
    return false;
  }

  void onTrade(long timeNs, int instrument, ClosedTrade trade, double equity) {
    nowNs = Math.max(nowNs, timeNs);
    double share = equity > 0 ? trade.profit().doubleValue() / equity : -1;
    Past last = new Past(nowNs, instrument, trade, Math.max(-1, share));
    trades.add(last);
    int streak = 0;
    for (int i = trades.size() - 1; i >= streakFrom; i--) {
      if (trades.get(i).trade().profitScaled() >= 0) {
        break;
      }
      streak++;
    }
    if (streak >= settings.breakers().losingStreak()) {
      streakFrom = trades.size();
      streakUntil = nowNs + settings.breakers().coolingNs();
    }
    for (ProtectionRule rule : settings.protections()) {
      if (isBroken(rule, last)) {
        locks.add(new Lock(last, rule));
      }
    }
  }

  private boolean isBroken(ProtectionRule rule, Past last) {
    List<Past> all =
        trades.stream()
            .filter(past -> last.timeNs() - past.timeNs() < rule.windowNs())
            .filter(past -> !rule.scope().bySymbol() || past.instrument() == last.instrument())
            .filter(past ->
                !rule.scope().bySide() || past.trade().direction() == last.trade().direction())
            .toList();
    return switch (rule) {
      case ProtectionRule.CoolDown _ -> true;
      case ProtectionRule.StopGuard guard ->
          last.isStop() && all.stream().filter(Past::isStop).count() >= guard.stops().count();
      case ProtectionRule.DrawdownLock lock ->
          all.size() >= lock.trades() && reaches(fall(all), lock.drawdown());
      case ProtectionRule.LowProfit low ->
          all.size() >= low.trades()
              && all.stream().mapToDouble(past -> past.trade().profitRatio()).sum() < low.profit();
    };
  }

  private static double fall(List<Past> all) {
    double worst = 0;
    for (int from = 0; from < all.size(); from++) {
      double wealth = 1;
      for (int i = from; i < all.size(); i++) {
        wealth *= 1 + all.get(i).share();
        worst = Math.max(worst, 1 - wealth);
      }
    }
    return worst;
  }

  void onOrder(OrderEvent event) {
    nowNs = Math.max(nowNs, event.timeNs());
    BreakerLimits limits = settings.breakers();
    if (event instanceof OrderEvent.Rejected) {
      failures.add(nowNs);
      int first = failures.size() - limits.errors().count();
      if (first >= failuresFrom && nowNs - failures.get(first) < limits.errors().windowNs()) {
        failuresFrom = failures.size();
        failuresUntil = nowNs + limits.coolingNs();
      }
    } else if (event instanceof OrderEvent.Filled fill && fill.quoteScaled() > 0) {
      fills.add(new Fill(nowNs, BPS * fill.slippageScaled() / fill.quoteScaled()));
      int first = fills.size() - limits.slippageFills();
      if (first >= fillsFrom
          && fills.subList(first, fills.size()).stream().mapToDouble(Fill::bps).sum()
                  / limits.slippageFills()
              > limits.slippageBps()) {
        fillsFrom = fills.size();
        slippageUntil = nowNs + limits.coolingNs();
      }
    }
  }

  /** Somebody resumes, before the candle of a row. */
  void onResume(long timeNs) {
    halted = false;
    if (drawn) {
      drawn = false;
      drawnFrom = moments.size() - 1;
    }
    if (collapsed) {
      collapsed = false;
      forgivenDay = Utc.epochDay(moments.getLast().timeNs());
      forgiven = loss(Utc.epochDay(moments.getLast().timeNs()));
    }
    streakUntil = Long.MIN_VALUE;
    failuresUntil = Long.MIN_VALUE;
    slippageUntil = Long.MIN_VALUE;
    crashesFromNs = timeNs;
    locks.clear();
  }

  /** Crashes of candles that closed until then are forgotten. */
  private long crashesFromNs = Long.MIN_VALUE;

  /**
   * The kinds of what bars an entry at a time, by the names of their refusals; empty if it may go.
   */
  SortedSet<String> bars(int instrument, Direction direction, long timeNs) {
    TreeSet<String> bars = new TreeSet<>();
    if (halted) {
      bars.add("HALTED");
    }
    if (locks.stream().anyMatch(lock -> isBarred(lock, instrument, direction, timeNs))) {
      bars.add("LOCKED");
    }
    LossLimits limits = settings.losses();
    LocalDate day = LocalDate.ofEpochDay(Utc.epochDay(timeNs));
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    if (drawn
        || hasReached(day.toEpochDay(), limits.day())
        || hasReached(monday.toEpochDay(), limits.week())
        || hasReached(day.withDayOfMonth(1).toEpochDay(), limits.month())) {
      bars.add("LOSS_LIMIT");
    }
    if (collapsed
        || timeNs < streakUntil
        || timeNs < failuresUntil
        || timeNs < slippageUntil
        || hasCrashed(instrument, timeNs)) {
      bars.add("BREAKER");
    }
    return bars;
  }

  private static boolean isBarred(Lock lock, int instrument, Direction direction, long timeNs) {
    LockScope scope = lock.rule().scope();
    return timeNs < lock.by().timeNs() + lock.rule().lockNs()
        && (!scope.bySymbol() || lock.by().instrument() == instrument)
        && (!scope.bySide() || lock.by().trade().direction() == direction);
  }

  /** Whether a price has jumped too far between two candles, and it is not over yet. */
  private boolean hasCrashed(int instrument, long timeNs) {
    BreakerLimits limits = settings.breakers();
    for (int i = 0; i < feeds.size(); i++) {
      CandleColumns rows = feeds.get(i);
      for (int row = 1; row < rows.size() && rows.closeTimeNs(row) <= timeNs; row++) {
        double before = rows.close(row - 1);
        double jump = Math.abs(rows.open(row) - before) / before;
        long atNs = rows.closeTimeNs(row);
        if ((limits.flashStopsAll() || i == instrument)
            && reaches(jump, limits.flashMove())
            && atNs > crashesFromNs
            && timeNs < atNs + limits.coolingNs()) {
          return true;
        }
      }
    }
    return false;
  }
}
