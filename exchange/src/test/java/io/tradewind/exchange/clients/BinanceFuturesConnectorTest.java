package io.tradewind.exchange.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.binance.connector.client.common.ApiException;
import com.binance.connector.client.common.configuration.ClientConfiguration;
import com.binance.connector.client.common.configuration.SignatureConfiguration;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.DerivativesTradingUsdsFuturesRestApiUtil;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.api.DerivativesTradingUsdsFuturesRestApi;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.ChangeInitialLeverageRequest;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.NewOrderRequest;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.NewOrderResponse;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.Side;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.TimeInForce;
import io.tradewind.exchange.server.SimulatedExchange;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Binance's own connector for USD-M futures, which signs query and form at once. */
class BinanceFuturesConnectorTest {
  private static final String BTC = "BTCUSDT";

  @Test
  void tradesAndReadsTheAccountOverRest() throws Exception {
    try (SimulatedExchange exchange = Futures.start(0)) {
      DerivativesTradingUsdsFuturesRestApi client = client(exchange.port());
      assertThat(client.exchangeInformation().getData().getSymbols()).hasSize(2);
      assertThat(client.orderBook(BTC, 5L).getData().getBids()).hasSize(5);
      assertThat(client.checkServerTime().getData().getServerTime()).isPositive();
      assertThat(
              client
                  .changeInitialLeverage(
                      new ChangeInitialLeverageRequest().symbol(BTC).leverage(10L))
                  .getData()
                  .getLeverage())
          .isEqualTo(10);

      NewOrderResponse bought =
          client
              .newOrder(
                  new NewOrderRequest().symbol(BTC).side(Side.BUY).type("MARKET").quantity(0.5))
              .getData();
      assertThat(client.queryOrder(BTC, bought.getOrderId(), null, null).getData().getStatus())
          .isEqualTo("FILLED");
      NewOrderResponse resting =
          client
              .newOrder(
                  new NewOrderRequest()
                      .symbol(BTC)
                      .side(Side.BUY)
                      .type("LIMIT")
                      .timeInForce(TimeInForce.GTC)
                      .quantity(0.1)
                      .price(59_000.0))
              .getData();
      assertThat(client.currentAllOpenOrders(BTC, null).getData()).hasSize(1);
      assertThat(client.cancelOrder(BTC, resting.getOrderId(), null, null).getData().getStatus())
          .isEqualTo("CANCELED");
      assertThat(client.accountInformationV3(null).getData().getTotalWalletBalance())
          .isEqualTo("99984.99975000");
      assertThat(client.positionInformationV3(BTC, null).getData())
          .singleElement()
          .satisfies(position -> {
            assertThat(position.getPositionAmt()).isEqualTo("0.500");
            assertThat(position.getEntryPrice()).isEqualTo("60001.0");
          });
      assertThat(client.startUserDataStream().getData().getListenKey()).hasSize(64);
      assertThatThrownBy(() -> client.queryOrder(BTC, 99_999L, null, null))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("-2013");
    }
  }

  @Test
  void offersRetailPriceImprovement() throws Exception {
    try (SimulatedExchange exchange = Futures.start(0)) {
      DerivativesTradingUsdsFuturesRestApi client = client(exchange.port());
      NewOrderResponse offered =
          client
              .newOrder(
                  new NewOrderRequest()
                      .symbol(BTC)
                      .side(Side.SELL)
                      .type("LIMIT")
                      .timeInForce(TimeInForce.RPI)
                      .quantity(0.1)
                      .price(60_000.5))
              .getData();
      assertThat(offered.getTimeInForce()).isEqualTo("RPI");
      assertThat(client.rpiOrderBook(BTC, 1000L).getData().getAsks().getFirst())
          .containsExactly("60000.5", "0.100");
      assertThat(client.orderBook(BTC, 5L).getData().getAsks().getFirst())
          .containsExactly("60001.0", "0.900");
      assertThat(client.userCommissionRate(BTC, null).getData().getRpiCommissionRate())
          .isEqualTo("0.00005000");
    }
  }

  @Test
  @Timeout(120)
  void hearsTradesAndItsAccount() throws Exception {
    try (SimulatedExchange exchange = Futures.start(0)) {
      DerivativesTradingUsdsFuturesRestApi client = client(exchange.port());
      String key = client.startUserDataStream().getData().getListenKey();
      Process listener = listener(exchange.port(), key);
      try {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> listener.inputReader().lines().forEach(heard::add));
        Heard.await(heard, "subscribed");
        client.newOrder(
            new NewOrderRequest().symbol(BTC).side(Side.BUY).type("MARKET").quantity(0.5));
        Heard.await(heard, "trade 60001.0 0.500");
        Heard.await(heard, "order BUY FILLED");
        Heard.await(heard, "position 0.500");
      } finally {
        // By its handle, which leaves the pipe to be read to its end.
        listener.toHandle().destroyForcibly();
      }
    }
  }

  private static Process listener(int port, String key) throws IOException {
    Path jetty = Path.of("target", "connector-jetty");
    List<String> path = new ArrayList<>();
    try (Stream<Path> jars = Files.list(jetty)) {
      jars.map(Path::toString).forEach(path::add);
    }
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("jetty"))
        .forEach(path::add);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            String.join(File.pathSeparator, path),
            FuturesConnectorStreams.class.getName(),
            Integer.toString(port),
            key)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static DerivativesTradingUsdsFuturesRestApi client(int port) {
    ClientConfiguration configuration =
        DerivativesTradingUsdsFuturesRestApiUtil.getClientConfiguration();
    configuration.setUrl("http://127.0.0.1:" + port);
    SignatureConfiguration signature = new SignatureConfiguration();
    signature.setApiKey(Futures.KEY);
    signature.setSecretKey(Futures.SECRET);
    configuration.setSignatureConfiguration(signature);
    return new DerivativesTradingUsdsFuturesRestApi(configuration);
  }
}
