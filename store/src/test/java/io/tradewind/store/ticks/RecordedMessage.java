package io.tradewind.store.ticks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of a recording: what Binance sent, and when it was received. */
sealed interface RecordedMessage {
  JsonMapper JSON = JsonMapper.builder().build();

  /** When it was received, epoch nanoseconds of a clock that is not the venue's. */
  long receivedNs();

  /** A trade, its time being the venue's. */
  record Trade(
      long receivedNs, long id, long timeNs, String price, String qty, boolean buyerIsAggressor)
      implements RecordedMessage {}

  /** The best bid and ask after an update of the book. */
  record Quote(
      long receivedNs,
      long updateId,
      BigDecimal bidPrice,
      BigDecimal bidQty,
      BigDecimal askPrice,
      BigDecimal askQty)
      implements RecordedMessage {}

  /** Levels that changed, with their new quantities; 0 takes a level away. */
  record Depth(
      long receivedNs,
      long eventNs,
      long firstId,
      long lastId,
      long previousId,
      List<Level> bids,
      List<Level> asks)
      implements RecordedMessage {}

  /** The book as the venue's REST interface gave it. */
  record Snapshot(long receivedNs, long lastId, List<Level> bids, List<Level> asks)
      implements RecordedMessage {}

  /** A price and what waits there. */
  record Level(BigDecimal price, BigDecimal qty) {}

  /** Reads a line. */
  static RecordedMessage parse(String line) {
    int space = line.indexOf(' ');
    long received = Long.parseLong(line.substring(0, space));
    JsonNode root = JSON.readTree(line.substring(space + 1));
    if (root.has("lastUpdateId")) {
      return new Snapshot(
          received, number(root, "lastUpdateId"), levels(root, "bids"), levels(root, "asks"));
    }
    JsonNode data = root.get("data");
    String stream = root.get("stream").asString();
    if (stream.endsWith("@trade")) {
      return trade(received, data);
    }
    if (stream.endsWith("@bookTicker")) {
      return new Quote(
          received,
          number(data, "u"),
          decimal(data, "b"),
          decimal(data, "B"),
          decimal(data, "a"),
          decimal(data, "A"));
    }
    return depth(received, data);
  }

  private static Trade trade(long received, JsonNode data) {
    return new Trade(
        received,
        number(data, "t"),
        number(data, "T") * 1_000_000,
        data.get("p").asString(),
        data.get("q").asString(),
        !data.get("m").asBoolean());
  }

  private static Depth depth(long received, JsonNode data) {
    return new Depth(
        received,
        number(data, "E") * 1_000_000,
        number(data, "U"),
        number(data, "u"),
        data.has("pu") ? number(data, "pu") : 0,
        levels(data, "b"),
        levels(data, "a"));
  }

  private static long number(JsonNode node, String name) {
    return node.get(name).asLong();
  }

  private static BigDecimal decimal(JsonNode node, String name) {
    return new BigDecimal(node.get(name).asString());
  }

  private static List<Level> levels(JsonNode node, String name) {
    List<Level> levels = new ArrayList<>();
    for (JsonNode level : node.get(name)) {
      levels.add(
          new Level(
              new BigDecimal(level.get(0).asString()), new BigDecimal(level.get(1).asString())));
    }
    return levels;
  }
}
