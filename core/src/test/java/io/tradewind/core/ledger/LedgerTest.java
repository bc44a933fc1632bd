package io.tradewind.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LedgerTest {
  @Test
  void whatOneAccountGivesAnotherTakes() {
    Ledger ledger = new Ledger(2);
    ledger.move(1, Account.MARKET, Account.WALLET, 5, 500);
    ledger.move(1, Account.WALLET, Account.FEES, 2, 200);
    assertThat(ledger.amount(1, Account.WALLET)).isEqualTo(3);
    assertThat(ledger.value(1, Account.WALLET)).isEqualTo(300);
    assertThat(ledger.amount(1, Account.MARKET)).isEqualTo(-5);
    assertThat(ledger.amount(0, Account.WALLET)).isZero();
    assertThat(ledger.value(Account.FEES)).isEqualTo(200);
    ledger.checkInvariants();
  }

  @Test
  void sumsToZeroAfterEveryMoveAndComesBackFromItsState() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Ledger ledger = new Ledger(3);
      for (int i = 0; i < 500; i++) {
        ledger.move(random.nextInt(3), any(random), any(random), amount(random), amount(random));
        ledger.checkInvariants();
      }
      StateWriter out = new StateWriter();
      ledger.save(out);
      Ledger copy = new Ledger(3);
      copy.load(new StateReader(out.toByteArray()));
      for (int asset = 0; asset < 3; asset++) {
        for (Account account : Account.values()) {
          assertThat(copy.amount(asset, account)).isEqualTo(ledger.amount(asset, account));
          assertThat(copy.value(asset, account)).isEqualTo(ledger.value(asset, account));
        }
      }
    }
  }

  @Test
  void whatDoesNotFitThrows() {
    Ledger ledger = new Ledger(1);
    ledger.move(0, Account.CAPITAL, Account.WALLET, Long.MAX_VALUE, 0);
    assertThatThrownBy(() -> ledger.move(0, Account.FEES, Account.WALLET, 1, 0))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aStateThatDoesNotBalanceIsFound() {
    StateWriter out = new StateWriter();
    long[] amounts = new long[Account.values().length];
    amounts[0] = 1;
    out.section("ledger", 2).writeLongs(amounts).writeLongs(new long[amounts.length]);
    Ledger ledger = new Ledger(1);
    ledger.load(new StateReader(out.toByteArray()));
    assertThatThrownBy(ledger::checkInvariants)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("zero");
  }

  private static Account any(SplittableRandom random) {
    return Account.values()[random.nextInt(Account.values().length)];
  }

  private static long amount(SplittableRandom random) {
    return random.nextLong(-1_000_000, 1_000_000);
  }
}
