package io.tradewind.exchange.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import info.bitrich.xchangestream.binance.BinanceStreamingExchange;
import info.bitrich.xchangestream.core.ProductSubscription;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.tradewind.exchange.server.SimulatedExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.binance.BinanceExchange;
import org.knowm.xchange.binance.dto.trade.BinanceCancelOrderParams;
import org.knowm.xchange.currency.Currency;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order;
import org.knowm.xchange.dto.marketdata.OrderBook;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.dto.trade.MarketOrder;
import org.knowm.xchange.exceptions.FundsExceededException;
import org.knowm.xchange.instrument.Instrument;
import org.knowm.xchange.service.trade.params.orders.DefaultQueryOrderParamInstrument;

/** XChange of Maven Central, over REST and over streams. */
class XchangeTest {
  private static final Instrument PAIR = CurrencyPair.BTC_USDT;

  /** XChange's addresses of streams are constants. */
  public static final class Streaming extends BinanceStreamingExchange {
    private static int port;

    @Override
    protected String getStreamingBaseUri() {
      return "ws://127.0.0.1:" + port + "/";
    }

    @Override
    protected String getTradeStreamingBaseUri() {
      return "ws://127.0.0.1:" + port + "/ws-api/v3";
    }
  }

  @Test
  void tradesAndReadsTheAccountOverRest() throws Exception {
    try (SimulatedExchange simulated = Spot.start(0)) {
      BinanceExchange client = new BinanceExchange();
      ExchangeSpecification spec = client.getDefaultExchangeSpecification();
      spec.setSslUri("http://127.0.0.1:" + simulated.port());
      spec.setApiKey(Spot.KEY);
      spec.setSecretKey(Spot.SECRET);
      client.applySpecification(spec);

      assertThat(client.getExchangeInstruments()).contains(PAIR, CurrencyPair.ETH_USDT);
      OrderBook book = client.getMarketDataService().getOrderBook(PAIR);
      assertThat(book.getBids().getFirst().getLimitPrice()).isEqualByComparingTo("59999");
      assertThat(client.getMarketDataService().getTicker(PAIR).getLast())
          .isEqualByComparingTo("60001");
      assertThat(client.getMarketDataService().getTrades(PAIR).getTrades()).hasSize(1);

      String bought =
          client
              .getTradeService()
              .placeMarketOrder(new MarketOrder(Order.OrderType.BID, new BigDecimal("0.5"), PAIR));
      String resting = client.getTradeService().placeLimitOrder(limit("0.1", "59000"));
      assertThat(client.getTradeService().getOpenOrders().getOpenOrders())
          .extracting(Order::getId)
          .containsExactly(resting);
      assertThat(
              client
                  .getTradeService()
                  .getOrder(new DefaultQueryOrderParamInstrument(PAIR, bought))
                  .iterator()
                  .next()
                  .getStatus())
          .isEqualTo(Order.OrderStatus.FILLED);
      assertThat(
              client.getTradeService().cancelOrder(new BinanceCancelOrderParams(PAIR, resting, "")))
          .isTrue();
      assertThat(client.getTradeService().getOpenOrders().getOpenOrders()).isEmpty();
      assertThatThrownBy(() -> client.getTradeService().placeLimitOrder(limit("100", "59000")))
          .isInstanceOf(FundsExceededException.class);
      assertThat(
              client
                  .getAccountService()
                  .getAccountInfo()
                  .getWallet()
                  .getBalance(Currency.BTC)
                  .getTotal())
          .isEqualByComparingTo("2.4995");
    }
  }

  private static LimitOrder limit(String qty, String price) {
    return new LimitOrder.Builder(Order.OrderType.BID, PAIR)
        .originalAmount(new BigDecimal(qty))
        .limitPrice(new BigDecimal(price))
        .build();
  }

  @Test
  void hearsTheMarketAndItsOrdersOverStreams() throws Exception {
    try (SimulatedExchange simulated = Spot.start(0)) {
      Streaming.port = simulated.port();
      ExchangeSpecification spec = new ExchangeSpecification(Streaming.class);
      spec.setShouldLoadRemoteMetaData(true);
      spec.setExchangeName("Binance");
      spec.setSslUri("http://127.0.0.1:" + simulated.port());
      spec.setHost("127.0.0.1");
      spec.setApiKey(Spot.KEY);
      spec.setSecretKey(Spot.SECRET);
      Streaming client = (Streaming) ExchangeFactory.INSTANCE.createExchange(spec);
      BlockingQueue<String> heard = new LinkedBlockingQueue<>();
      client
          .connect(
              ProductSubscription.create()
                  .addTrades(PAIR)
                  .addOrderbook(PAIR)
                  .addUserTrades(PAIR)
                  .addBalances(Currency.BTC)
                  .build())
          .blockingAwait();
      CompositeDisposable all =
          new CompositeDisposable(
              client
                  .getStreamingMarketDataService()
                  .getTrades(PAIR)
                  .map(trade -> "trade " + Heard.plain(trade.getPrice()))
                  .subscribe(heard::add),
              client
                  .getStreamingMarketDataService()
                  .getOrderBook(PAIR)
                  .map(book -> "book " + Heard.plain(book.getAsks().getFirst().getOriginalAmount()))
                  .subscribe(heard::add),
              client
                  .getStreamingTradeService()
                  .getUserTrades(PAIR)
                  .map(mine -> "mine " + Heard.plain(mine.getOriginalAmount()))
                  .subscribe(heard::add));

      // It is connected before it has subscribed, and shows a book at a change after its snapshot.
      BigDecimal left = new BigDecimal("0.90");
      while (left.signum() > 0 && !hearsABook(heard)) {
        buy(client, "0.05");
        left = left.subtract(new BigDecimal("0.05"));
      }
      buy(client, "0.01");
      Heard.await(heard, "book " + Heard.plain(left.subtract(new BigDecimal("0.01"))));
      buy(client, "0.02");
      Heard.await(heard, "trade 60001");
      buy(client, "0.03");
      Heard.await(heard, "mine 0.03");
      all.dispose();
      client.disconnect().blockingAwait();
    }
  }

  private static void buy(Streaming client, String qty) throws IOException {
    client
        .getTradeService()
        .placeMarketOrder(new MarketOrder(Order.OrderType.BID, new BigDecimal(qty), PAIR));
  }

  /** Whether a book comes before nothing has come for a while. */
  private static boolean hearsABook(BlockingQueue<String> heard) throws InterruptedException {
    String next = heard.poll(2, TimeUnit.SECONDS);
    while (next != null && !next.startsWith("book")) {
      next = heard.poll(2, TimeUnit.SECONDS);
    }
    return next != null;
  }
}
