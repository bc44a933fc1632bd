package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.risk.limit.LossNotice.Level;
import io.tradewind.core.time.Utc;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The losses of the UTC day, of the week from Monday, of the month and since the peak, and what
 * they do not allow any more. Equity may be in any one unit; whole numbers (scaled cash) make the
 * ratios exact.
 *
 * <p>A period starts at 00:00:00.000000000 UTC, and what it starts from is the last equity before
 * that instant; the very first one starts from the first equity. A loss is {@code (start - equity)
 * / start}, at least 0, and 0 where the start was not above 0, for an account without equity is
 * refused elsewhere. A limit that was reached holds to the end of its period even if the loss is
 * won back, the drawdown's until {@link #resume}.
 *
 * <p>A transfer scales every start and the peak by what it does to equity, as in a time-weighted
 * return: a deposit is no gain and a withdrawal no loss, and neither changes any ratio, so that a
 * limit can be neither eased nor tripped by one. Its events go: transfer, then the equity that
 * holds it.
 *
 * <p>Each level of each limit is told once a period, the drawdown's once until a new peak; a loss
 * that jumps over a level tells only the last. A time before the last one counts as the last one.
 */
public final class LossTracker implements Stateful {
  private static final int DAY = 0;
  private static final int WEEK = 1;
  private static final int MONTH = 2;
  private static final int PEAK = 3;
  private static final int COUNT = 4;
  private static final int WEEK_DAYS = 7;

  /** 1970-01-05 was a Monday. */
  private static final int MONDAY = 4;

  private static final StopReason[] REASONS = {
    StopReason.DAY_LOSS, StopReason.WEEK_LOSS, StopReason.MONTH_LOSS, StopReason.DRAWDOWN
  };
  private static final Level[] LEVELS = Level.values();

  private final LossLimits limits;
  private final double[] limit;

  /** Equities that losses are measured from, by period, and the peak. */
  private final double[] bases = new double[COUNT];

  /** The greatest loss of each, when it was reached. */
  private final double[] reachedLoss = new double[COUNT];

  private final long[] reachedNs = new long[COUNT];
  private final int[] levels = new int[COUNT];

  /** First instant after each period; the peak has none. */
  private final long[] endNs = new long[PEAK];

  private long nowNs = Long.MIN_VALUE;
  private double equity;
  private boolean started;

  /** Before the first equity. */
  public LossTracker(LossLimits limits) {
    this.limits = limits;
    this.limit = new double[] {limits.day(), limits.week(), limits.month(), limits.drawdownHalts()};
  }

  /** The limits that hold. */
  public LossLimits limits() {
    return limits;
  }

  /**
   * Takes the equity of a moment.
   *
   * @return what was reached for the first time in its period, mostly nothing
   */
  public List<LossNotice> onEquity(long timeNs, double equity) {
    Check.argument(Double.isFinite(equity), "equity must be finite, at %s", timeNs);
    advance(timeNs);
    if (!started) {
      Arrays.fill(bases, equity);
      started = true;
    }
    this.equity = equity;
    if (equity > bases[PEAK]) {
      bases[PEAK] = equity;
      calmDrawdown();
    }
    return notices();
  }

  private void calmDrawdown() {
    if (levels[PEAK] != Level.REACHED.ordinal()) {
      levels[PEAK] = 0;
    }
  }

  /**
   * Takes a deposit, or a withdrawal if below 0, before the equity that holds it. One that comes
   * before the first equity says nothing. After an equity that is not above 0, or one that leaves
   * nothing, everything is measured from what is there then.
   */
  public void onTransfer(long timeNs, double amount) {
    Check.argument(Double.isFinite(amount), "a transfer must be finite, at %s", timeNs);
    advance(timeNs);
    if (!started) {
      return;
    }
    double after = equity + amount;
    if (equity > 0 && after > 0) {
      double scale = after / equity;
      for (int i = 0; i < COUNT; i++) {
        bases[i] *= scale;
      }
    } else {
      Arrays.fill(bases, after);
    }
    equity = after;
  }

  /** Lets time pass: periods that are over end. */
  public void onTime(long timeNs) {
    advance(timeNs);
  }

  private void advance(long timeNs) {
    if (timeNs <= nowNs) {
      return;
    }
    boolean first = nowNs == Long.MIN_VALUE;
    nowNs = timeNs;
    for (int period = DAY; period <= MONTH; period++) {
      if (first || timeNs >= endNs[period]) {
        endNs[period] = end(period, timeNs);
        bases[period] = equity;
        levels[period] = 0;
      }
    }
  }

  private static long end(int period, long timeNs) {
    long day = Utc.epochDay(timeNs);
    long next =
        switch (period) {
          case DAY -> day + 1;
          case WEEK -> day + WEEK_DAYS - Math.floorMod(day - MONDAY, (long) WEEK_DAYS);
          default -> LocalDate.ofEpochDay(day).withDayOfMonth(1).plusMonths(1).toEpochDay();
        };
    return next * Utc.DAY_NS;
  }

  private List<LossNotice> notices() {
    List<LossNotice> notices = List.of();
    for (int i = 0; i < COUNT; i++) {
      double loss = loss(i);
      int level = level(i, loss).ordinal();
      if (level > levels[i]) {
        notices = notices.isEmpty() ? new ArrayList<>(COUNT) : notices;
        notices.add(reach(i, level, loss));
      }
    }
    return notices;
  }

  private LossNotice reach(int i, int level, double loss) {
    levels[i] = level;
    boolean reached = level == Level.REACHED.ordinal();
    if (reached) {
      reachedLoss[i] = loss;
      reachedNs[i] = nowNs;
    }
    OptionalLong untilNs = reached ? untilNs(i) : OptionalLong.empty();
    return new LossNotice(nowNs, REASONS[i], LEVELS[level], loss, limit[i], untilNs);
  }

  private Level level(int i, double loss) {
    if (Measure.reaches(loss, limit[i])) {
      return Level.REACHED;
    }
    if (Measure.reaches(loss, limits.warningAt() * limit[i])) {
      return Level.NEAR;
    }
    boolean warns = i == PEAK && Measure.reaches(loss, limits.drawdownWarns());
    return warns ? Level.WARNS : Level.CALM;
  }

  private OptionalLong untilNs(int i) {
    return i == PEAK ? OptionalLong.empty() : OptionalLong.of(endNs[i]);
  }

  private double loss(int i) {
    return bases[i] > 0 ? Math.max(0, (bases[i] - equity) / bases[i]) : 0;
  }

  /** Loss of the UTC day so far, as a ratio, at least 0. */
  public double dayLoss() {
    return loss(DAY);
  }

  /** Loss of the week so far, as a ratio, at least 0. */
  public double weekLoss() {
    return loss(WEEK);
  }

  /** Loss of the month so far, as a ratio, at least 0. */
  public double monthLoss() {
    return loss(MONTH);
  }

  /** Loss since the peak, as a ratio, at least 0. */
  public double drawdown() {
    return loss(PEAK);
  }

  /** What is allowed at a time, which may lie after the last event. */
  public Stance stance(long timeNs) {
    Stance worst = Stance.OPEN;
    for (int i = 0; i < COUNT; i++) {
      if (holds(i, timeNs)) {
        worst = Stance.worst(worst, new Stance.NoEntries(REASONS[i], untilNs(i)));
      }
    }
    return worst;
  }

  private boolean holds(int i, long timeNs) {
    return levels[i] == Level.REACHED.ordinal() && (i == PEAK || timeNs < endNs[i]);
  }

  /** All limits that hold at a time, the day's first. */
  public List<ActiveStop> active(long timeNs) {
    List<ActiveStop> active = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      if (holds(i, timeNs)) {
        active.add(
            new ActiveStop(
                REASONS[i],
                OptionalInt.empty(),
                reachedNs[i],
                untilNs(i),
                reachedLoss[i],
                limit[i]));
      }
    }
    return active;
  }

  /**
   * Somebody resumes after a drawdown. The peak is measured anew from the equity of this moment,
   * else it would halt again at once. The limits of periods cannot be lifted.
   *
   * @return whether there was anything to resume from
   */
  public boolean resume(long timeNs) {
    advance(timeNs);
    if (levels[PEAK] != Level.REACHED.ordinal()) {
      return false;
    }
    levels[PEAK] = 0;
    bases[PEAK] = equity;
    return true;
  }

  @Override
  public void save(StateWriter out) {
    out.section("loss-tracker", 1).writeBoolean(started).writeLong(nowNs).writeDouble(equity);
    out.writeDoubles(bases).writeDoubles(reachedLoss).writeLongs(reachedNs).writeLongs(endNs);
    for (int level : levels) {
      out.writeInt(level);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("loss-tracker", 1);
    started = in.readBoolean();
    nowNs = in.readLong();
    equity = in.readDouble();
    in.readDoubles(bases);
    in.readDoubles(reachedLoss);
    in.readLongs(reachedNs);
    in.readLongs(endNs);
    for (int i = 0; i < COUNT; i++) {
      levels[i] = in.readCount(LEVELS.length - 1);
    }
  }
}
