package io.tradewind.exchange.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an exchange knows from before its beginning, and what happens there again. */
class ExchangeSetupTest {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final long MINUTE_MS = 60_000;
  private static final long START_MS = Instant.parse("2024-03-01T12:00:00Z").toEpochMilli();
  private static final long START_NS = START_MS * 1_000_000;
  private static final long ONE = 100_000_000;

  private static final TradedSymbol BTC = TradedSymbol.of("BTC/USDT");

  @Test
  void aMarketThatIsMadeKnowsCandlesThatEndWhereItBegins() {
    ExchangeSetup.Ready ready =
        setup(
                List.of(BTC, TradedSymbol.of("ETH/USDT")),
                new MarketSource.Generated(7, 180 * MINUTE_NS))
            .at(START_NS, FaultPlan.NONE);
    JsonNode minutes = klines(ready, "BTCUSDT", "1m", 1000, START_MS);
    assertThat(minutes.size()).isEqualTo(181);
    assertThat(minutes.get(0).get(0).longValue()).isEqualTo(START_MS - 180 * MINUTE_MS);
    assertThat(number(minutes.get(179), 4) / BTC.price()).isBetween(0.9999, 1.0001);
    assertThat(number(klines(ready, "ETHUSDT", "1m", 1000, START_MS).get(179), 4))
        .isBetween(2_999.0, 3_001.0);
    JsonNode hours = klines(ready, "BTCUSDT", "1h", 10, START_MS);
    assertThat(hours.size()).isEqualTo(4);
    double high = 0;
    double volume = 0;
    for (int i = 0; i < 60; i++) {
      high = Math.max(high, number(minutes.get(i), 2));
      volume += number(minutes.get(i), 5);
    }
    assertThat(number(hours.get(0), 2)).isEqualTo(high);
    assertThat(number(hours.get(0), 5)).isBetween(volume - 1e-6, volume + 1e-6);

    ready.market().advance(START_NS + 2 * MINUTE_NS);
    ready.api().flush(START_MS + 2 * MINUTE_MS);
    JsonNode later = klines(ready, "BTCUSDT", "1m", 1000, START_MS + 2 * MINUTE_MS);
    assertThat(later.get(0)).isEqualTo(minutes.get(0));
    assertThat(number(later.get(180), 5)).isPositive();
    assertThat(number(later.get(180), 1) / BTC.price()).isBetween(0.99, 1.01);
  }

  /** The beginning of a minute, which an exchange that is behind has not come to. */
  @ParameterizedTest
  @ValueSource(ints = {-20_000, 0, 20_000})
  void anExchangeWhoseClockIsSkewedBeginsAtItsOwnTime(int skewMs) {
    FaultPlan plan = FaultPlan.NONE.with(FaultSetting.CLOCK_SKEW_MS, skewMs);
    ExchangeSetup.Ready ready =
        setup(List.of(BTC), new MarketSource.Generated(7, 0)).at(START_NS, plan);
    long firstMs = START_MS + skewMs + 10_000;
    ready.market().advance(firstMs * 1_000_000);
    ready.apis().forEach(each -> each.tick(firstMs));
    ready.apis().forEach(each -> each.flush(firstMs));
    JsonNode minutes = klines(ready, "BTCUSDT", "1m", 10, firstMs);
    assertThat(minutes.get(0).get(0).longValue())
        .isEqualTo(firstMs - Math.floorMod(firstMs, MINUTE_MS));
  }

  @Test
  void candlesOfAReplayAreHistoryBeforeItsBeginningAndHappenAgainAfter() {
    long[][] cells = new long[7][10];
    for (int i = 0; i < 10; i++) {
      cells[0][i] = START_NS + (i - 5) * (5 * MINUTE_NS);
      cells[1][i] = cells[0][i] + 5 * MINUTE_NS;
      cells[2][i] = 6_000_000 + i * 1_000L;
      cells[3][i] = 6_005_000 + i * 1_000L;
      cells[4][i] = 5_995_000 + i * 1_000L;
      cells[5][i] = 6_001_000 + i * 1_000L;
      cells[6][i] = 12_345L + i;
    }
    Recording recording = new Recording.Candles(CandleColumns.of(2, 3, cells));
    long midNs = START_NS + 2 * MINUTE_NS;
    ExchangeSetup.Ready ready =
        setup(
                List.of(TradedSymbol.of(BTC.id(), recording)),
                new MarketSource.Replayed(7, Map.of("BTCUSDT", recording)))
            .at(midNs, FaultPlan.NONE);
    long endMs = START_MS + 25 * MINUTE_MS;
    ready.market().advance(endMs * 1_000_000);
    ready.api().flush(endMs);
    JsonNode candles = klines(ready, "BTCUSDT", "5m", 100, endMs - 1);
    assertThat(candles.size()).isEqualTo(10);
    for (int i = 0; i < 10; i++) {
      JsonNode candle = candles.get(i);
      assertThat(candle.get(0).longValue()).isEqualTo(cells[0][i] / 1_000_000);
      for (int column = 1; column <= 4; column++) {
        assertThat(number(candle, column)).isEqualTo(cells[column + 1][i] / 100.0);
      }
      assertThat(number(candle, 5)).as("volume %s", i).isEqualTo(cells[6][i] / 1_000.0);
    }
  }

  @Test
  void tradesOfAReplayAreHistoryBeforeItsBeginningAndHappenAgainAfter() {
    long[] timeNs = new long[60];
    long[] price = new long[60];
    long[] qty = new long[60];
    boolean[] buys = new boolean[60];
    for (int i = 0; i < 60; i++) {
      timeNs[i] = START_NS + (i - 30) * 10_000_000_000L;
      price[i] = 6_000_000 + (i % 7) * 100L;
      qty[i] = 1_000L + i;
      buys[i] = i % 3 == 0;
    }
    Recording recording = new Recording.Trades(new TradeColumns(2, 3, timeNs, price, qty, buys));
    ExchangeSetup.Ready ready =
        setup(
                List.of(TradedSymbol.of(BTC.id(), recording)),
                new MarketSource.Replayed(7, Map.of("BTCUSDT", recording)))
            .at(START_NS, FaultPlan.NONE);
    long endMs = START_MS + 5 * MINUTE_MS;
    ready.market().advance(endMs * 1_000_000);
    ready.api().flush(endMs);
    JsonNode candles = klines(ready, "BTCUSDT", "1m", 100, endMs - 1);
    assertThat(candles.size()).isEqualTo(10);
    for (int i = 0; i < 10; i++) {
      double volume = 0;
      for (int k = 6 * i; k < 6 * i + 6; k++) {
        volume += qty[k] / 1_000.0;
      }
      assertThat(number(candles.get(i), 5))
          .as("volume %s", i)
          .isBetween(volume - 1e-6, volume + 1e-6);
      assertThat(number(candles.get(i), 1)).isEqualTo(price[6 * i] / 100.0);
      assertThat(candles.get(i).get(8).longValue()).isEqualTo(6);
    }
  }

  @Test
  void aThinMarketOffersAShare() {
    double full = offered(FaultPlan.NONE);
    double thin = offered(FaultPlan.NONE.with(FaultSetting.LIQUIDITY_SHARE, 0.1));
    assertThat(thin / full).isBetween(0.09, 0.11);
  }

  private static double offered(FaultPlan plan) {
    ExchangeSetup.Ready ready =
        setup(List.of(BTC), new MarketSource.Generated(7, 0)).at(START_NS, plan);
    ready.market().advance(START_NS);
    JsonNode asks = ask(ready, "depth", "symbol=BTCUSDT&limit=20", START_MS).path("asks");
    double sum = 0;
    for (JsonNode level : asks) {
      sum += number(level, 1);
    }
    return sum;
  }

  private static ExchangeSetup setup(List<TradedSymbol> symbols, MarketSource source) {
    return new ExchangeSetup(
        symbols,
        List.of(new ApiKey("key", ExchangeSetup.CUSTOMER, new Secret.Hmac("secret"))),
        Map.of("USDT", 1_000 * ONE),
        source,
        Optional.empty());
  }

  private static JsonNode klines(
      ExchangeSetup.Ready ready, String symbol, String interval, int limit, long nowMs) {
    String query = "symbol=" + symbol + "&interval=" + interval + "&limit=" + limit;
    return ask(ready, "klines", query, nowMs);
  }

  private static JsonNode ask(ExchangeSetup.Ready ready, String path, String query, long nowMs) {
    RawRequest request =
        new RawRequest("GET", "/api/v3/" + path, query, "", Optional.empty(), "here");
    return JsonMapper.shared().readTree(ready.api().answer(request, nowMs).body());
  }

  private static double number(JsonNode row, int column) {
    return Double.parseDouble(row.get(column).stringValue());
  }
}
