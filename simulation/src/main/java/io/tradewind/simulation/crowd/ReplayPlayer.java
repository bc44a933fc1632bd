package io.tradewind.simulation.crowd;

import io.tradewind.core.order.Side;
import io.tradewind.core.time.Utc;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Has trades happen again among makers and takers. The makers stand around the latest price and
 * leave it free; for a trade one of them places there what somebody takes at once. A user's order
 * that is there first, or stands in the way, is part of it. What a user takes moves the prices that
 * follow, until the makers have recovered.
 */
final class ReplayPlayer implements Player {
  /** How often makers look at their quotes where nothing is traded. */
  private static final long REFRESH_NS = Utc.SECOND_NS;

  private final MarketPort port;
  private final MarketPort.Rules rules;
  private final CrowdModel.Accounts accounts;
  private final Prints prints;
  private final Ladder ladder;
  private Optional<Print> next;
  private long nextRefreshNs = Takers.NEVER;
  private double fairE8;

  /** What was too little to be traded as yet. */
  private long carriedE8;

  /** From trades, of which there is one at least. */
  ReplayPlayer(MarketPort port, CrowdModel crowd, double dailyVolumeE8, Prints prints) {
    this.port = port;
    this.rules = port.rules();
    this.accounts = crowd.accounts();
    this.prints = prints;
    this.next = prints.next();
    long startNs = next.map(Print::timeNs).orElse(0L);
    this.ladder = new Ladder(port, accounts.makerId(), crowd.makers(), dailyVolumeE8, startNs);
  }

  @Override
  public long nextDueNs() {
    return Math.min(next.map(Print::timeNs).orElse(Takers.NEVER), nextRefreshNs);
  }

  @Override
  public void perform() {
    if (next.isPresent() && next.get().timeNs() <= nextRefreshNs) {
      print(next.get());
      next = prints.next();
    } else {
      ladder.quoteBeside(fairE8, nextRefreshNs);
      nextRefreshNs += REFRESH_NS;
    }
  }

  private void print(Print print) {
    long nowNs = print.timeNs();
    fairE8 = print.priceE8();
    nextRefreshNs = nowNs + REFRESH_NS;
    long priceE8 = ladder.quoteBeside(fairE8, nowNs);
    carriedE8 += print.qtyE8();
    long leftE8 = carriedE8 - carriedE8 % rules.lotE8();
    while (Sizes.isOrder(rules, Math.min(leftE8, rules.maxQtyE8()), priceE8)) {
      long qtyE8 = Math.min(leftE8, rules.maxQtyE8());
      trade(print.aggressor(), qtyE8, priceE8, nowNs);
      leftE8 -= qtyE8;
      carriedE8 -= qtyE8;
    }
  }

  private void trade(Side aggressor, long qtyE8, long priceE8, long nowNs) {
    OptionalLong offer = port.rest(accounts.makerId(), aggressor.opposite(), qtyE8, priceE8, nowNs);
    port.take(accounts.takerId(), aggressor, qtyE8, priceE8, nowNs);
    offer.ifPresent(orderId -> port.cancel(accounts.makerId(), orderId, nowNs));
  }
}
