package io.tradewind.bench.latency;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.number.FixedPoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What Binance's combined streams of spot say of one made symbol; from a seed. */
final class MarketTexts {
  /** Changes of a message of the book, half of them bids. */
  static final int CHANGES = 20;

  private static final List<String> INTERVALS = List.of("1m", "5m", "15m", "1h", "4h");
  private static final long[] INTERVAL_MS = {60_000, 300_000, 900_000, 3_600_000, 14_400_000};
  private static final int LEVELS = 500;
  private static final long MIDDLE = 5_000_000;

  private final String symbol;
  private final String stream;
  private final SplitMix random;
  private final long[] openMs = new long[INTERVAL_MS.length];
  private long updateId = 1_000;
  private long tradeId = 1;

  MarketTexts(int index) {
    this.symbol = Sheet.symbol(index);
    this.stream = symbol.toLowerCase(Locale.ROOT);
    this.random = new SplitMix(index);
  }

  private static String price(long scaled) {
    return FixedPoint.format(scaled, Sheet.PRICE_SCALE);
  }

  private byte[] combined(String name, String data) {
    return ("{\"stream\":\"" + stream + "@" + name + "\",\"data\":" + data + "}")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** A trade, of a whole coin where an order shall follow. */
  byte[] trade(long priceScaled, boolean triggers, long nowMs) {
    return combined(
        "trade",
        "{\"e\":\"trade\",\"E\":%d,\"s\":\"%s\",\"t\":%d,\"p\":\"%s\",\"q\":\"%s\",\"T\":%d,\"m\":%b,\"M\":true}"
            .formatted(
                nowMs,
                symbol,
                tradeId++,
                price(priceScaled),
                triggers ? "1.00000000" : "0.01230000",
                nowMs,
                !triggers));
  }

  byte[] trade(long nowMs) {
    return trade(MIDDLE + random.nextInt(100) - 50, false, nowMs);
  }

  byte[] quote() {
    return combined(
        "bookTicker",
        "{\"u\":%d,\"s\":\"%s\",\"b\":\"%s\",\"B\":\"1.20000000\",\"a\":\"%s\",\"A\":\"0.70000000\"}"
            .formatted(updateId, symbol, price(MIDDLE - 60), price(MIDDLE + 60)));
  }

  byte[] depth(long nowMs) {
    long first = updateId + 1;
    updateId += CHANGES;
    return combined(
        "depth@100ms",
        "{\"e\":\"depthUpdate\",\"E\":%d,\"s\":\"%s\",\"U\":%d,\"u\":%d,\"b\":[%s],\"a\":[%s]}"
            .formatted(nowMs, symbol, first, updateId, changes(-1), changes(1)));
  }

  private String changes(int way) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < CHANGES / 2; i++) {
      int away = 60 + random.nextInt(random.nextInt(10) == 0 ? LEVELS : 40);
      level(all, MIDDLE + (long) way * away, random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(999));
    }
    return all.toString();
  }

  private static void level(StringBuilder all, long priceScaled, int qty) {
    all.append(all.isEmpty() ? "[\"" : ",[\"")
        .append(price(priceScaled))
        .append("\",\"0.")
        .append(String.valueOf(1_000 + qty), 1, 4)
        .append("00000\"]");
  }

  /** The whole book, as it is asked for. */
  String snapshot() {
    StringBuilder bids = new StringBuilder();
    StringBuilder asks = new StringBuilder();
    for (int i = 0; i < LEVELS; i++) {
      level(bids, MIDDLE - 60 - i, 500);
      level(asks, MIDDLE + 60 + i, 500);
    }
    return "{\"lastUpdateId\":" + updateId + ",\"bids\":[" + bids + "],\"asks\":[" + asks + "]}";
  }

  /** A candle of one of five intervals; closed, if its time has passed since the last was told. */
  byte[] candle(int interval, long nowMs) {
    long lengthMs = INTERVAL_MS[interval];
    long currentMs = Math.floorDiv(nowMs, lengthMs) * lengthMs;
    boolean closes = openMs[interval] != 0 && openMs[interval] < currentMs;
    long fromMs = closes ? openMs[interval] : currentMs;
    openMs[interval] = currentMs;
    return combined(
        "kline_" + INTERVALS.get(interval),
        ("{\"e\":\"kline\",\"E\":%d,\"s\":\"%s\",\"k\":{\"t\":%d,"
                + "\"T\":%d,\"s\":\"%s\",\"i\":\"%s\",\"f\":100,\"L\":200,"
                + "\"o\":\"%s\",\"c\":\"%s\",\"h\":\"%s\",\"l\":\"%s\","
                + "\"v\":\"12.50000000\",\"n\":100,\"x\":%b,"
                + "\"q\":\"625000.0\",\"V\":\"6.0\",\"Q\":\"300000.0\",\"B\":\"0\"}}")
            .formatted(
                nowMs,
                symbol,
                fromMs,
                fromMs + lengthMs - 1,
                symbol,
                INTERVALS.get(interval),
                price(MIDDLE),
                price(MIDDLE + 10),
                price(MIDDLE + 50),
                price(MIDDLE - 50),
                closes));
  }
}
