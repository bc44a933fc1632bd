package io.tradewind.simulation.exchange;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What somebody has, free and locked, by asset. Only its {@link Ledger} changes it. */
public final class Account {
  private final long accountId;
  private final Terms terms;
  private final TreeMap<String, Funds> funds = new TreeMap<>();

  /**
   * What an account is.
   *
   * @param unlimited the exchange's own, such as a background market maker: it may sell and spend
   *     what it does not have
   * @param fees the listing's where it is empty
   * @param tradeGroup accounts of one group do not trade with each other where orders ask for
   *     self-trade prevention; above 0, and empty for an account by itself
   */
  public record Terms(boolean unlimited, Optional<FeeRates> fees, Optional<Long> tradeGroup) {
    /** A customer's, with the listing's fees. */
    public static final Terms PLAIN = new Terms(false, Optional.empty(), Optional.empty());

    /** The exchange's own, without fees. */
    public static final Terms UNLIMITED =
        new Terms(true, Optional.of(FeeRates.NONE), Optional.empty());

    public Terms {
      tradeGroup.ifPresent(it -> Check.argument(it > 0, "tradeGroup must be > 0, was %s", it));
    }
  }

  static final class Funds {
    long freeE8;
    long lockedE8;
  }

  Account(long accountId, Terms terms) {
    this.accountId = accountId;
    this.terms = terms;
  }

  /** Its number, at least 0. */
  public long accountId() {
    return accountId;
  }

  /** What it is. */
  public Terms terms() {
    return terms;
  }

  /** Who must not trade with himself: different for each account or group. */
  public long owner() {
    return terms.tradeGroup().map(group -> -group).orElse(accountId);
  }

  /** What can be spent; below 0 only of an unlimited account. */
  public long freeE8(String asset) {
    Funds held = funds.get(asset);
    return held == null ? 0 : held.freeE8;
  }

  /** What open orders hold. */
  public long lockedE8(String asset) {
    Funds held = funds.get(asset);
    return held == null ? 0 : held.lockedE8;
  }

  /** What it has of an asset. */
  public Balance balance(String asset) {
    return new Balance(asset, freeE8(asset), lockedE8(asset));
  }

  /** Every asset that it ever had, in the order of names. */
  public List<Balance> balances() {
    return funds.keySet().stream().map(this::balance).toList();
  }

  Funds funds(String asset) {
    return funds.computeIfAbsent(asset, _ -> new Funds());
  }
}
