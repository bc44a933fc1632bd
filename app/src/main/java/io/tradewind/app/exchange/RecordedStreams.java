package io.tradewind.app.exchange;

import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.exchange.setup.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages of Binance's streams as they were written down: in each line the time of receipt in
 * nanoseconds, a space and the message. Of these the trades are taken.
 */
final class RecordedStreams {
  private static final int SCALE = 8;
  private static final long MILLI_NS = 1_000_000;

  private RecordedStreams() {}

  private record Trade(long timeNs, long price, long qty, boolean buyerIsAggressor) {}

  /** Whether a file's name is that of such a file. */
  static boolean isOne(Path file) {
    return file.toString().matches(".*\\.jsonl(\\.gz)?");
  }

  /** The trades by symbol, as the exchange calls it. */
  static Map<String, Recording> read(Path file) {
    Map<String, List<Trade>> trades = new LinkedHashMap<>();
    try (InputStream bytes = Files.newInputStream(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                    StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains("\"e\":\"trade\"")) {
          add(line.substring(line.indexOf(' ') + 1), trades);
        }
      }
    } catch (IOException | JacksonException | IllegalArgumentException broken) {
      throw new UserMistake("can't read " + file + ": " + broken.getMessage(), broken);
    }
    Map<String, Recording> recordings = new LinkedHashMap<>();
    trades.forEach((symbol, all) -> recordings.put(symbol, recording(all)));
    return recordings;
  }

  private static void add(String message, Map<String, List<Trade>> trades) {
    JsonNode json = JsonMapper.shared().readTree(message);
    JsonNode event = json.has("data") ? json.path("data") : json;
    trades
        .computeIfAbsent(event.path("s").stringValue(""), key -> new ArrayList<>())
        .add(
            new Trade(
                event.path("T").longValue() * MILLI_NS,
                scaled(event.path("p").stringValue("")),
                scaled(event.path("q").stringValue("")),
                !event.path("m").booleanValue()));
  }

  private static long scaled(String text) {
    return FixedPoint.parse(text, SCALE, RoundingMode.HALF_EVEN);
  }

  private static Recording recording(List<Trade> trades) {
    List<Trade> sorted =
        trades.stream()
            .filter(trade -> trade.price() > 0 && trade.qty() > 0)
            .sorted(Comparator.comparingLong(Trade::timeNs))
            .toList();
    boolean[] buyerIsAggressor = new boolean[sorted.size()];
    for (int i = 0; i < buyerIsAggressor.length; i++) {
      buyerIsAggressor[i] = sorted.get(i).buyerIsAggressor();
    }
    return new Recording.Trades(
        new TradeColumns(
            SCALE,
            SCALE,
            sorted.stream().mapToLong(Trade::timeNs).toArray(),
            sorted.stream().mapToLong(Trade::price).toArray(),
            sorted.stream().mapToLong(Trade::qty).toArray(),
            buyerIsAggressor));
  }
}
