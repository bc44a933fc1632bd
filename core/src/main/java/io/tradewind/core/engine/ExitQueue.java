package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What closes at the market. Where a venue takes several exits of a position it goes out at once.
 * Where an exit that rests holds what it would sell, one is open at a time: the one that rests is
 * taken back, and what is to be closed waits until it has ended. A cancel that has no answer is
 * asked for again after 1, 2, 4, ... 32 seconds.
 */
final class ExitQueue implements Stateful {
  private static final OrderTerms MARKET = new OrderTerms.Market();
  private static final OrderSize POSITION = new OrderSize.Position();

  private final OrderDesk orders;
  private final Portfolio portfolio;
  private final boolean isSingle;
  private final @Nullable ExitWish[] waiting;

  /** When the cancels that are waited for are asked again. */
  private final ExitRetries cancels;

  ExitQueue(OrderDesk orders, Portfolio portfolio, int instruments) {
    this.orders = orders;
    this.portfolio = portfolio;
    this.isSingle = !orders.can(Ability.SEVERAL_EXITS);
    this.waiting = new ExitWish[instruments];
    this.cancels = new ExitRetries(instruments);
  }

  /** Whether one exit of a position is open at a time. */
  boolean isSingle() {
    return isSingle;
  }

  /** Closes it, now or when what is open has ended, with what waits already. */
  void ask(int instrument, ExitWish wish, long timeNs) {
    if (!isSingle) {
      send(instrument, wish, timeNs);
      return;
    }
    ExitWish before = waiting[instrument];
    waiting[instrument] = before == null ? wish : before.and(wish);
    if (isAnyOpen(instrument)) {
      takeBack(instrument);
      cancels.lost(instrument, timeNs, Optional.empty());
    } else {
      release(instrument, timeNs);
    }
  }

  /** Closes all of it now, whatever else is open: the venue may refuse it. */
  void force(int instrument, OrderPurpose purpose, long timeNs) {
    forget(instrument);
    send(instrument, ExitWish.all(purpose), timeNs);
  }

  /** What waits goes out, no more of it than is held, if nothing is open; whether something did. */
  boolean release(int instrument, long timeNs) {
    ExitWish wish = waiting[instrument];
    if (wish == null || isAnyOpen(instrument)) {
      return false;
    }
    forget(instrument);
    send(instrument, wish, timeNs);
    return isAnyOpen(instrument);
  }

  private void send(int instrument, ExitWish wish, long timeNs) {
    long held = portfolio.position(instrument).qtyScaled();
    boolean isAll = wish.isAll() || (isSingle && wish.qtyScaled() >= Math.abs(held));
    orders.reduce(
        instrument,
        held > 0 ? Side.SELL : Side.BUY,
        isAll ? POSITION : new OrderSize.Base(wish.qtyScaled()),
        MARKET,
        wish.purpose(),
        timeNs);
  }

  /** What rests ends. What is at the market ends by itself. */
  private void takeBack(int instrument) {
    List<Order> open = orders.open(instrument);
    for (int i = 0; i < open.size(); i++) {
      if (isExit(open.get(i)) && !isAtMarket(open.get(i))) {
        orders.cancel(open.get(i));
      }
    }
  }

  /** Nothing waits any more. */
  void forget(int instrument) {
    waiting[instrument] = null;
    cancels.clear(instrument);
  }

  /** Nothing waits any more but what is for this. */
  void forgetOthers(int instrument, OrderPurpose purpose) {
    ExitWish wish = waiting[instrument];
    if (wish != null && !(wish.isAll() && wish.purpose() == purpose)) {
      forget(instrument);
    }
  }

  /** Whether all of it is to be closed, and waits. */
  boolean isClosing(int instrument) {
    ExitWish wish = waiting[instrument];
    return wish != null && wish.isAll();
  }

  /**
   * Whether no exit may be placed beside: something waits, is at the market, or is being taken
   * back. Never where a venue takes several.
   */
  boolean isBusy(int instrument) {
    if (!isSingle) {
      return false;
    }
    boolean busy = waiting[instrument] != null;
    List<Order> open = orders.open(instrument);
    for (int i = 0; i < open.size() && !busy; i++) {
      Order order = open.get(i);
      busy = isExit(order) && (order.isCancelAsked() || isAtMarket(order));
    }
    return busy;
  }

  /** Whether any exit has not ended. */
  boolean isAnyOpen(int instrument) {
    List<Order> open = orders.open(instrument);
    for (int i = 0; i < open.size(); i++) {
      if (isExit(open.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExit(Order order) {
    return order.intent().reduceOnly();
  }

  private static boolean isAtMarket(Order order) {
    return order.terms() instanceof OrderTerms.Market;
  }

  /** When {@link #onTimer} is due; {@link Long#MAX_VALUE} where it is not. */
  long nextTimerNs() {
    return cancels.nextNs();
  }

  /** Cancels that have no answer are asked for again. */
  void onTimer(long timeNs) {
    for (int i = 0; i < waiting.length && cancels.nextNs() <= timeNs; i++) {
      if (cancels.take(i, timeNs) && waiting[i] != null) {
        List<Order> open = orders.open(i);
        for (int j = 0; j < open.size(); j++) {
          if (isExit(open.get(j)) && open.get(j).isCancelAsked()) {
            orders.cancelAgain(open.get(j));
          }
        }
        cancels.lost(i, timeNs, Optional.empty());
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("exit-queue", 1);
    for (ExitWish wish : waiting) {
      out.writeBoolean(wish != null);
      if (wish != null) {
        wish.save(out);
      }
    }
    cancels.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("exit-queue", 1);
    for (int i = 0; i < waiting.length; i++) {
      waiting[i] = in.readBoolean() ? ExitWish.load(in) : null;
    }
    cancels.load(in);
  }
}
