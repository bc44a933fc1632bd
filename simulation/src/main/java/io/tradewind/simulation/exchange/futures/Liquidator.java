package io.tradewind.simulation.exchange.futures;

import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;

/**
 * Closes positions of which what stands behind them is no more than their maintenance margin, at
 * the mark. An isolated position goes by itself; of cross positions the one with the largest
 * maintenance margin goes first, and the next only if that was not enough.
 */
final class Liquidator {
  private static final long MILLION = 1_000_000;

  private final Clearing clearing;
  private final OrderDesk orders;
  private final FuturesListener listener;
  private final MarginWatch watch;

  Liquidator(Clearing clearing, OrderDesk orders, FuturesListener listener) {
    this.clearing = clearing;
    this.orders = orders;
    this.listener = listener;
    this.watch = new MarginWatch(listener);
  }

  /** Looks at the next account that may stand beyond its liquidation, if there is one. */
  boolean checkNext() {
    Optional<FuturesAccount> suspect = clearing.nextSuspect();
    suspect.filter(it -> !it.terms.unlimited()).ifPresent(this::check);
    return suspect.isPresent();
  }

  private void check(FuturesAccount account) {
    watch.look(account, clearing.nowNs());
    for (Position position : account.positions()) {
      if (position.isIsolatedBeyond()) {
        expireOrders(position);
        liquidate(position);
        clearing.suspect(account);
        return;
      }
    }
    for (String asset : account.assets()) {
      CrossMargin cross = account.cross(asset);
      if (cross.isBeyond()) {
        cross(account, asset);
        clearing.suspect(account);
        return;
      }
      if (cross.walletE8() < 0 && account.positions().stream().allMatch(Position::isFlat)) {
        clearing.publish(AccountUpdate.Reason.ORDER);
        clearing.insure(account, Optional.empty(), asset, -cross.walletE8());
        clearing.publish(AccountUpdate.Reason.INSURANCE_CLEAR);
      }
    }
  }

  private void cross(FuturesAccount account, String asset) {
    account.positions().stream()
        .filter(it -> !it.isIsolated() && it.asset().equals(asset))
        .forEach(Liquidator::expireOrders);
    account.positions().stream()
        .filter(it -> !it.isIsolated() && !it.isFlat() && it.asset().equals(asset))
        .max(Comparator.comparingLong(Position::maintenanceE8))
        .ifPresent(this::liquidate);
  }

  private static void expireOrders(Position position) {
    position
        .orders
        .open()
        .forEach(order -> position.market.expire(order, ExpiryReason.LIQUIDATION));
  }

  private void liquidate(Position position) {
    FuturesAccount account = position.account;
    String asset = position.asset();
    boolean isolated = position.isIsolated();
    long behindE8 = position.isolatedWalletE8;
    long walletE8 = account.walletE8(asset);
    long priceE8 = position.bankruptcyPriceE8();
    FuturesOrder order = orders.liquidation(position, priceE8);
    if (order.status.isOpen()) {
      position.market.takeOver(order, priceE8);
    }
    clearing.publish(AccountUpdate.Reason.ORDER);
    CrossMargin cross = account.cross(asset);
    long left =
        isolated
            ? behindE8 + account.walletE8(asset) - walletE8
            : cross.walletE8() + cross.unrealisedE8();
    settle(order, left, isolated || cross.positions() == 0);
    listener.onForceOrder(new ForceOrder(clearing.nowNs(), order.view()));
  }

  /** The fee goes to the fund, as far as there is something; what is missing comes from there. */
  private void settle(FuturesOrder order, long leftE8, boolean last) {
    long feePpm = order.position.market.listing.margin().liquidationFeePpm();
    long quoteE8 = order.quoteE16.divide(Position.ONE).longValueExact();
    long feeE8 = FixedPoint.mulDiv(quoteE8, feePpm, MILLION, RoundingMode.DOWN);
    long amount = leftE8 >= 0 ? -Math.min(leftE8, feeE8) : last ? -leftE8 : 0;
    Position position = order.position;
    clearing.insure(
        position.account, Optional.of(position.market.listing.symbol()), position.asset(), amount);
    clearing.publish(AccountUpdate.Reason.INSURANCE_CLEAR);
  }
}
