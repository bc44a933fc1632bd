package io.tradewind.venues.contract;

import io.tradewind.core.instrument.Market;
import io.tradewind.exchange.api.Api;
import io.tradewind.venues.binance.model.UserEvent;
import java.util.List;

/** One market of the simulated exchange, and what moves it; called while it has the exchange. */
interface WireMarket {
  /** The customer's. */
  String KEY = "key";

  /** The customer's. */
  String SECRET = "secret";

  Market kind();

  Api api();

  /** The exchange's time, which what is done to it must neither be ahead of nor behind. */
  void onTime(long timeNs);

  void price(long priceScaled);

  void trade(long priceScaled, long qtyScaled);

  /** Something that changes nothing, but is told over the account's stream. */
  void mark();

  boolean isMark(UserEvent event);

  /** What a purchase costs now, in price scale. */
  long askScaled();

  /** What it may round off. */
  long cashToleranceScaled();

  long cashScaled();

  long baseScaled();

  /** Numbers of all fills of the customer, rising. */
  List<Long> tradeIds();

  /** His names of all orders that stand or wait. */
  List<String> standing();

  /** The customer buys a half by hand. */
  void buyByHand();

  /** Somebody takes back one of his orders by hand. */
  void takeBack(String name);
}
