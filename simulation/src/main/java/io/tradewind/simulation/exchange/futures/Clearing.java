package io.tradewind.simulation.exchange.futures;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.FeeRates;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All wallets, and the only one who moves money between them. Of each asset, wallets less what
 * positions have cost, fees and what rounding has left are always what was deposited.
 */
final class Clearing {
  private final FuturesListener listener;
  private final TreeMap<Long, FuturesAccount> accounts = new TreeMap<>();
  private final TreeMap<String, Long> feesE8 = new TreeMap<>();
  private final TreeMap<String, Long> issuedE8 = new TreeMap<>();
  private final TreeMap<String, BigInteger> roundingE16 = new TreeMap<>();
  private final TreeMap<Long, Touched> touched = new TreeMap<>();

  /** Accounts that may stand beyond their liquidation. */
  private final TreeSet<Long> suspects = new TreeSet<>();

  private long lastTransactionId;
  private long nowNs;
  final FuturesAccount fund;

  private static final class Touched {
    final TreeMap<String, Long> changesE8 = new TreeMap<>();
    final TreeSet<String> symbols = new TreeSet<>();
  }

  Clearing(FuturesListener listener, long fundId) {
    this.listener = listener;
    this.fund = open(fundId, Account.Terms.UNLIMITED);
  }

  /** Everything from here on happens at this time. */
  void advance(long timeNs) {
    Check.argument(timeNs >= nowNs, "time must not go back, was %s", timeNs);
    nowNs = timeNs;
  }

  long nowNs() {
    return nowNs;
  }

  FuturesAccount open(long accountId, Account.Terms terms) {
    Check.argument(accountId >= 0, "accountId must be >= 0, was %s", accountId);
    Check.argument(!accounts.containsKey(accountId), "account %s is open already", accountId);
    FuturesAccount account = new FuturesAccount(accountId, terms);
    accounts.put(accountId, account);
    return account;
  }

  @Nullable FuturesAccount account(long accountId) {
    return accounts.get(accountId);
  }

  Collection<FuturesAccount> accounts() {
    return accounts.values();
  }

  long feesE8(String asset) {
    return feesE8.getOrDefault(asset, 0L);
  }

  BigInteger roundingE16(String asset) {
    return roundingE16.getOrDefault(asset, BigInteger.ZERO);
  }

  /** From outside, or to there if negative; refused where no number holds all that there is. */
  boolean transfer(FuturesAccount account, String asset, long amountE8) {
    long issued = issuedE8.getOrDefault(asset, 0L);
    if (amountE8 > Long.MAX_VALUE / 4 - issued) {
      return false;
    }
    issuedE8.put(asset, issued + amountE8);
    account.addWallet(asset, amountE8);
    earn(account, Optional.empty(), Income.Type.TRANSFER, asset, amountE8);
    touch(account, asset, amountE8);
    return true;
  }

  /** What a trade is. */
  record Deal(long tradeId, long priceE8, long qtyE8) {}

  /** One side of a trade. */
  Fill trade(Position position, Side side, Deal deal, boolean maker, FeeRates fees) {
    FuturesAccount account = position.account;
    String asset = position.asset();
    long quoteE8 = Amounts.quoteDownE8(deal.priceE8, deal.qtyE8);
    long feeE8 = Amounts.feeE8(quoteE8, fees.ratePpm(maker));
    Position.Closed closed = position.trade(side, deal.priceE8, deal.qtyE8, feeE8);
    position.updatedNs = nowNs;
    account.addWallet(asset, closed.realisedE8() - feeE8);
    feesE8.merge(asset, feeE8, Math::addExact);
    roundingE16.merge(asset, closed.roundingE16(), BigInteger::add);
    OptionalLong id = OptionalLong.of(deal.tradeId);
    earn(position, Income.Type.REALIZED_PNL, closed.realisedE8(), id);
    earn(position, Income.Type.COMMISSION, -feeE8, id);
    touch(position, 0);
    position.market.onPosition(position);
    return new Fill(
        deal.tradeId, deal.priceE8, deal.qtyE8, quoteE8, feeE8, asset, closed.realisedE8(), maker);
  }

  /** What a position receives, or pays if negative, in a funding. */
  void fund(Position position, long amountE8) {
    String asset = position.asset();
    position.account.addWallet(asset, amountE8);
    if (position.isIsolated()) {
      position.isolatedWalletE8 += amountE8;
    }
    roundingE16.merge(asset, BigInteger.valueOf(-amountE8).multiply(Position.ONE), BigInteger::add);
    earn(position, Income.Type.FUNDING_FEE, amountE8, OptionalLong.empty());
    touch(position.account, asset, amountE8);
    if (position.isIsolated()) {
      touch(position, 0);
    }
  }

  /** From the insurance fund to an account, or back if negative. */
  void insure(FuturesAccount account, Optional<String> symbol, String asset, long amountE8) {
    if (amountE8 == 0) {
      return;
    }
    account.addWallet(asset, amountE8);
    fund.addWallet(asset, -amountE8);
    earn(account, symbol, Income.Type.INSURANCE_CLEAR, asset, amountE8);
    touch(account, asset, amountE8);
  }

  private void earn(Position position, Income.Type type, long amountE8, OptionalLong tradeId) {
    if (amountE8 != 0) {
      Optional<String> symbol = Optional.of(position.market.listing.symbol());
      position.account.add(
          new Income(
              ++lastTransactionId, symbol, type, position.asset(), amountE8, nowNs, tradeId));
    }
  }

  private void earn(
      FuturesAccount account,
      Optional<String> symbol,
      Income.Type type,
      String asset,
      long amountE8) {
    account.add(
        new Income(
            ++lastTransactionId, symbol, type, asset, amountE8, nowNs, OptionalLong.empty()));
  }

  private Touched touched(FuturesAccount account) {
    suspects.add(account.accountId);
    return touched.computeIfAbsent(account.accountId, _ -> new Touched());
  }

  private void touch(FuturesAccount account, String asset, long changeE8) {
    touched(account).changesE8.merge(asset, changeE8, Long::sum);
  }

  /** A position of which, and of whose wallet, the account is to be told. */
  void touch(Position position, long changeE8) {
    touch(position.account, position.asset(), changeE8);
    touched(position.account).symbols.add(position.market.listing.symbol());
  }

  void suspect(FuturesAccount account) {
    suspects.add(account.accountId);
  }

  /** The next that may stand beyond its liquidation. */
  Optional<FuturesAccount> nextSuspect() {
    return Optional.ofNullable(suspects.pollFirst()).map(accounts::get);
  }

  /** Tells of what was touched; the exchange's own accounts have nobody who listens. */
  void publish(AccountUpdate.Reason reason) {
    touched.forEach((id, what) -> {
      FuturesAccount account = accounts.get(id);
      if (account != null && !account.terms.unlimited()) {
        listener.onAccount(update(account, what, reason));
      }
    });
    touched.clear();
  }

  private AccountUpdate update(FuturesAccount account, Touched what, AccountUpdate.Reason reason) {
    List<AccountUpdate.Wallet> wallets = new ArrayList<>();
    what.changesE8.forEach((asset, changeE8) ->
        wallets.add(
            new AccountUpdate.Wallet(
                asset, account.walletE8(asset), account.cross(asset).walletE8(), changeE8)));
    List<PositionView> positions =
        account.positions().stream()
            .filter(it -> what.symbols.contains(it.market.listing.symbol()))
            .map(Position::view)
            .toList();
    return new AccountUpdate(nowNs, account.accountId, reason, List.copyOf(wallets), positions);
  }

  void checkInvariants() {
    TreeMap<String, BigInteger> sums = new TreeMap<>(roundingE16);
    feesE8.forEach((asset, fee) -> sums.merge(asset, e16(fee), BigInteger::add));
    for (FuturesAccount account : accounts.values()) {
      for (String asset : account.assets()) {
        sums.merge(asset, e16(account.walletE8(asset)), BigInteger::add);
      }
      for (Position position : account.positions()) {
        position.checkInvariants();
        sums.merge(position.asset(), position.costE16.negate(), BigInteger::add);
      }
    }
    sums.forEach((asset, sum) ->
        Check.invariant(
            sum.equals(e16(issuedE8.getOrDefault(asset, 0L))),
            "%s of %s are held, issued were %s",
            sum,
            asset,
            issuedE8.getOrDefault(asset, 0L)));
  }

  private static BigInteger e16(long amountE8) {
    return BigInteger.valueOf(amountE8).multiply(Position.ONE);
  }
}
