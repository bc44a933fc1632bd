package io.tradewind.exchange.symbol;

import io.tradewind.exchange.tape.Aggregate;
import io.tradewind.exchange.tape.KlineInterval;
import io.tradewind.exchange.tape.Print;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.simulation.exchange.Depth;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/** How one market words what its streams tell of a symbol, and how often. */
public interface Dialect {
  /** Decimals of its numbers. */
  Digits digits();

  /** A trade. */
  ObjectNode trade(Print print, long nowMs);

  /** Trades of one order at one price. */
  ObjectNode aggregate(Aggregate aggregate, long nowMs);

  /** The best prices, of a book of one level. */
  ObjectNode top(Depth depth, long nowMs);

  /** What has changed in the book. */
  ObjectNode changes(DepthChanges changes, long nowMs);

  /** The best levels of the book, after some changes. */
  ObjectNode part(Depth depth, DepthChanges changes, long nowMs);

  /** The last 24 hours. */
  ObjectNode ticker(long nowMs);

  /** At which paces books are told. */
  List<Speed> speeds();

  /** Under which names candles are told. */
  List<Candles> candles();

  /** How often tickers are told. */
  long tickerMs();

  /**
   * A pace of books.
   *
   * @param suffix of the stream's name, such as {@code @100ms}
   */
  record Speed(String suffix, long everyMs) {}

  /**
   * A kind of candles.
   *
   * @param prefix of the stream's name, before the interval
   * @param event what is told of a candle at a time
   * @param pace how often
   */
  record Candles(
      String prefix,
      BiFunction<ObjectNode, Long, ObjectNode> event,
      BiFunction<KlineInterval, Long, Boolean> pace) {}
}
