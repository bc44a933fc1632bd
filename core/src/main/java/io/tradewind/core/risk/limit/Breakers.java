package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.analytics.window.RollingSum;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The circuit breakers of an account. Each event answers with what tripped or returned by it,
 * mostly nothing; breakers whose cooling time is over return before anything else happens.
 *
 * <p>A breaker that trips forgets what it tripped on: after its return it is on trial from zero. If
 * it is reached once more while it holds, it holds for a whole cooling time from then. The loss of
 * a day that closes everything never returns by itself; once resumed by hand it trips again that
 * day only on a further loss of the same size.
 *
 * <p>A time before the last one counts as the last one. Nothing is allocated by an event at which
 * nothing trips or returns.
 */
public final class Breakers implements Stateful {
  private static final int COLLAPSE = 0;
  private static final int STREAK = 1;
  private static final int ERRORS = 2;
  private static final int SLIPPAGE = 3;

  /** The first instrument's; the others follow. */
  private static final int FLASH = 4;

  private static final StopReason[] REASONS = {
    StopReason.DAY_COLLAPSE,
    StopReason.LOSING_STREAK,
    StopReason.ERROR_RATE,
    StopReason.SLIPPAGE,
    StopReason.FLASH_CRASH
  };

  private final BreakerLimits limits;
  private final FlashCrash[] crashes;
  private final RecentTimes errors;
  private final RollingSum slippage;

  /** By breaker. */
  private final boolean[] holds;

  private final long[] sinceNs;
  private final long[] untilNs;
  private final double[] measured;

  /** The earliest return, so that most events need no look at every breaker. */
  private long nextReturnNs = Long.MAX_VALUE;

  private long nowNs = Long.MIN_VALUE;
  private int streak;
  private double dayLoss;
  private long lossDay;

  /** Loss at which somebody resumed, and the day of it. */
  private double forgiven;

  private long forgivenDay;

  /** None has tripped. */
  public Breakers(BreakerLimits limits, int instruments) {
    Check.argument(instruments >= 1, "instruments must be >= 1, was %s", instruments);
    this.limits = limits;
    this.errors = new RecentTimes(limits.errors());
    this.slippage = new RollingSum(limits.slippageFills());
    this.crashes = new FlashCrash[instruments];
    for (int i = 0; i < instruments; i++) {
      crashes[i] = new FlashCrash(limits.flashWindowNs());
    }
    this.holds = new boolean[FLASH + instruments];
    this.sinceNs = new long[holds.length];
    this.untilNs = new long[holds.length];
    this.measured = new double[holds.length];
  }

  /** The limits that hold. */
  public BreakerLimits limits() {
    return limits;
  }

  /** Lets time pass. */
  public List<BreakerEvent> onTime(long timeNs) {
    nowNs = Math.max(nowNs, timeNs);
    return nowNs >= nextReturnNs ? returned() : List.of();
  }

  private List<BreakerEvent> returned() {
    List<BreakerEvent.Returned> events = new ArrayList<>();
    for (int i = STREAK; i < holds.length; i++) {
      if (holds[i] && nowNs >= untilNs[i]) {
        events.add(end(i, untilNs[i], false));
      }
    }
    events.sort(Comparator.comparingLong(BreakerEvent.Returned::timeNs));
    return List.copyOf(events);
  }

  private BreakerEvent.Returned end(int i, long timeNs, boolean byHand) {
    holds[i] = false;
    findNextReturn();
    return new BreakerEvent.Returned(timeNs, reason(i), instrument(i), sinceNs[i], byHand);
  }

  private void findNextReturn() {
    nextReturnNs = Long.MAX_VALUE;
    for (int i = STREAK; i < holds.length; i++) {
      nextReturnNs = holds[i] ? Math.min(nextReturnNs, untilNs[i]) : nextReturnNs;
    }
  }

  /** The loss of the UTC day so far as a ratio, as {@link LossTracker#dayLoss} gives it. */
  public List<BreakerEvent> onDayLoss(long timeNs, double loss) {
    Check.argument(Double.isFinite(loss), "a loss must be finite, at %s", timeNs);
    List<BreakerEvent> events = onTime(timeNs);
    dayLoss = loss;
    lossDay = Utc.epochDay(timeNs);
    if (lossDay != forgivenDay) {
      forgiven = 0;
    }
    boolean trips = Measure.reaches(loss - forgiven, limits.dayLoss()) && !holds[COLLAPSE];
    return trips ? with(events, trip(COLLAPSE, loss)) : events;
  }

  /** A price of an instrument, in any one unit above 0. */
  public List<BreakerEvent> onPrice(long timeNs, int instrument, double price) {
    List<BreakerEvent> events = onTime(timeNs);
    return onMove(events, instrument, crashes[instrument].onPrice(nowNs, price), price);
  }

  /** A whole candle of an instrument, when it has closed; see {@link FlashCrash}. */
  public List<BreakerEvent> onCandle(
      int instrument,
      long openNs,
      long closeNs,
      double open,
      double high,
      double low,
      double close) {
    List<BreakerEvent> events = onTime(closeNs);
    double move = crashes[instrument].onCandle(openNs, closeNs, open, high, low, close);
    return onMove(events, instrument, move, close);
  }

  private List<BreakerEvent> onMove(
      List<BreakerEvent> events, int instrument, double move, double price) {
    if (!Measure.reaches(Math.abs(move), limits.flashMove())) {
      return events;
    }
    crashes[instrument].forget();
    crashes[instrument].onPrice(nowNs, price);
    return with(events, trip(FLASH + instrument, move));
  }

  /** A trade closed. One that ended at 0 is no loss and ends a streak. */
  public List<BreakerEvent> onTrade(long timeNs, ClosedTrade trade) {
    List<BreakerEvent> events = onTime(timeNs);
    streak = trade.profitScaled() < 0 ? streak + 1 : 0;
    if (streak < limits.losingStreak()) {
      return events;
    }
    int length = streak;
    streak = 0;
    return with(events, trip(STREAK, length));
  }

  /** An order was rejected, or no answer to it ever came. */
  public List<BreakerEvent> onOrderFailed(long timeNs) {
    List<BreakerEvent> events = onTime(timeNs);
    if (!errors.add(nowNs)) {
      return events;
    }
    errors.clear();
    return with(events, trip(ERRORS, limits.errors().count()));
  }

  /**
   * An order was filled.
   *
   * @param slippageBps how far from the expected price, in basis points; above 0 against us
   */
  public List<BreakerEvent> onFill(long timeNs, double slippageBps) {
    Check.argument(Double.isFinite(slippageBps), "a slippage must be finite, at %s", timeNs);
    List<BreakerEvent> events = onTime(timeNs);
    slippage.add(slippageBps);
    double mean = slippage.mean();
    if (!slippage.isFull() || mean <= limits.slippageBps()) {
      return events;
    }
    slippage.reset();
    return with(events, trip(SLIPPAGE, mean));
  }

  private BreakerEvent trip(int i, double value) {
    sinceNs[i] = holds[i] ? sinceNs[i] : nowNs;
    holds[i] = true;
    untilNs[i] = Utc.plus(nowNs, limits.coolingNs());
    measured[i] = value;
    findNextReturn();
    return new BreakerEvent.Tripped(nowNs, stop(i));
  }

  private static List<BreakerEvent> with(List<BreakerEvent> events, BreakerEvent event) {
    List<BreakerEvent> all = new ArrayList<>(events);
    all.add(event);
    return all;
  }

  /** Somebody resumes from a breaker, in all instruments where it is of one. */
  public List<BreakerEvent> resume(long timeNs, StopReason reason) {
    List<BreakerEvent> events = new ArrayList<>(onTime(timeNs));
    for (int i = 0; i < holds.length; i++) {
      if (holds[i] && reason(i) == reason) {
        events.add(end(i, nowNs, true));
        forgive(i);
      }
    }
    return events;
  }

  private void forgive(int i) {
    if (i == COLLAPSE) {
      forgiven = dayLoss;
      forgivenDay = lossDay;
    }
  }

  /** What is allowed in an instrument at a time, which may lie after the last event. */
  public Stance stance(long timeNs, int instrument) {
    Stance worst = Stance.OPEN;
    for (int i = 0; i < holds.length; i++) {
      if (holdsAt(i, timeNs) && concerns(i, instrument)) {
        worst = Stance.worst(worst, stance(i));
      }
    }
    return worst;
  }

  private boolean holdsAt(int i, long timeNs) {
    return holds[i] && (i == COLLAPSE || timeNs < untilNs[i]);
  }

  private boolean concerns(int i, int instrument) {
    return i < FLASH || limits.flashStopsAll() || i == FLASH + instrument;
  }

  private Stance stance(int i) {
    return i == COLLAPSE
        ? new Stance.CloseAll(reason(i))
        : new Stance.NoEntries(reason(i), until(i));
  }

  private OptionalLong until(int i) {
    return i == COLLAPSE ? OptionalLong.empty() : OptionalLong.of(untilNs[i]);
  }

  /** All that hold at a time. */
  public List<ActiveStop> active(long timeNs) {
    List<ActiveStop> active = new ArrayList<>();
    for (int i = 0; i < holds.length; i++) {
      if (holdsAt(i, timeNs)) {
        active.add(stop(i));
      }
    }
    return active;
  }

  private ActiveStop stop(int i) {
    return new ActiveStop(
        reason(i), instrument(i), sinceNs[i], until(i), measured[i], limit(reason(i)));
  }

  private static StopReason reason(int i) {
    return REASONS[Math.min(i, FLASH)];
  }

  private static OptionalInt instrument(int i) {
    return i < FLASH ? OptionalInt.empty() : OptionalInt.of(i - FLASH);
  }

  private double limit(StopReason reason) {
    return switch (reason) {
      case DAY_COLLAPSE -> limits.dayLoss();
      case LOSING_STREAK -> limits.losingStreak();
      case ERROR_RATE -> limits.errors().count();
      case SLIPPAGE -> limits.slippageBps();
      case FLASH_CRASH -> limits.flashMove();
      case DAY_LOSS, WEEK_LOSS, MONTH_LOSS, DRAWDOWN, DATA, EMERGENCY_STOP ->
          throw new IllegalStateException("no breaker has the reason " + reason);
    };
  }

  @Override
  public void save(StateWriter out) {
    out.section("breakers", 2).writeLong(nowNs).writeInt(streak).writeDouble(dayLoss);
    out.writeLong(lossDay).writeDouble(forgiven).writeLong(forgivenDay);
    errors.save(out);
    slippage.save(out);
    for (FlashCrash crash : crashes) {
      crash.save(out);
    }
    for (boolean held : holds) {
      out.writeBoolean(held);
    }
    out.writeLongs(sinceNs).writeLongs(untilNs).writeDoubles(measured);
  }

  @Override
  public void load(StateReader in) {
    in.section("breakers", 2);
    nowNs = in.readLong();
    streak = in.readInt();
    dayLoss = in.readDouble();
    lossDay = in.readLong();
    forgiven = in.readDouble();
    forgivenDay = in.readLong();
    errors.load(in);
    slippage.load(in);
    for (FlashCrash crash : crashes) {
      crash.load(in);
    }
    for (int i = 0; i < holds.length; i++) {
      holds[i] = in.readBoolean();
    }
    in.readLongs(sinceNs);
    in.readLongs(untilNs);
    in.readDoubles(measured);
    findNextReturn();
  }
}
