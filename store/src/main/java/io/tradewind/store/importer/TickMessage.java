package io.tradewind.store.importer;

import io.tradewind.store.series.Decimals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of a recording: when a message of Binance was received, a space, and the message, with the
 * name of its stream around it or without.
 */
final class TickMessage {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long MILLI_NS = 1_000_000;

  private final long receiveNs;
  private final Map<String, String> values = new HashMap<>();
  private final List<Level> bids = new ArrayList<>();
  private final List<Level> asks = new ArrayList<>();

  private TickMessage(long receiveNs) {
    this.receiveNs = receiveNs;
  }

  /** What a message is about. */
  enum Kind {
    /** Levels that changed. */
    DEPTH_UPDATE,
    /** The whole book, as the REST interface answers. */
    SNAPSHOT,
    /** A trade. */
    TRADE,
    /** Trades of one taker order at one price. */
    AGG_TRADE,
    /** Anything else. */
    OTHER
  }

  /** A price and what stands there. */
  record Level(Decimals.Parsed price, Decimals.Parsed qty) {}

  /**
   * Reads a line.
   *
   * @throws NumberFormatException with a reason for the user
   */
  static TickMessage parse(String line) {
    int space = line.indexOf(' ');
    if (space <= 0) {
      throw new NumberFormatException("there is no time of receipt with a space behind it");
    }
    TickMessage message = new TickMessage(Timestamps.parse(line.substring(0, space)));
    try (JsonParser parser = JSON.createParser(line.substring(space + 1))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new NumberFormatException("the message is no JSON object");
      }
      message.object(parser);
    } catch (JacksonException e) {
      throw new NumberFormatException("the JSON is cut off or damaged");
    }
    return message;
  }

  private void object(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT && name.equals("data")) {
        object(parser);
      } else if (token == JsonToken.START_ARRAY && (name.equals("b") || name.equals("bids"))) {
        levels(parser, bids);
      } else if (token == JsonToken.START_ARRAY && (name.equals("a") || name.equals("asks"))) {
        levels(parser, asks);
      } else if (token.isStructStart()) {
        parser.skipChildren();
      } else {
        values.put(name, String.valueOf(parser.getString()));
      }
    }
  }

  private static void levels(JsonParser parser, List<Level> into) {
    while (parser.nextToken() == JsonToken.START_ARRAY) {
      List<String> parts = new ArrayList<>(2);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        parts.add(String.valueOf(parser.getString()));
      }
      if (parts.size() < 2) {
        throw new NumberFormatException("a level needs a price and a quantity");
      }
      Level level = new Level(Decimals.parse(parts.get(0)), Decimals.parse(parts.get(1)));
      if (level.price().mantissa() <= 0 || level.qty().mantissa() < 0) {
        throw new NumberFormatException("a price must be above 0, and a quantity not below it");
      }
      into.add(level);
    }
  }

  Kind kind() {
    return switch (values.getOrDefault("e", "")) {
      case "depthUpdate" -> Kind.DEPTH_UPDATE;
      case "trade" -> Kind.TRADE;
      case "aggTrade" -> Kind.AGG_TRADE;
      case "" ->
          has("lastUpdateId") && !has("stream") && !bids.isEmpty() && !asks.isEmpty()
              ? Kind.SNAPSHOT
              : Kind.OTHER;
      default -> Kind.OTHER;
    };
  }

  /** Epoch nanoseconds of the recorder's clock. */
  long receiveNs() {
    return receiveNs;
  }

  List<Level> bids() {
    return bids;
  }

  List<Level> asks() {
    return asks;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * The text of a field.
   *
   * @throws NumberFormatException if there is none
   */
  String text(String name) {
    return find(name)
        .orElseThrow(() -> new NumberFormatException("the field " + name + " is missing"));
  }

  /** A whole number; throws as {@link #text} does. */
  long number(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      String reason = has(name) ? text(name) + " is no whole number" : "it is missing";
      throw new NumberFormatException("the field " + name + ": " + reason);
    }
  }

  /** By the venue's clock, of the transaction where it is told; epoch nanoseconds. */
  OptionalLong timeNs() {
    if (!has("T") && !has("E")) {
      return OptionalLong.empty();
    }
    long time = number(has("T") ? "T" : "E");
    boolean micros = time >= 100_000_000_000_000L;
    return OptionalLong.of(Math.multiplyExact(time, micros ? 1_000 : MILLI_NS));
  }
}
