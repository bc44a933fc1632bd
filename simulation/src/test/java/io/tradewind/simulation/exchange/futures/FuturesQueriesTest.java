package io.tradewind.simulation.exchange.futures;

import static io.tradewind.simulation.exchange.futures.FuturesWorld.done;
import static io.tradewind.simulation.exchange.futures.Scene.BTC;
import static io.tradewind.simulation.exchange.futures.Scene.ETH;
import static io.tradewind.simulation.exchange.futures.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.FeeRates;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be asked afterwards; see Scene. */
class FuturesQueriesTest {
  private final Scene scene = new Scene(new FeeRates(200, 400), Contracts.wide());
  private final FuturesExchange exchange = scene.exchange;

  private static List<String> names(List<OrderView> orders) {
    return orders.stream().map(it -> it.order().clientOrderId() + " " + it.status()).toList();
  }

  private static List<String> algoNames(List<AlgoView> algos) {
    return algos.stream().map(it -> it.order().clientAlgoId() + " " + it.status()).toList();
  }

  @Test
  void ordersAreFound() {
    scene.play("A buy a1 1@90; A buy a2 1@91; A buy e3 1@92; A cancel a1; A buy a1 1@93");
    assertThat(names(done(exchange.openOrders(0, BTC)))).containsExactly("a2 NEW", "a1 NEW");
    assertThat(names(done(exchange.openOrders(0)))).containsExactly("a2 NEW", "e3 NEW", "a1 NEW");
    assertThat(names(done(exchange.allOrders(0, BTC))))
        .containsExactly("a1 CANCELED", "a2 NEW", "a1 NEW");
    long first = done(exchange.allOrders(0, BTC)).getFirst().orderId();
    assertThat(done(exchange.order(0, BTC, new OrderRef.ById(first))).status())
        .isEqualTo(OrderStatus.CANCELED);
    assertThat(done(exchange.order(0, BTC, new OrderRef.ByClientId("a1"))).status())
        .isEqualTo(OrderStatus.NEW);
    assertThat(exchange.openOrder(0, BTC, new OrderRef.ById(first)))
        .isEqualTo(new Result.Refused<>(RefusalReason.UNKNOWN_ORDER));
    assertThat(exchange.order(0, ETH, new OrderRef.ById(first)))
        .isEqualTo(new Result.Refused<>(RefusalReason.NO_SUCH_ORDER));
    assertThat(exchange.openOrders(99))
        .isEqualTo(new Result.Refused<>(RefusalReason.UNKNOWN_ACCOUNT));
    assertThat(exchange.openOrders(0, "?"))
        .isEqualTo(new Result.Refused<>(RefusalReason.UNKNOWN_SYMBOL));
  }

  @Test
  void tradesCarryProfitAndCommission() {
    scene.play("ask 3@100; A buy a1 3@101; bid 2@98; A sell a2 2@98; A modify a2 1@98");
    List<AccountTrade> trades = done(exchange.trades(0, BTC));
    assertThat(trades)
        .extracting(
            it -> it.side() + " " + text(it.fill().realisedE8()) + " " + text(it.fill().feeE8()))
        .containsExactly("BUY 0 0.12", "SELL -4 0.0784");
    OrderView.Quantities sold =
        done(exchange.order(0, BTC, new OrderRef.ByClientId("a2"))).quantities();
    assertThat(text(sold.quoteE8()) + " " + text(sold.averagePriceE8())).isEqualTo("196 98");
  }

  @Test
  void changesAreCounted() {
    scene.play("A buy a1 2@90; A modify a1 3@91; A modify a1 3@92");
    assertThat(done(exchange.amendments(0, BTC)))
        .extracting(it ->
            it.count()
                + ": "
                + text(it.price().beforeE8())
                + "-"
                + text(it.price().afterE8())
                + ", "
                + text(it.qty().beforeE8())
                + "-"
                + text(it.qty().afterE8()))
        .containsExactly("1: 90-91, 2-3", "2: 91-92, 3-3");
  }

  @Test
  void conditionalOrdersAreFound() {
    scene.play(
        "A algo sell s1 1 stop=90; A algo sell s2 1 stop=80; A algo sell e3 1 stop=70; trade 90");
    assertThat(algoNames(done(exchange.openAlgos(0)))).containsExactly("s2 NEW", "e3 NEW");
    assertThat(algoNames(done(exchange.allAlgos(0, BTC)))).containsExactly("s1 FINISHED", "s2 NEW");
    AlgoView algo = done(exchange.algo(0, new AlgoRef.ByClientId("s1")));
    OrderView order = done(exchange.order(0, BTC, new OrderRef.ByClientId("s1")));
    assertThat(algo.orderId()).hasValue(order.orderId());
    assertThat(order.algoId()).hasValue(algo.algoId());
    assertThat(exchange.algo(0, new AlgoRef.ById(99)))
        .isEqualTo(new Result.Refused<>(RefusalReason.NO_SUCH_ORDER));
  }

  @Test
  void aListingHasItsBrackets() {
    FuturesListing listing = done(exchange.listing(BTC));
    assertThat(text(listing.maxNotionalE8(75))).isEqualTo("10000");
    assertThat(text(listing.maxNotionalE8(50))).isEqualTo("100000");
    assertThat(text(listing.maxNotionalE8(20))).isEqualTo("1000000");
    assertThat(exchange.listings()).hasSize(2);
  }

  @Test
  void aBookIsShown() {
    scene.play("A buy a1 1@90; B buy b1 2@90; A buy a2 1@91; A sell a3 1@110");
    Depth depth = done(exchange.depth(BTC, 5));
    assertThat(depth.lastUpdateId()).isEqualTo(4);
    assertThat(depth.bids())
        .extracting(it -> text(it.qtyE8()) + "@" + text(it.priceE8()))
        .containsExactly("1@91", "3@90");
    assertThat(depth.asks()).hasSize(1);
  }

  @Test
  void marginThatWasMovedIsListed() {
    scene.play("A isolated; ask 9@100; A buy a1 9@100; A margin 50; A margin -20");
    assertThat(done(exchange.marginChanges(0)))
        .extracting(it -> text(it.amountE8()))
        .containsExactly("50", "-20");
  }

  @Test
  void aTestChangesNothing() {
    NewOrder order =
        new NewOrder(
            BTC,
            "a1",
            Side.BUY,
            new OrderTerms.Limit(Contracts.e8("1"), Contracts.e8("151")),
            false);
    assertThat(done(exchange.test(0, order, 9_000_000_000L)))
        .contains(RefusalReason.PRICE_ABOVE_BAND);
    assertThat(done(exchange.openOrders(0))).isEmpty();
  }
}
