package io.tradewind.exchange.clients;

import com.binance.connector.client.common.websocket.configuration.WebSocketClientConfiguration;
import com.binance.connector.client.common.websocket.service.StreamBlockingQueueWrapper;
import com.binance.connector.client.derivatives_trading_usds_futures.websocket.stream.DerivativesTradingUsdsFuturesWebSocketStreamsUtil;
import com.binance.connector.client.derivatives_trading_usds_futures.websocket.stream.api.DerivativesTradingUsdsFuturesWebSocketStreams;
import com.binance.connector.client.derivatives_trading_usds_futures.websocket.stream.model.AccountUpdate;
import com.binance.connector.client.derivatives_trading_usds_futures.websocket.stream.model.AggregateTradeStreamsRequest;
import com.binance.connector.client.derivatives_trading_usds_futures.websocket.stream.model.AggregateTradeStreamsResponse;
import com.binance.connector.client.derivatives_trading_usds_futures.websocket.stream.model.OrderTradeUpdate;
import com.binance.connector.client.derivatives_trading_usds_futures.websocket.stream.model.UserDataStreamEventsResponse;

/**
 * A program of its own, since its Jetty is not that of the server: Binance's connector listens to
 * trades and to an account, and says what it hears, a line each.
 */
final class FuturesConnectorStreams {
  private FuturesConnectorStreams() {}

  /** Takes a port and a listen key. */
  public static void main(String[] args) throws Exception {
    WebSocketClientConfiguration configuration =
        DerivativesTradingUsdsFuturesWebSocketStreamsUtil.getClientConfiguration();
    configuration.setUrl("ws://127.0.0.1:" + args[0] + "/fapi/stream");
    DerivativesTradingUsdsFuturesWebSocketStreams streams =
        new DerivativesTradingUsdsFuturesWebSocketStreams(configuration);
    StreamBlockingQueueWrapper<AggregateTradeStreamsResponse> trades =
        streams.aggregateTradeStreams(new AggregateTradeStreamsRequest().symbol("btcusdt"));
    StreamBlockingQueueWrapper<UserDataStreamEventsResponse> account = streams.userData(args[1]);
    System.out.println("subscribed");
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            while (true) {
              System.out.println(text(account.take().getActualInstance()));
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    while (true) {
      AggregateTradeStreamsResponse trade = trades.take();
      System.out.println("trade " + trade.getpLowerCase() + " " + trade.getqLowerCase());
    }
  }

  private static String text(Object event) {
    return switch (event) {
      case OrderTradeUpdate update ->
          "order " + update.getoLowerCase().getS() + " " + update.getoLowerCase().getX();
      case AccountUpdate update -> "position " + update.getaLowerCase().getP().getFirst().getPa();
      default -> event.toString().replace('\n', ' ');
    };
  }
}
