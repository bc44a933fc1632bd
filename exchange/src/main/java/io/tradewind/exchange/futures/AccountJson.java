package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.exchange.wire.Digits;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.futures.AssetView;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.MarginType;
import io.tradewind.simulation.exchange.futures.MarketPrices;
import io.tradewind.simulation.exchange.futures.PositionView;
import io.tradewind.simulation.exchange.futures.Result;
import java.util.List;
import java.util.function.ToLongFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Wallets and positions as REST writes them; the fields are spelled differently each time. */
final class AccountJson {
  private final FuturesExchange exchange;
  private final Contracts contracts;

  AccountJson(FuturesExchange exchange, Contracts contracts) {
    this.exchange = exchange;
    this.contracts = contracts;
  }

  /** The older account: with settings, and a position of each symbol. */
  ObjectNode old(List<AssetView> assets, List<PositionView> positions, long updatedMs) {
    ObjectNode json = Json.object().put("feeTier", 0).put("feeBurn", false);
    rights(json, updatedMs);
    totals(json, assets);
    ArrayNode all = json.putArray("assets");
    assets.forEach(each -> all.add(asset(each, updatedMs).put("marginAvailable", true)));
    ArrayNode rows = json.putArray("positions");
    positions.forEach(each -> rows.add(old(each)));
    return json;
  }

  /** What an account may do. */
  static ObjectNode rights(ObjectNode json, long updatedMs) {
    return json.put("canTrade", true)
        .put("canDeposit", true)
        .put("canWithdraw", true)
        .put("updateTime", updatedMs)
        .put("multiAssetsMargin", false)
        .put("tradeGroupId", -1);
  }

  /** The account of today. */
  ObjectNode account(List<AssetView> assets, List<PositionView> positions, long updatedMs) {
    ObjectNode json = totals(Json.object(), assets);
    ArrayNode all = json.putArray("assets");
    assets.forEach(each -> all.add(asset(each, updatedMs)));
    ArrayNode rows = json.putArray("positions");
    positions.forEach(each -> rows.add(brief(each)));
    return json;
  }

  private static ObjectNode totals(ObjectNode json, List<AssetView> assets) {
    return json.put("totalInitialMargin", sum(assets, AssetView::initialMarginE8))
        .put("totalMaintMargin", sum(assets, AssetView::maintenanceE8))
        .put("totalWalletBalance", sum(assets, AssetView::walletE8))
        .put("totalUnrealizedProfit", sum(assets, AssetView::unrealisedE8))
        .put("totalMarginBalance", sum(assets, AssetView::marginBalanceE8))
        .put("totalPositionInitialMargin", sum(assets, AssetView::positionMarginE8))
        .put("totalOpenOrderInitialMargin", sum(assets, AssetView::openOrderMarginE8))
        .put("totalCrossWalletBalance", sum(assets, AssetView::crossWalletE8))
        .put("totalCrossUnPnl", sum(assets, AssetView::crossUnrealisedE8))
        .put("availableBalance", sum(assets, AssetView::availableE8))
        .put("maxWithdrawAmount", sum(assets, AssetView::maxWithdrawE8));
  }

  private static String sum(List<AssetView> assets, ToLongFunction<AssetView> amount) {
    return plain(assets.stream().mapToLong(amount).sum());
  }

  private static ObjectNode asset(AssetView asset, long updatedMs) {
    return Json.object()
        .put("asset", asset.asset())
        .put("walletBalance", plain(asset.walletE8()))
        .put("unrealizedProfit", plain(asset.unrealisedE8()))
        .put("marginBalance", plain(asset.marginBalanceE8()))
        .put("maintMargin", plain(asset.maintenanceE8()))
        .put("initialMargin", plain(asset.initialMarginE8()))
        .put("positionInitialMargin", plain(asset.positionMarginE8()))
        .put("openOrderInitialMargin", plain(asset.openOrderMarginE8()))
        .put("crossWalletBalance", plain(asset.crossWalletE8()))
        .put("crossUnPnl", plain(asset.crossUnrealisedE8()))
        .put("availableBalance", plain(asset.availableE8()))
        .put("maxWithdrawAmount", plain(asset.maxWithdrawE8()))
        .put("updateTime", updatedMs);
  }

  static ObjectNode balance(AssetView asset, long updatedMs) {
    return Json.object()
        .put("accountAlias", "SgsR")
        .put("asset", asset.asset())
        .put("balance", plain(asset.walletE8()))
        .put("crossWalletBalance", plain(asset.crossWalletE8()))
        .put("crossUnPnl", plain(asset.crossUnrealisedE8()))
        .put("availableBalance", plain(asset.availableE8()))
        .put("maxWithdrawAmount", plain(asset.maxWithdrawE8()))
        .put("marginAvailable", true)
        .put("updateTime", updatedMs);
  }

  private ObjectNode old(PositionView position) {
    Digits digits = contracts.digits(position.symbol());
    return Json.object()
        .put("symbol", position.symbol())
        .put("initialMargin", plain(position.margin().initialE8()))
        .put("maintMargin", plain(position.margin().maintenanceE8()))
        .put("unrealizedProfit", plain(position.unrealisedE8()))
        .put("positionInitialMargin", plain(position.margin().positionE8()))
        .put("openOrderInitialMargin", plain(position.margin().openOrderE8()))
        .put("leverage", Integer.toString(position.config().leverage()))
        .put("isolated", isIsolated(position))
        .put("entryPrice", digits.average(position.entryPriceE8()))
        .put("breakEvenPrice", digits.average(position.breakEvenPriceE8()))
        .put("maxNotional", whole(position.config().maxNotionalE8()))
        .put("bidNotional", plain(position.margin().bidsE8()))
        .put("askNotional", plain(position.margin().asksE8()))
        .put("positionSide", "BOTH")
        .put("positionAmt", digits.qty(position.amountE8()))
        .put("notional", plain(position.notionalE8()))
        .put("isolatedWallet", plain(position.margin().isolatedWalletE8()))
        .put("updateTime", Json.ms(position.updatedNs()));
  }

  private ObjectNode brief(PositionView position) {
    return Json.object()
        .put("symbol", position.symbol())
        .put("positionSide", "BOTH")
        .put("positionAmt", contracts.digits(position.symbol()).qty(position.amountE8()))
        .put("unrealizedProfit", plain(position.unrealisedE8()))
        .put("isolatedMargin", isolatedMargin(position))
        .put("notional", plain(position.notionalE8()))
        .put("isolatedWallet", plain(position.margin().isolatedWalletE8()))
        .put("initialMargin", plain(position.margin().initialE8()))
        .put("maintMargin", plain(position.margin().maintenanceE8()))
        .put("updateTime", Json.ms(position.updatedNs()));
  }

  /** What the older list of risks tells, of each symbol. */
  ObjectNode oldRisk(PositionView position) {
    return price(position)
        .put("leverage", Integer.toString(position.config().leverage()))
        .put("maxNotionalValue", whole(position.config().maxNotionalE8()))
        .put("marginType", isIsolated(position) ? "isolated" : "cross")
        .put("isolatedMargin", isolatedMargin(position))
        .put("isAutoAddMargin", "false");
  }

  /** What the list of risks of today tells. */
  ObjectNode risk(PositionView position) {
    return price(position)
        .put("isolatedMargin", isolatedMargin(position))
        .put(
            "marginAsset",
            contracts.find(position.symbol()).map(FuturesListing::marginAsset).orElse(""))
        .put("initialMargin", plain(position.margin().initialE8()))
        .put("maintMargin", plain(position.margin().maintenanceE8()))
        .put("positionInitialMargin", plain(position.margin().positionE8()))
        .put("openOrderInitialMargin", plain(position.margin().openOrderE8()))
        .put("adl", 0)
        .put("bidNotional", plain(position.margin().bidsE8()))
        .put("askNotional", plain(position.margin().asksE8()));
  }

  private ObjectNode price(PositionView position) {
    Digits digits = contracts.digits(position.symbol());
    long markE8 =
        exchange.prices(position.symbol()) instanceof Result.Done<MarketPrices>(MarketPrices it)
            ? it.markE8()
            : 0;
    return Json.object()
        .put("symbol", position.symbol())
        .put("positionAmt", digits.qty(position.amountE8()))
        .put("entryPrice", digits.average(position.entryPriceE8()))
        .put("breakEvenPrice", digits.average(position.breakEvenPriceE8()))
        .put("markPrice", plain(markE8))
        .put("unRealizedProfit", plain(position.unrealisedE8()))
        .put(
            "liquidationPrice",
            position.liquidationPriceE8().isPresent()
                ? digits.average(position.liquidationPriceE8().getAsLong())
                : "0")
        .put("positionSide", "BOTH")
        .put("notional", plain(position.notionalE8()))
        .put("isolatedWallet", plain(position.margin().isolatedWalletE8()))
        .put("updateTime", Json.ms(position.updatedNs()));
  }

  static boolean isIsolated(PositionView position) {
    return position.config().marginType() == MarginType.ISOLATED;
  }

  private static String isolatedMargin(PositionView position) {
    return plain(
        isIsolated(position) ? position.margin().isolatedWalletE8() + position.unrealisedE8() : 0);
  }

  /** Without what is beyond the point. */
  static String whole(long e8) {
    return Digits.cut(e8, 0);
  }
}
