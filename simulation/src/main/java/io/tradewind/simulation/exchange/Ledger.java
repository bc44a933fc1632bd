package io.tradewind.simulation.exchange;

import io.tradewind.analytics.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All accounts of an exchange, and what it has taken in fees. What is in them changes only by
 * deposits and withdrawals; everything else moves it. An amount comes to an account only out of
 * another's lock, so that no sum can pass what was deposited and what unlimited accounts owe, which
 * together always fit a {@code long}.
 */
public final class Ledger {
  private final TreeMap<Long, Account> accounts = new TreeMap<>();
  private final TreeMap<String, Long> feesE8 = new TreeMap<>();
  private final TreeMap<String, Long> issuedE8 = new TreeMap<>();
  private final TreeMap<Long, TreeSet<String>> touched = new TreeMap<>();

  /** An account with nothing in it, under a number that no other has. */
  public Account open(long accountId, Account.Terms terms) {
    Check.argument(accountId >= 0, "accountId must be >= 0, was %s", accountId);
    Check.argument(!accounts.containsKey(accountId), "account %s is open already", accountId);
    Account account = new Account(accountId, terms);
    accounts.put(accountId, account);
    return account;
  }

  /** The account of a number. */
  public Optional<Account> account(long accountId) {
    return Optional.ofNullable(accounts.get(accountId));
  }

  /** All accounts by number. */
  public List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  /** What was taken in fees of an asset. */
  public long feesE8(String asset) {
    return feesE8.getOrDefault(asset, 0L);
  }

  /** From outside; refused if no {@code long} holds all there is then. */
  public boolean deposit(Account account, String asset, long amountE8) {
    Check.argument(amountE8 > 0, "amountE8 must be > 0, was %s", amountE8);
    if (amountE8 > Long.MAX_VALUE - issuedE8.getOrDefault(asset, 0L)) {
      return false;
    }
    issuedE8.merge(asset, amountE8, Long::sum);
    addFree(account, asset, amountE8);
    return true;
  }

  /** To outside; refused if less is free. */
  public boolean withdraw(Account account, String asset, long amountE8) {
    Check.argument(amountE8 > 0, "amountE8 must be > 0, was %s", amountE8);
    if (account.freeE8(asset) < amountE8) {
      return false;
    }
    addFree(account, asset, -amountE8);
    issuedE8.merge(asset, -amountE8, Long::sum);
    return true;
  }

  /** Whether so much can be locked, at least 0. */
  public boolean canLock(Account account, String asset, long amountE8) {
    long free = account.freeE8(asset);
    if (free >= amountE8) {
      return true;
    }
    long owedMore = free < 0 ? amountE8 : amountE8 - free;
    return account.terms().unlimited()
        && owedMore <= Long.MAX_VALUE - issuedE8.getOrDefault(asset, 0L);
  }

  /** From free to locked; {@link #canLock} must hold. */
  public void lock(Account account, String asset, long amountE8) {
    Check.invariant(
        canLock(account, asset, amountE8), "%s of %s cannot be locked", amountE8, asset);
    addFree(account, asset, -amountE8);
    account.funds(asset).lockedE8 += amountE8;
  }

  /** From locked to free. */
  public void unlock(Account account, String asset, long amountE8) {
    takeLocked(account, asset, amountE8);
    addFree(account, asset, amountE8);
  }

  /** From one's lock to the other, less a fee, which is the exchange's. */
  public void pay(Account from, Account to, String asset, long amountE8, long feeE8) {
    Check.argument(feeE8 >= 0 && feeE8 <= amountE8, "feeE8 must be 0..amount, was %s", feeE8);
    takeLocked(from, asset, amountE8);
    addFree(to, asset, amountE8 - feeE8);
    feesE8.merge(asset, feeE8, Math::addExact);
  }

  /** An account that has to be told what it has of an asset though nothing has changed. */
  public void touch(Account account, String asset) {
    touched.computeIfAbsent(account.accountId(), _ -> new TreeSet<>()).add(asset);
  }

  /** What an account has of what was touched. */
  public record Touched(long accountId, List<Balance> balances) {}

  /** The accounts that were touched since the last call, by number. */
  public List<Touched> drainTouched() {
    List<Touched> all = new ArrayList<>();
    touched.forEach((id, assets) -> {
      Account account = accounts.get(id);
      if (account != null) {
        all.add(new Touched(id, assets.stream().map(account::balance).toList()));
      }
    });
    touched.clear();
    return all;
  }

  /** Throws {@link IllegalStateException} if anybody has what cannot be. */
  public void checkInvariants() {
    TreeMap<String, Long> sums = new TreeMap<>();
    for (Account account : accounts.values()) {
      for (Balance balance : account.balances()) {
        Check.invariant(
            balance.lockedE8() >= 0 && (balance.freeE8() >= 0 || account.terms().unlimited()),
            "account %s has %s",
            account.accountId(),
            balance);
        long positive = Math.max(0, balance.freeE8()) + balance.lockedE8();
        sums.merge(balance.asset(), positive, Math::addExact);
      }
    }
    feesE8.forEach((asset, fee) -> sums.merge(asset, fee, Math::addExact));
    sums.forEach((asset, sum) ->
        Check.invariant(
            sum.equals(issuedE8.getOrDefault(asset, 0L)),
            "%s of %s are held, issued were %s",
            sum,
            asset,
            issuedE8.getOrDefault(asset, 0L)));
  }

  private void takeLocked(Account account, String asset, long amountE8) {
    Account.Funds funds = account.funds(asset);
    Check.invariant(
        amountE8 >= 0 && amountE8 <= funds.lockedE8,
        "%s of %s are not locked, only %s",
        amountE8,
        asset,
        funds.lockedE8);
    funds.lockedE8 -= amountE8;
    touch(account, asset);
  }

  private void addFree(Account account, String asset, long deltaE8) {
    Account.Funds funds = account.funds(asset);
    long owedBefore = Math.max(0, -funds.freeE8);
    funds.freeE8 += deltaE8;
    long owedMore = Math.max(0, -funds.freeE8) - owedBefore;
    if (owedMore != 0) {
      issuedE8.merge(asset, owedMore, Long::sum);
    }
    touch(account, asset);
  }
}
