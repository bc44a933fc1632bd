package io.tradewind.simulation.exchange.futures;

import io.tradewind.simulation.exchange.Account;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** An account with its wallets, positions and orders. */
final class FuturesAccount {
  final long accountId;
  final Account.Terms terms;
  private final TreeMap<String, Long> walletsE8 = new TreeMap<>();
  private final TreeMap<String, Position> positions = new TreeMap<>();
  private final TreeMap<Long, AlgoOrder> openAlgos = new TreeMap<>();
  private final TreeMap<Long, AlgoOrder> algos = new TreeMap<>();
  private final TreeMap<String, AlgoOrder> latestAlgos = new TreeMap<>();
  private final List<Income> incomes = new ArrayList<>();
  private final List<MarginChange> marginChanges = new ArrayList<>();

  /** Margin calls that hold. */
  final TreeSet<String> calls = new TreeSet<>();

  /** When all open orders of a symbol are cancelled. */
  final TreeMap<String, Long> countdownsNs = new TreeMap<>();

  FuturesAccount(long accountId, Account.Terms terms) {
    this.accountId = accountId;
    this.terms = terms;
  }

  /** Who must not trade with himself. */
  long owner() {
    return terms.tradeGroup().map(group -> -group).orElse(accountId);
  }

  Position position(FuturesMarket market) {
    return positions.computeIfAbsent(market.listing.symbol(), _ -> new Position(this, market));
  }

  /** All that were ever asked about, by symbol. */
  Collection<Position> positions() {
    return positions.values();
  }

  long walletE8(String asset) {
    return walletsE8.getOrDefault(asset, 0L);
  }

  void addWallet(String asset, long deltaE8) {
    walletsE8.merge(asset, deltaE8, Math::addExact);
  }

  /** By name. */
  List<String> assets() {
    return List.copyOf(walletsE8.keySet());
  }

  CrossMargin cross(String asset) {
    long wallet = walletE8(asset);
    long unrealised = 0;
    long maintenance = 0;
    long margin = 0;
    long orders = 0;
    int count = 0;
    for (Position position : positions.values()) {
      if (!position.asset().equals(asset)) {
        continue;
      }
      orders += position.openOrderMarginE8();
      if (position.isIsolated()) {
        wallet -= position.isolatedWalletE8;
      } else if (!position.isFlat()) {
        unrealised = Math.addExact(unrealised, position.unrealisedE8());
        maintenance += position.maintenanceE8();
        margin += position.positionMarginE8();
        count++;
      }
    }
    return new CrossMargin(wallet, unrealised, maintenance, margin, orders, count);
  }

  AssetView asset(String asset) {
    CrossMargin cross = cross(asset);
    long unrealised = cross.unrealisedE8();
    long maintenance = cross.maintenanceE8();
    long margin = cross.positionMarginE8();
    for (Position position : positions.values()) {
      if (position.isIsolated() && position.asset().equals(asset)) {
        unrealised = Math.addExact(unrealised, position.unrealisedE8());
        maintenance += position.maintenanceE8();
        margin += position.positionMarginE8();
      }
    }
    return new AssetView(
        asset,
        walletE8(asset),
        unrealised,
        cross.walletE8(),
        cross.unrealisedE8(),
        maintenance,
        margin,
        cross.openOrderMarginE8(),
        cross.availableE8(),
        cross.maxWithdrawE8());
  }

  void opened(AlgoOrder algo) {
    openAlgos.put(algo.algoId, algo);
    algos.put(algo.algoId, algo);
    latestAlgos.put(algo.order.clientAlgoId(), algo);
  }

  /** It waits no more. */
  void left(AlgoOrder algo) {
    openAlgos.remove(algo.algoId);
    if (terms.unlimited()) {
      algos.remove(algo.algoId);
      latestAlgos.remove(algo.order.clientAlgoId());
    }
  }

  /** By id. */
  List<AlgoOrder> openAlgos() {
    return List.copyOf(openAlgos.values());
  }

  /** By id. */
  List<AlgoOrder> algos() {
    return List.copyOf(algos.values());
  }

  boolean isAlgoNameTaken(String clientAlgoId) {
    AlgoOrder latest = latestAlgos.get(clientAlgoId);
    return latest != null && latest.status.isOpen();
  }

  Optional<AlgoOrder> findAlgo(AlgoRef ref) {
    return switch (ref) {
      case AlgoRef.ById(long id) -> Optional.ofNullable(algos.get(id));
      case AlgoRef.ByClientId(String id) -> Optional.ofNullable(latestAlgos.get(id));
    };
  }

  void add(Income income) {
    if (!terms.unlimited()) {
      incomes.add(income);
    }
  }

  List<Income> incomes() {
    return List.copyOf(incomes);
  }

  void add(MarginChange change) {
    marginChanges.add(change);
  }

  List<MarginChange> marginChanges() {
    return List.copyOf(marginChanges);
  }
}
