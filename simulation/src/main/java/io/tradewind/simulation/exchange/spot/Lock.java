package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.check.Check;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Ledger;
import java.util.List;

/**
 * What is set aside for an order, or once for a pair of which one cancels the other: what the one
 * needs that needs more.
 */
final class Lock {
  private final Ledger ledger;
  private final Account account;
  private final String asset;
  private final List<SpotOrder> members;
  private long lockedE8;

  /** With nothing in it. */
  Lock(Ledger ledger, Account account, String asset, List<SpotOrder> members) {
    this.ledger = ledger;
    this.account = account;
    this.asset = asset;
    this.members = members;
  }

  long lockedE8() {
    return lockedE8;
  }

  Account account() {
    return account;
  }

  String asset() {
    return asset;
  }

  long needE8() {
    long need = 0;
    for (SpotOrder member : members) {
      need = Math.max(need, member.needE8());
    }
    return need;
  }

  /** Sets aside so much; false, and nothing is changed, if the account has less. */
  boolean raiseTo(long amountE8) {
    long more = amountE8 - lockedE8;
    if (more > 0) {
      if (!ledger.canLock(account, asset, more)) {
        return false;
      }
      ledger.lock(account, asset, more);
    } else if (more < 0) {
      ledger.unlock(account, asset, -more);
    } else {
      ledger.touch(account, asset);
    }
    lockedE8 = amountE8;
    return true;
  }

  /** Gives back what is no longer needed. */
  void shrink() {
    long need = needE8();
    Check.invariant(need <= lockedE8, "%s are needed, %s locked", need, lockedE8);
    if (need < lockedE8) {
      ledger.unlock(account, asset, lockedE8 - need);
      lockedE8 = need;
    }
  }

  /** To the other side of a trade, less a fee. */
  void pay(Account to, long amountE8, long feeE8) {
    ledger.pay(account, to, asset, amountE8, feeE8);
    lockedE8 -= amountE8;
  }
}
