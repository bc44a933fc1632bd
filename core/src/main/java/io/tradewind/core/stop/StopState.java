package io.tradewind.core.stop;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.analytics.window.RollingRange;
import io.tradewind.core.trade.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where the stop of one position stands as its entries are filled and its bars close, and what else
 * ends it: return by age and age. The stop is the nearest level that any rule has ever asked for,
 * so it never loosens, whatever the average price, the range or the rules do later.
 *
 * <p>A bar counts with its extremes if it began at the entry or later; of the bar in which the
 * position was opened only the close is known to come after, so only that counts. A range that is
 * NaN or 0 leaves the rules that need one where they are. A level that the price has already passed
 * is a stop that was hit: {@link #isTripped} says so, and the position is to be closed at the
 * market.
 *
 * <p>One object serves one position after the other: {@link #open}, then {@link #onEntry} for each
 * fill that opens or adds, {@link #onBar} for each bar, {@link #close} when it is flat.
 */
public final class StopState implements Stateful {
  private StopPlan plan = StopPlan.NONE;
  private Direction direction = Direction.LONG;
  private boolean open;
  private double costs;
  private long entryTimeNs;
  private double entry = Double.NaN;
  private double best = Double.NaN;
  private double entryAtr = Double.NaN;
  private double atr = Double.NaN;

  /** By rule, from the first bar on; a window of one bar where the rule has none. */
  private List<RollingRange> windows = List.of();

  private boolean followsBars;
  private boolean hasBars;

  /** All rules. */
  private final Ratchet whole = new Ratchet();

  /** What is to be amended: all but how far the venue's own trailing order has come. */
  private final Ratchet amended = new Ratchet();

  /** Of no position yet. */
  public StopState() {}

  /**
   * A position is opened; what was before is forgotten.
   *
   * @param plan that holds for it
   * @param direction long or short
   * @param costs of entry and exit as a ratio of the entry price: where break-even is
   * @param timeNs of its first fill, epoch nanoseconds
   */
  public void open(StopPlan plan, Direction direction, double costs, long timeNs) {
    Check.argument(costs >= 0 && costs < 1, "costs must be in [0, 1), was %s", costs);
    close();
    this.plan = plan;
    this.direction = direction;
    this.costs = costs;
    this.entryTimeNs = timeNs;
    this.followsBars = plan.followsBars();
    open = true;
  }

  /**
   * Another signal has added to the position: from now on its plan holds. The stop stays where it
   * is until a rule of the new plan is nearer; windows of bars begin again.
   */
  public void replan(StopPlan next) {
    checkOpen();
    // The venue's trailing order may be replaced: what is placed then stands where it had come to.
    whole
        .standing()
        .ifPresent(level -> amended.offer(level.price(), level.setBy(), direction.sign(), true));
    plan = next;
    followsBars = next.followsBars();
    hasBars = false;
  }

  private static List<RollingRange> windows(StopPlan plan) {
    List<RollingRange> windows = new ArrayList<>();
    for (StopRule rule : plan.stops()) {
      windows.add(
          new RollingRange(rule instanceof StopRule.Chandelier chandelier ? chandelier.bars() : 1));
    }
    return windows;
  }

  /** The position is flat: there is no stop any more. */
  public void close() {
    open = false;
    plan = StopPlan.NONE;
    followsBars = false;
    hasBars = false;
    costs = 0;
    entryTimeNs = 0;
    entry = Double.NaN;
    best = Double.NaN;
    entryAtr = Double.NaN;
    atr = Double.NaN;
    whole.clear();
    amended.clear();
  }

  /**
   * A fill opened or added.
   *
   * @param averagePrice of all fills that opened so far, in quote
   * @param range average true range in quote as last known, NaN where it is not
   */
  public void onEntry(double averagePrice, double range) {
    checkOpen();
    Check.argument(averagePrice > 0, "averagePrice must be > 0, was %s", averagePrice);
    entry = averagePrice;
    take(range);
    best = better(best, averagePrice);
    for (int i = 0; i < plan.stops().size(); i++) {
      StopRule rule = plan.stops().get(i);
      double level = level(rule, i);
      whole.offer(level, rule, direction.sign(), false);
      amended.offer(level, rule, direction.sign(), false);
    }
  }

  /**
   * The stop is no further from a price than a ratio of it, such as from a fill than its size was
   * reckoned with.
   */
  public void hold(double price, double distance) {
    checkOpen();
    StopRule rule = new StopRule.Fixed(distance);
    double level = price * (1 - direction.sign() * distance);
    whole.offer(level, rule, direction.sign(), false);
    amended.offer(level, rule, direction.sign(), false);
  }

  /**
   * A bar closed after the entry.
   *
   * @param openNs its beginning, epoch nanoseconds
   * @param high in quote, like low and close
   * @param range average true range in quote with this bar, NaN where it is not known
   */
  public void onBar(long openNs, double high, double low, double close, double range) {
    checkOpen();
    boolean isWhole = openNs >= entryTimeNs;
    double top = isWhole ? high : close;
    double bottom = isWhole ? low : close;
    take(range);
    best = better(best, direction == Direction.LONG ? top : bottom);
    if (!hasBars) {
      windows = windows(plan);
      hasBars = true;
    }
    for (int i = 0; i < plan.stops().size(); i++) {
      windows.get(i).push(top, bottom);
      StopRule rule = plan.stops().get(i);
      double level = level(rule, i);
      whole.offer(level, rule, direction.sign(), true);
      if (!rule.isKeptByVenue()) {
        amended.offer(level, rule, direction.sign(), true);
      }
    }
  }

  private void take(double range) {
    if (range > 0 && range < Double.POSITIVE_INFINITY) {
      atr = range;
      entryAtr = Double.isNaN(entryAtr) ? range : entryAtr;
    }
  }

  private double better(double one, double other) {
    return one * direction.sign() >= other * direction.sign() ? one : other;
  }

  /** Where a rule wants the stop now, NaN where it says nothing. */
  private double level(StopRule rule, int index) {
    int sign = direction.sign();
    return switch (rule) {
      case StopRule.Fixed fixed -> entry * (1 - sign * fixed.distance());
      case StopRule.SignalPrice signal -> signal.price();
      case StopRule.Volatility volatility -> entry - sign * volatility.multiple() * entryAtr;
      case StopRule.TrailingPercent trailing ->
          hasEarned(trailing.offset()) ? best * (1 - sign * trailing.distance()) : Double.NaN;
      case StopRule.TrailingAtr trailing -> best - sign * trailing.multiple() * atr;
      case StopRule.Chandelier chandelier -> extreme(index) - sign * chandelier.multiple() * atr;
      case StopRule.BreakEven even ->
          hasEarned(even.after()) ? entry * (1 + sign * costs) : Double.NaN;
    };
  }

  private boolean hasEarned(double ratio) {
    return direction.sign() * best >= direction.sign() * entry * (1 + direction.sign() * ratio);
  }

  /** Of the bars; of none the entry. */
  private double extreme(int index) {
    if (!hasBars) {
      return entry;
    }
    RollingRange window = windows.get(index);
    return direction == Direction.LONG ? window.highest() : window.lowest();
  }

  private void checkOpen() {
    Check.invariant(open, "a stop must have a position, had none");
  }

  /** Whether there is a position. */
  public boolean isOpen() {
    return open;
  }

  /** Whether any rule moves with the bars. */
  public boolean followsBars() {
    return followsBars;
  }

  /** The plan of the position. */
  public StopPlan plan() {
    return plan;
  }

  /** Where the stop stands by all rules, as of the last close. */
  public Optional<StopLevel> level() {
    return whole.standing();
  }

  /**
   * Where an order at the venue is to stand: as {@link #level}, but of a trailing stop that the
   * venue keeps only where it began. It changes when there is something to amend.
   */
  public Optional<StopLevel> order() {
    return amended.standing();
  }

  /** Whether the stop has moved since it was first placed. */
  public boolean hasMoved() {
    return whole.hasMoved();
  }

  /** Whether a price is at the stop or beyond it. */
  public boolean isTripped(double price) {
    return whole.isSet() && direction.sign() * price <= direction.sign() * whole.level();
  }

  /** Whether the position has come to its greatest age. */
  public boolean isOld(long timeNs) {
    return open
        && plan.maxHoldNs().isPresent()
        && timeNs - entryTimeNs >= plan.maxHoldNs().getAsLong();
  }

  /**
   * The price that gives the return that its age asks for; empty where there is none yet, or where
   * a short would have to earn more than all.
   */
  public OptionalDouble roiPrice(long timeNs) {
    OptionalDouble ratio = plan.roi(timeNs - entryTimeNs);
    double price = entry * (1 + direction.sign() * ratio.orElse(0));
    return ratio.isPresent() && price > 0 ? OptionalDouble.of(price) : OptionalDouble.empty();
  }

  /** The prices of the ladder with their shares of all that was bought, the nearest first. */
  public List<TakeProfit> ladder() {
    return TakeProfit.of(plan.ladder(), direction, entry);
  }

  @Override
  public void save(StateWriter out) {
    out.section("stop-state", 1).writeBoolean(open);
    StopPlanCodec.write(out, plan);
    out.writeInt(direction.ordinal())
        .writeDouble(costs)
        .writeLong(entryTimeNs)
        .writeDouble(entry)
        .writeDouble(best)
        .writeDouble(entryAtr)
        .writeDouble(atr)
        .writeBoolean(hasBars);
    if (hasBars) {
      windows.forEach(window -> window.save(out));
    }
    whole.save(out);
    amended.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("stop-state", 1);
    open = in.readBoolean();
    plan = StopPlanCodec.read(in);
    direction = Direction.values()[in.readInt()];
    costs = in.readDouble();
    entryTimeNs = in.readLong();
    entry = in.readDouble();
    best = in.readDouble();
    entryAtr = in.readDouble();
    atr = in.readDouble();
    hasBars = in.readBoolean();
    followsBars = plan.followsBars();
    if (hasBars) {
      windows = windows(plan);
      windows.forEach(window -> window.load(in));
    }
    whole.load(in);
    amended.load(in);
  }
}
