package io.tradewind.exchange.clients;

import static org.assertj.core.api.Assertions.assertThat;

import info.bitrich.xchangestream.binancefuture.BinanceFutureStreamingExchange;
import info.bitrich.xchangestream.core.ProductSubscription;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.tradewind.exchange.server.SimulatedExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.knowm.xchange.Exchange;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.binance.BinanceExchange;
import org.knowm.xchange.binance.dto.ExchangeType;
import org.knowm.xchange.binance.dto.trade.BinanceCancelOrderParams;
import org.knowm.xchange.binance.service.BinanceAccountService;
import org.knowm.xchange.derivative.FuturesContract;
import org.knowm.xchange.dto.Order;
import org.knowm.xchange.dto.account.OpenPosition;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.dto.trade.MarketOrder;
import org.knowm.xchange.instrument.Instrument;

/** XChange of Maven Central on futures, over REST and over streams. */
class XchangeFuturesTest {
  private static final Instrument PAIR = new FuturesContract("BTC/USDT/PERP");

  /** XChange sets the addresses of futures by itself. */
  public static final class Rest extends BinanceExchange {
    private static int port;

    @Override
    protected void concludeHostParams(ExchangeSpecification spec) {
      spec.setSslUri("http://127.0.0.1:" + port);
      spec.setHost("127.0.0.1");
    }
  }

  /** As those of streams. */
  public static final class Streaming extends BinanceFutureStreamingExchange {
    private static int port;

    @Override
    protected void concludeHostParams(ExchangeSpecification spec) {
      spec.setSslUri("http://127.0.0.1:" + port);
      spec.setHost("127.0.0.1");
    }

    @Override
    protected String getStreamingBaseUri() {
      return "ws://127.0.0.1:" + port + "/fapi/";
    }

    @Override
    protected String getTradeStreamingBaseUri() {
      return "ws://127.0.0.1:" + port + "/ws-fapi/v1";
    }
  }

  private static Exchange client(Class<? extends Exchange> type) {
    ExchangeSpecification spec = new ExchangeSpecification(type);
    spec.setExchangeName("Binance");
    spec.setShouldLoadRemoteMetaData(true);
    spec.setApiKey(Futures.KEY);
    spec.setSecretKey(Futures.SECRET);
    spec.setExchangeSpecificParametersItem(BinanceExchange.EXCHANGE_TYPE, ExchangeType.FUTURES);
    return ExchangeFactory.INSTANCE.createExchange(spec);
  }

  @Test
  void tradesAndReadsTheAccountOverRest() throws Exception {
    try (SimulatedExchange simulated = Futures.start(0)) {
      Rest.port = simulated.port();
      Exchange client = client(Rest.class);
      assertThat(client.getExchangeInstruments()).contains(PAIR);
      assertThat(
              client.getMarketDataService().getOrderBook(PAIR).getBids().getFirst().getLimitPrice())
          .isEqualByComparingTo("59999");
      assertThat(client.getMarketDataService().getTicker(PAIR).getLast())
          .isEqualByComparingTo("60001");
      assertThat(client.getMarketDataService().getFundingRate(PAIR).getFundingRate())
          .isEqualByComparingTo("0.0001");
      assertThat(((BinanceAccountService) client.getAccountService()).setLeverage(PAIR, 10))
          .isTrue();

      buy(client, "0.5");
      String resting =
          client
              .getTradeService()
              .placeLimitOrder(
                  new LimitOrder.Builder(Order.OrderType.BID, PAIR)
                      .originalAmount(new BigDecimal("0.1"))
                      .limitPrice(new BigDecimal("59000"))
                      .build());
      assertThat(client.getTradeService().getOpenOrders().getOpenOrders())
          .extracting(Order::getId)
          .containsExactly(resting);
      assertThat(
              client.getTradeService().cancelOrder(new BinanceCancelOrderParams(PAIR, resting, "")))
          .isTrue();
      assertThat(client.getAccountService().getAccountInfo().getOpenPositions())
          .filteredOn(each -> each.getInstrument().equals(PAIR))
          .singleElement()
          .extracting(OpenPosition::getSize)
          .satisfies(size -> assertThat(size).isEqualByComparingTo("0.5"));
    }
  }

  private static void buy(Exchange client, String qty) throws IOException {
    client
        .getTradeService()
        .placeMarketOrder(new MarketOrder(Order.OrderType.BID, new BigDecimal(qty), PAIR));
  }

  /** Buys again and again; of each purchase some of what is heard after it is looked at. */
  private static void buyUntilHeard(Exchange client, String wanted, BlockingQueue<String> heard)
      throws Exception {
    for (int purchase = 0; purchase < 20; purchase++) {
      buy(client, "0.01");
      for (int i = 0; i < 5; i++) {
        if (wanted.equals(heard.poll(20, TimeUnit.SECONDS))) {
          return;
        }
      }
    }
    throw new AssertionError(wanted + " did not come");
  }

  @Test
  void hearsTheMarketAndItsOrdersOverStreams() throws Exception {
    try (SimulatedExchange simulated = Futures.start(0)) {
      Streaming.port = simulated.port();
      Streaming client = (Streaming) client(Streaming.class);
      BlockingQueue<String> heard = new LinkedBlockingQueue<>();
      client
          .connect(
              ProductSubscription.create()
                  .addTicker(PAIR)
                  .addTrades(PAIR)
                  .addUserTrades(PAIR)
                  .build())
          .blockingAwait();
      CompositeDisposable all =
          new CompositeDisposable(
              client
                  .getStreamingMarketDataService()
                  .getTicker(PAIR)
                  .map(ticker -> "last " + Heard.plain(ticker.getLast()))
                  .subscribe(heard::add),
              client
                  .getStreamingMarketDataService()
                  .getTrades(PAIR)
                  .map(trade ->
                      "trade "
                          + Heard.plain(trade.getOriginalAmount())
                          + " at "
                          + Heard.plain(trade.getPrice()))
                  .subscribe(heard::add),
              client
                  .getStreamingTradeService()
                  .getUserTrades(PAIR)
                  .map(mine -> "mine " + Heard.plain(mine.getOriginalAmount()))
                  .subscribe(heard::add));
      // It is connected before it has subscribed.
      buyUntilHeard(client, "mine 0.01", heard);
      buyUntilHeard(client, "trade 0.01 at 60001", heard);
      Heard.await(heard, "last 60001");
      all.dispose();
      client.disconnect().blockingAwait();
    }
  }

  /** By itself: where both are asked for XChange puts its stream of trades into their place. */
  @Test
  void hearsFundingRatesOverStreams() throws Exception {
    try (SimulatedExchange simulated = Futures.start(0)) {
      Streaming.port = simulated.port();
      Streaming client = (Streaming) client(Streaming.class);
      client.connect(ProductSubscription.create().addFundingRates(PAIR).build()).blockingAwait();
      BlockingQueue<String> heard = new LinkedBlockingQueue<>();
      Disposable funding =
          client
              .getStreamingMarketDataService()
              .getFundingRate(PAIR)
              .map(rate -> "funding " + Heard.plain(rate.getFundingRate()))
              .subscribe(heard::add);
      Heard.await(heard, "funding 0.0001");
      funding.dispose();
      client.disconnect().blockingAwait();
    }
  }
}
