package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import java.net.URI;

/**
 * Where Binance, or what speaks like it, is found.
 *
 * @param rest scheme, host and port of requests
 * @param userStream of the account's stream, before the key
 * @param marketStreams of combined market streams, before their names
 * @param socketApi whole address of the WebSocket API
 */
public record BinanceAddresses(URI rest, URI userStream, URI marketStreams, URI socketApi) {

  /** With real money. */
  public static BinanceAddresses production(Market market) {
    return market == Market.SPOT
        ? of(
            "https://api.binance.com",
            "wss://stream.binance.com:9443/ws/",
            "wss://stream.binance.com:9443/stream?streams=",
            "wss://ws-api.binance.com:443/ws-api/v3")
        : of(
            "https://fapi.binance.com",
            "wss://fstream.binance.com/private/ws/",
            "wss://fstream.binance.com/market/stream?streams=",
            "wss://ws-fapi.binance.com/ws-fapi/v1");
  }

  /** With play money. */
  public static BinanceAddresses testnet(Market market) {
    return market == Market.SPOT
        ? of(
            "https://testnet.binance.vision",
            "wss://stream.testnet.binance.vision/ws/",
            "wss://stream.testnet.binance.vision/stream?streams=",
            "wss://ws-api.testnet.binance.vision/ws-api/v3")
        : of(
            "https://demo-fapi.binance.com",
            "wss://fstream.binancefuture.com/private/ws/",
            "wss://fstream.binancefuture.com/market/stream?streams=",
            "wss://testnet.binancefuture.com/ws-fapi/v1");
  }

  /** All at one address, such as that of a simulated exchange: {@code http://127.0.0.1:8080}. */
  public static BinanceAddresses at(URI base, Market market) {
    String http = base.toString().replaceAll("/+$", "");
    String socket = http.replaceFirst("^http", "ws");
    return market == Market.SPOT
        ? of(http, socket + "/ws/", socket + "/stream?streams=", socket + "/ws-api/v3")
        : of(
            http,
            socket + "/private/ws/",
            socket + "/market/stream?streams=",
            socket + "/ws-fapi/v1");
  }

  private static BinanceAddresses of(String rest, String user, String market, String api) {
    return new BinanceAddresses(
        URI.create(rest), URI.create(user), URI.create(market), URI.create(api));
  }
}
