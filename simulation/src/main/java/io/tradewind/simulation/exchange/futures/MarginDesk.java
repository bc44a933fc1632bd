package io.tradewind.simulation.exchange.futures;

import java.math.BigInteger;
import java.util.List;

/** Leverage, margin type, what stands behind isolated positions, and funding. */
final class MarginDesk {
  private final Clearing clearing;
  private final FuturesListener listener;

  MarginDesk(Clearing clearing, FuturesListener listener) {
    this.clearing = clearing;
    this.listener = listener;
  }

  Result<PositionView> setLeverage(Position position, int leverage) {
    FuturesListing listing = position.market.listing;
    if (leverage < 1 || leverage > listing.maxLeverage()) {
      return new Result.Refused<>(RefusalReason.LEVERAGE_INVALID);
    }
    if (position.isIsolated() && !position.isFlat() && leverage < position.leverage) {
      return new Result.Refused<>(RefusalReason.LEVERAGE_REDUCTION_ISOLATED);
    }
    if (position.exposureE8(position.bidsE8, position.asksE8) > listing.maxNotionalE8(leverage)) {
      return new Result.Refused<>(RefusalReason.POSITION_LIMIT_AT_LEVERAGE);
    }
    int before = position.leverage;
    position.leverage = leverage;
    if (leverage < before
        && !position.account.terms.unlimited()
        && position.account.cross(position.asset()).freeE8() < 0) {
      position.leverage = before;
      return new Result.Refused<>(RefusalReason.LEVERAGE_MARGIN_INSUFFICIENT);
    }
    listener.onConfig(
        new ConfigUpdate(clearing.nowNs(), position.account.accountId, listing.symbol(), leverage));
    return new Result.Done<>(position.view());
  }

  Result<PositionView> setMarginType(Position position, MarginType type) {
    if (position.marginType == type) {
      return new Result.Refused<>(RefusalReason.MARGIN_TYPE_UNCHANGED);
    }
    if (position.orders.openCount() > 0) {
      return new Result.Refused<>(RefusalReason.MARGIN_TYPE_OPEN_ORDERS);
    }
    if (!position.isFlat()) {
      return new Result.Refused<>(RefusalReason.MARGIN_TYPE_POSITION);
    }
    position.marginType = type;
    clearing.touch(position, 0);
    clearing.publish(AccountUpdate.Reason.MARGIN_TYPE_CHANGE);
    return new Result.Done<>(position.view());
  }

  /** Puts more behind an isolated position, or takes some of it out if negative. */
  Result<PositionView> moveMargin(Position position, long amountE8) {
    if (!position.isIsolated()) {
      return new Result.Refused<>(RefusalReason.MARGIN_NOT_ISOLATED);
    }
    if (position.isFlat()) {
      return new Result.Refused<>(RefusalReason.POSITION_IS_ZERO);
    }
    if (amountE8 > 0 && amountE8 > position.account.cross(position.asset()).maxWithdrawE8()) {
      return new Result.Refused<>(RefusalReason.CROSS_BALANCE_INSUFFICIENT);
    }
    long spare =
        position.isolatedWalletE8
            + Math.min(0, position.unrealisedE8())
            - position.positionMarginE8();
    if (amountE8 < 0 && -amountE8 > spare) {
      return new Result.Refused<>(RefusalReason.ISOLATED_BALANCE_INSUFFICIENT);
    }
    position.isolatedWalletE8 += amountE8;
    position.account.add(
        new MarginChange(
            position.market.listing.symbol(), position.asset(), amountE8, clearing.nowNs()));
    clearing.touch(position, 0);
    clearing.publish(AccountUpdate.Reason.MARGIN_TRANSFER);
    return new Result.Done<>(position.view());
  }

  /** Longs pay where the rate is above 0; each amount is cut. */
  void fund(FuturesMarket market, long rateE8) {
    List<Position> holders = market.holders();
    for (Position position : holders) {
      BigInteger due =
          Position.product(market.markE8(), position.amountE8)
              .multiply(BigInteger.valueOf(rateE8))
              .divide(Position.ONE)
              .divide(Position.ONE);
      long amountE8 = due.negate().longValueExact();
      if (amountE8 != 0) {
        clearing.fund(position, amountE8);
      }
    }
    market.onFunding(rateE8);
    clearing.publish(AccountUpdate.Reason.FUNDING_FEE);
  }
}
