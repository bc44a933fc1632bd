package io.tradewind.core.ledger;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/**
 * Double entry. Every movement takes an amount of one asset, and its value in the reporting
 * currency, from one account to another; so each asset sums to zero over its accounts, and so do
 * the values over all, after every event. Sums that do not fit are an {@link ArithmeticException}.
 */
public final class Ledger implements Stateful {
  private static final int KINDS = Account.values().length;

  private final int assets;
  private final long[] amounts;
  private final long[] values;

  /** With empty accounts for this many assets. */
  public Ledger(int assets) {
    Check.argument(assets >= 1, "a ledger needs an asset, was %s", assets);
    this.assets = assets;
    this.amounts = new long[assets * KINDS];
    this.values = new long[assets * KINDS];
  }

  /**
   * Moves an amount; negative amounts and values move the other way.
   *
   * @param amount in the asset's scale
   * @param value in the reporting currency's scale
   */
  public void move(int asset, Account from, Account to, long amount, long value) {
    int source = index(asset, from);
    int target = index(asset, to);
    amounts[source] = Math.subtractExact(amounts[source], amount);
    amounts[target] = Math.addExact(amounts[target], amount);
    values[source] = Math.subtractExact(values[source], value);
    values[target] = Math.addExact(values[target], value);
  }

  /** Balance of an account, in the asset's scale. */
  public long amount(int asset, Account account) {
    return amounts[index(asset, account)];
  }

  /** Book value of an account, in the reporting currency's scale. */
  public long value(int asset, Account account) {
    return values[index(asset, account)];
  }

  /** Book value of an account over all assets. */
  public long value(Account account) {
    long sum = 0;
    for (int asset = 0; asset < assets; asset++) {
      sum = Math.addExact(sum, value(asset, account));
    }
    return sum;
  }

  /** Throws unless every asset, and all values together, sum to zero. */
  public void checkInvariants() {
    long total = 0;
    for (int asset = 0; asset < assets; asset++) {
      long sum = 0;
      for (int kind = 0; kind < KINDS; kind++) {
        sum = Math.addExact(sum, amounts[asset * KINDS + kind]);
        total = Math.addExact(total, values[asset * KINDS + kind]);
      }
      Check.invariant(sum == 0, "an asset must sum to zero over its accounts, was %s", sum);
    }
    Check.invariant(total == 0, "values must sum to zero, was %s", total);
  }

  private static int index(int asset, Account account) {
    return asset * KINDS + account.ordinal();
  }

  @Override
  public void save(StateWriter out) {
    out.section("ledger", 2).writeLongs(amounts).writeLongs(values);
  }

  @Override
  public void load(StateReader in) {
    in.section("ledger", 2);
    System.arraycopy(in.readLongs(), 0, amounts, 0, amounts.length);
    System.arraycopy(in.readLongs(), 0, values, 0, values.length);
  }
}
