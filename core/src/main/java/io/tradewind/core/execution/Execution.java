package io.tradewind.core.execution;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.time.Utc;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One order being worked. It is told of time, market and children, and answers by children that it
 * places and takes back. What is filled and what may still fill are together never more than was
 * asked for; only a venue that fills a child whose end it had told can make it more, and that is
 * counted, too, and everything else taken back. Nothing is lost in silence: when it ends, {@link
 * Progress#leftScaled} says what could not be had, and {@link Progress#reason} why.
 *
 * <p>Every event has the time at which it is told, epoch nanoseconds; one that is older than the
 * last is taken as if it were now. Nothing may be told from within a call of its {@link
 * ChildOrders}.
 */
public final class Execution implements Stateful {
  private static final long NEVER = Long.MAX_VALUE;
  private static final double BPS = 10_000;

  private final ParentOrder parent;
  private final ExecutionLimits limits;
  private final Tactic tactic;
  private final Desk desk;
  private final Consumer<Progress> listener;
  private ExecutionState state = ExecutionState.WAITING;
  private @Nullable EndReason reason;
  private long expireNs = NEVER;

  /**
   * @param orders where its children go
   * @param listener is told of every child, fill, slice and change of state, last of all in a call
   */
  public Execution(
      ParentOrder parent,
      ExecutionStyle style,
      ExecutionLimits limits,
      ChildOrders orders,
      Consumer<Progress> listener) {
    this.parent = parent;
    this.limits = limits;
    this.tactic = Tactic.of(style, parent);
    this.desk = new Desk(parent, limits, orders);
    this.listener = listener;
  }

  /** Begins. Prices told before this are known, and the newest is the arrival price. */
  public void onStart(long timeNs) {
    Check.invariant(state == ExecutionState.WAITING, "an execution starts once, it is %s", state);
    desk.advance(timeNs);
    desk.market().start(desk.nowNs());
    tactic.start(desk.nowNs());
    state = ExecutionState.RUNNING;
    step(-1);
  }

  /** Time has passed. */
  public void onTime(long timeNs) {
    long before = changes();
    desk.advance(timeNs);
    step(before);
  }

  /** The best bid and ask, both above 0. */
  public void onQuote(long timeNs, long bidScaled, long askScaled) {
    Check.argument(bidScaled > 0, "bidScaled must be > 0, was %s", bidScaled);
    Check.argument(askScaled > 0, "askScaled must be > 0, was %s", askScaled);
    long before = changes();
    desk.advance(timeNs);
    desk.market().quote(bidScaled, askScaled);
    step(before);
  }

  /** A trade of the market, or a candle: its close, or better its average price, and its volume. */
  public void onTrade(long timeNs, long priceScaled, long qtyScaled) {
    Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
    Check.argument(qtyScaled >= 0, "qtyScaled must be >= 0, was %s", qtyScaled);
    long before = changes();
    desk.advance(timeNs);
    desk.market().trade(priceScaled, qtyScaled);
    step(before);
  }

  /**
   * A fill of a child, however late.
   *
   * @param qtyScaled above 0, never over what the child asked for
   * @param quoteScaled price times quantity, slippage included, in cash scale
   */
  public void onChildFill(long timeNs, long handle, long qtyScaled, long quoteScaled) {
    long before = changes();
    desk.advance(timeNs);
    desk.filled(handle, qtyScaled, quoteScaled);
    step(before);
  }

  /** The end of a child; its rest is free. A child that was filled whole needs none. */
  public void onChildEnd(long timeNs, long handle, ChildEnd how) {
    long before = changes();
    desk.advance(timeNs);
    desk.ended(handle, how);
    step(before);
  }

  /** Takes it back: nothing more is placed, and open children are asked back. */
  public void cancel(long timeNs) {
    long before = changes();
    desk.advance(timeNs);
    if (state == ExecutionState.WAITING || state == ExecutionState.RUNNING) {
      stop(EndReason.CANCELLED);
    }
    step(before);
  }

  /** When it wants {@link #onTime} without any other event; the end of all times for never. */
  public long nextWakeNs() {
    if (state != ExecutionState.RUNNING) {
      return NEVER;
    }
    long wakeNs = Math.min(expireNs, Math.min(after(desk.retryNs()), after(tactic.nextWakeNs())));
    return Math.min(wakeNs, after(tactic.endNs()));
  }

  /** What lies behind us wakes nobody. */
  private long after(long timeNs) {
    return timeNs > desk.nowNs() ? timeNs : NEVER;
  }

  private void step(long before) {
    boolean isAtWork = state == ExecutionState.RUNNING && desk.nowNs() < expireNs;
    if (isAtWork && desk.market().hasPrice()) {
      tactic.act(desk);
    }
    settle();
    if (changes() != before) {
      listener.accept(progress());
    }
  }

  /** Ends what is to end, and gives what is at its end one last call. */
  private void settle() {
    ChildBook book = desk.book();
    if (desk.committedScaled() > parent.qtyScaled()) {
      desk.cancelAll();
    }
    if (state == ExecutionState.RUNNING) {
      giveUp(book);
    }
    if (book.openChildren() > 0 || state.isFinal()) {
      return;
    }
    if (state != ExecutionState.WAITING && book.filledScaled() >= parent.qtyScaled()) {
      finish(EndReason.FILLED);
    } else if (state == ExecutionState.STOPPING && reason != null) {
      finish(reason);
    }
  }

  private void giveUp(ChildBook book) {
    if (expireNs == NEVER && desk.nowNs() >= tactic.endNs()) {
      expireNs = Utc.plus(desk.nowNs(), limits.lastCallNs());
    }
    if (desk.refusals() >= limits.maxRefusals()) {
      stop(unlessCut(EndReason.REFUSED));
    } else if (desk.nowNs() >= expireNs) {
      stop(unlessCut(EndReason.TIME_UP));
    } else if (book.openChildren() == 0
        && desk.unplacedScaled() > 0
        && desk.market().hasPrice()
        && desk.isRestTooSmall()) {
      stop(unlessCut(EndReason.REST_TOO_SMALL));
    }
  }

  /** Where the last child was cut, that is why something is left. */
  private EndReason unlessCut(EndReason why) {
    return desk.isCut() ? EndReason.CUT : why;
  }

  private void stop(EndReason why) {
    reason = why;
    state = ExecutionState.STOPPING;
    desk.cancelAll();
  }

  private void finish(EndReason why) {
    reason = why;
    state = why.state();
    desk.market().stop();
  }

  /** Rises with every child, fill, end, slice and state, for none of its parts ever falls. */
  private long changes() {
    ChildBook book = desk.book();
    long ended = (long) book.children() - book.openChildren();
    long counted = book.children() + ended + tactic.slicesDone(book) + state.ordinal();
    return counted + book.filledScaled();
  }

  /** Where it stands. */
  public ExecutionState state() {
    return state;
  }

  /** How far it is. */
  public Progress progress() {
    ChildBook book = desk.book();
    MarketTape market = desk.market();
    OptionalDouble benchmark =
        switch (tactic.benchmark()) {
          case ARRIVAL -> market.arrival();
          case TWAP -> market.twap();
          case VWAP -> market.vwap();
        };
    OptionalDouble average = averagePrice();
    return new Progress(
        state,
        Optional.ofNullable(reason),
        parent.qtyScaled(),
        book.filledScaled(),
        book.openScaled(),
        tactic.slicesDone(book),
        market.arrival(),
        average,
        market.twap(),
        market.vwap(),
        benchmark,
        slippageBps(average, market.arrival()),
        slippageBps(average, benchmark));
  }

  private OptionalDouble averagePrice() {
    ChildBook book = desk.book();
    if (book.filledScaled() == 0) {
      return OptionalDouble.empty();
    }
    double quote = Crossing.toDouble(book.filledQuoteScaled(), parent.instrument().cashScale());
    return OptionalDouble.of(
        quote / Crossing.toDouble(book.filledScaled(), parent.instrument().qtyScale()));
  }

  private OptionalDouble slippageBps(OptionalDouble average, OptionalDouble against) {
    if (average.isEmpty() || against.isEmpty()) {
      return OptionalDouble.empty();
    }
    double ratio = average.getAsDouble() / against.getAsDouble() - 1;
    return OptionalDouble.of(parent.side().sign() * BPS * ratio);
  }

  /** Its children add up, and it is final only when none is open. */
  public void checkInvariants() {
    ChildBook book = desk.book();
    book.checkInvariants();
    Check.invariant(
        !state.isFinal() || book.openChildren() == 0, "ended with %s open", book.openChildren());
  }

  @Override
  public void save(StateWriter out) {
    out.section("execution", 2)
        .writeInt(state.ordinal())
        .writeInt(reason == null ? -1 : reason.ordinal())
        .writeLong(expireNs);
    desk.save(out);
    tactic.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("execution", 2);
    state = ExecutionState.values()[in.readCount(ExecutionState.values().length - 1)];
    int why = in.readInt();
    if (why < -1 || why >= EndReason.values().length) {
      throw new StateException("no reason to end has the number " + why);
    }
    reason = why < 0 ? null : EndReason.values()[why];
    expireNs = in.readLong();
    desk.load(in);
    tactic.load(in);
  }
}
