package io.tradewind.simulation.exchange.futures;

import io.tradewind.simulation.exchange.Amounts;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Calls for margin before it is too late, of each isolated position and of each cross margin. */
final class MarginWatch {
  /** So many of a hundred parts of what stands behind may be needed. */
  private static final long CALL_PERCENT = 80;

  private final FuturesListener listener;

  MarginWatch(FuturesListener listener) {
    this.listener = listener;
  }

  void look(FuturesAccount account, long nowNs) {
    for (Position position : account.positions()) {
      if (position.isIsolated()) {
        boolean isCalled =
            !position.isFlat()
                && isTooMuch(
                    position.maintenanceE8(), position.isolatedWalletE8 + position.unrealisedE8());
        if (changes(account, "isolated " + position.market.listing.symbol(), isCalled)) {
          tell(account, OptionalLong.empty(), it -> it == position, nowNs);
        }
      }
    }
    for (String asset : account.assets()) {
      CrossMargin cross = account.cross(asset);
      boolean isCalled =
          cross.positions() > 0
              && isTooMuch(cross.maintenanceE8(), cross.walletE8() + cross.unrealisedE8());
      if (changes(account, "cross " + asset, isCalled)) {
        Predicate<Position> crossed =
            it -> !it.isIsolated() && !it.isFlat() && it.asset().equals(asset);
        tell(account, OptionalLong.of(cross.walletE8()), crossed, nowNs);
      }
    }
  }

  private static boolean isTooMuch(long maintenanceE8, long behindE8) {
    return Amounts.compareProducts(maintenanceE8, 100, Math.max(0, behindE8), CALL_PERCENT) >= 0;
  }

  /** Whether a call begins. */
  private static boolean changes(FuturesAccount account, String of, boolean isCalled) {
    if (isCalled) {
      return account.calls.add(of);
    }
    account.calls.remove(of);
    return false;
  }

  private void tell(
      FuturesAccount account, OptionalLong wallet, Predicate<Position> which, long nowNs) {
    List<MarginCall.Called> called =
        account.positions().stream()
            .filter(which)
            .map(it -> new MarginCall.Called(it.view(), it.market.markE8()))
            .toList();
    listener.onMarginCall(new MarginCall(nowNs, account.accountId, wallet, called));
  }
}
