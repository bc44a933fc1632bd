package io.tradewind.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  private static final Account[] ACCOUNTS = Account.values();

  @Test
  void whatLeavesOneAccountArrivesInTheOther() {
    Ledger ledger = new Ledger(2);
    ledger.move(0, Account.CAPITAL, Account.WALLET, 100, 100);
    ledger.move(0, Account.WALLET, Account.MARKET, 60, 60);
    ledger.move(1, Account.MARKET, Account.WALLET, 3, 60);
    ledger.move(1, Account.WALLET, Account.FEES, 1, 20);
    assertThat(ledger.amount(0, Account.WALLET)).isEqualTo(40);
    assertThat(ledger.amount(0, Account.CAPITAL)).isEqualTo(-100);
    assertThat(ledger.amount(1, Account.WALLET)).isEqualTo(2);
    assertThat(ledger.amount(1, Account.MARKET)).isEqualTo(-3);
    assertThat(ledger.value(1, Account.WALLET)).isEqualTo(40);
    assertThat(ledger.value(Account.WALLET)).isEqualTo(80);
    assertThat(ledger.value(Account.MARKET)).isZero();
    assertThat(ledger.value(Account.FEES)).isEqualTo(20);
    assertThat(ledger.value(Account.FUNDING)).isZero();
    ledger.checkInvariants();
  }

  @Test
  void aNegativeAmountMovesTheOtherWay() {
    Ledger there = new Ledger(1);
    Ledger back = new Ledger(1);
    there.move(0, Account.WALLET, Account.FUNDING, -7, -9);
    back.move(0, Account.FUNDING, Account.WALLET, 7, 9);
    assertThat(bytes(there)).isEqualTo(bytes(back));
  }

  /** Amount and value on both accounts, then a movement that does not fit. */
  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 0, 1, 0",
    "0, 9223372036854775807, 0, 1",
    "-9223372036854775807, 0, -1, 0",
    "0, -9223372036854775807, 0, -1"
  })
  void whatDoesNotFitThrows(long amount, long value, long nextAmount, long nextValue) {
    Ledger ledger = new Ledger(1);
    ledger.move(0, Account.CAPITAL, Account.WALLET, amount, value);
    assertThatThrownBy(() -> ledger.move(0, Account.CAPITAL, Account.WALLET, nextAmount, nextValue))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aBrokenLedgerIsSeen() {
    assertThatThrownBy(() -> load(1, new long[] {5, -4, 0, 0, 0, 0}, new long[6]).checkInvariants())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an asset must sum to zero over its accounts, was 1");
    assertThatThrownBy(() -> load(1, new long[6], new long[] {5, 0, -7, 0, 0, 0}).checkInvariants())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("values must sum to zero, was -2");
    load(2, new long[] {5, -5, 0, 0, 0, 0, 0, 0, 3, -3, 0, 0}, new long[12]).checkInvariants();
    assertThatThrownBy(() ->
            load(2, new long[] {5, 0, 0, 0, 0, 0, -5, 0, 0, 0, 0, 0}, new long[12])
                .checkInvariants())
        .hasMessage("an asset must sum to zero over its accounts, was 5");
  }

  @Test
  void balancesAfterEveryMovementAndComesBackFromItsState() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int assets = random.nextInt(1, 5);
      Ledger ledger = new Ledger(assets);
      long[][] amounts = new long[assets][ACCOUNTS.length];
      long[][] values = new long[assets][ACCOUNTS.length];
      for (int i = 0; i < 200; i++) {
        int asset = random.nextInt(assets);
        int from = random.nextInt(ACCOUNTS.length);
        int to = random.nextInt(ACCOUNTS.length);
        long amount = random.nextLong(-1_000_000, 1_000_000);
        long value = random.nextLong(-1_000_000, 1_000_000);
        ledger.move(asset, ACCOUNTS[from], ACCOUNTS[to], amount, value);
        amounts[asset][from] -= amount;
        amounts[asset][to] += amount;
        values[asset][from] -= value;
        values[asset][to] += value;
        ledger.checkInvariants();
      }
      Ledger copy = new Ledger(assets);
      copy.load(new StateReader(bytes(ledger)));
      for (int asset = 0; asset < assets; asset++) {
        for (Account account : ACCOUNTS) {
          String as = "seed " + seed + ", asset " + asset + ", " + account;
          long amount = amounts[asset][account.ordinal()];
          long value = values[asset][account.ordinal()];
          assertThat(ledger.amount(asset, account)).as(as).isEqualTo(amount);
          assertThat(ledger.value(asset, account)).as(as).isEqualTo(value);
          assertThat(copy.amount(asset, account)).as(as).isEqualTo(amount);
          assertThat(copy.value(asset, account)).as(as).isEqualTo(value);
        }
      }
    }
  }

  @Test
  void needsAnAsset() {
    assertThatThrownBy(() -> new Ledger(0)).hasMessage("a ledger needs an asset, was 0");
  }

  private static Ledger load(int assets, long[] amounts, long[] values) {
    StateWriter out = new StateWriter();
    out.section("ledger", 1).writeLongs(amounts).writeLongs(values);
    Ledger ledger = new Ledger(assets);
    ledger.load(new StateReader(out.toByteArray()));
    return ledger;
  }

  private static byte[] bytes(Ledger ledger) {
    StateWriter out = new StateWriter();
    ledger.save(out);
    return out.toByteArray();
  }
}
