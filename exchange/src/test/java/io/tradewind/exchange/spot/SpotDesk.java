package io.tradewind.exchange.spot;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.api.Line;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.exchange.spot.NewOrder;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.matching.TimeInForce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The spot API on a clock of its own. BTCUSDT has bids of one coin at 99 and 98, asks at 101 and
 * 102, and last traded at 101; the customer has 1000 USDT and 2 BTC.
 */
final class SpotDesk {
  static final long ONE = 100_000_000;
  static final long START_MS = 1_700_000_000_000L;
  static final long CUSTOMER = 1;
  static final long MAKER = 2;

  private static final String SECRET = "secret";

  final SpotApi api;
  final List<String> heard = new ArrayList<>();
  long nowMs = START_MS;

  SpotDesk() {
    this.api =
        new SpotApi(
            new Gatekeeper(List.of(new ApiKey("key", CUSTOMER, new Secret.Hmac(SECRET)))), 7);
    SpotExchange exchange = api.exchange();
    exchange.list(
        new Listing(
            "BTCUSDT",
            "BTC",
            "USDT",
            ListingStatus.TRADING,
            Listing.Allowed.everything(),
            List.of(
                new Filter.Price(ONE / 100, 1_000_000 * ONE, ONE / 100),
                new Filter.Lot(ONE / 1000, 9_000 * ONE, ONE / 1000),
                new Filter.Notional(5 * ONE, 9_000_000 * ONE, true, false, 5)),
            new FeeRates(1000, 1000)));
    exchange.openAccount(CUSTOMER, Account.Terms.PLAIN);
    exchange.openAccount(MAKER, Account.Terms.UNLIMITED);
    exchange.deposit(CUSTOMER, "USDT", 1000 * ONE, ns());
    exchange.deposit(CUSTOMER, "BTC", 2 * ONE, ns());
    quote("b1", Side.BUY, 99);
    quote("b2", Side.BUY, 98);
    quote("a1", Side.SELL, 101);
    quote("a2", Side.SELL, 102);
    exchange.place(
        MAKER, new NewOrder("BTCUSDT", "t", Side.BUY, new OrderTerms.Market(ONE / 10)), ns());
    api.flush(nowMs);
  }

  private long ns() {
    return nowMs * 1_000_000;
  }

  private void quote(String id, Side side, long price) {
    api.exchange()
        .place(
            MAKER,
            new NewOrder(
                "BTCUSDT", id, side, new OrderTerms.Limit(ONE, price * ONE, TimeInForce.GTC)),
            ns());
  }

  /** Asks something such as {@code POST order symbol=BTCUSDT&side=BUY}, signed. */
  String ask(String text) {
    String[] parts = text.strip().split("\\s+", 3);
    String query = (parts.length < 3 ? "" : parts[2].strip() + "&") + "timestamp=" + nowMs;
    Response response =
        api.answer(
            new RawRequest(
                parts[0],
                "/api/v3/" + parts[1],
                query + "&signature=" + signature(query),
                "",
                Optional.of("key"),
                "here"),
            nowMs);
    return response.status() + " " + response.body();
  }

  private static String signature(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /** Asks something that nobody signs. */
  String askOpenly(String text) {
    String[] parts = text.strip().split("\\s+", 2);
    Response response =
        api.answer(
            new RawRequest(
                "GET",
                "/api/v3/" + parts[0],
                parts.length < 2 ? "" : parts[1].strip(),
                "",
                Optional.empty(),
                "here"),
            nowMs);
    return response.status() + " " + response.body();
  }

  /** Listens to streams from now on. */
  void listen(String path, String query) {
    api.open(
        path,
        query,
        "here",
        new Line() {
          @Override
          public void send(String text) {
            heard.add(text);
          }

          @Override
          public void close(int code, String reason) {
            heard.add("closed " + code);
          }
        },
        nowMs);
  }

  /** Lets so many tenths of a second pass. */
  void tick(int times) {
    for (int i = 0; i < times; i++) {
      nowMs += 100;
      api.tick(nowMs);
    }
  }
}
