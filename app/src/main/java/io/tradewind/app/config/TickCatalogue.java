package io.tradewind.app.config;

import io.tradewind.app.config.Setting.Named;
import java.util.List;

/** The settings of a run on trades and order books. */
public final class TickCatalogue {
  /** What {@code ticks.source} says where the store has them. */
  public static final String STORE = "store";

  private static final SettingTable TABLE =
      new SettingTable(
          "ticks",
          """
          feed-latency TIME | how late market data is here | as it was recorded
          order-latency TIME | how long an order takes to the venue | 50ms
          answer-latency TIME | how long an answer of the venue takes | 50ms
          order-jitter | mean of what an order takes longer than that, drawn by lot | 0
          answer-jitter | mean of what an answer takes longer than that, drawn by lot | 0
          seed | of what is drawn by lot | 0
          queue MODEL | how far cancels of others move an order on in its queue | risk-averse
          grace | how long a candle waits for late trades | feed-latency, 200ms at least
          """);

  /** {@code ticks.source}. */
  public static final Setting<List<String>> SOURCE =
      new Named(
              "ticks.source",
              "--ticks",
              "[SYMBOL=]FILE",
              "trade on ticks: trades and books of the store or a file")
          .optional(
              Format.parts(
                      "store, or files of trades, of books or of both, each FILE or SYMBOL=FILE")
                  .orNone(List.of()),
              "none: on candles")
          .alone(STORE);

  /** {@code ticks.feed-latency}. */
  public static final Setting<Long> FEED_LATENCY = open("feed-latency");

  static final Setting<Long> ORDER_LATENCY = row("order-latency", Format.latency());
  static final Setting<Long> ANSWER_LATENCY = row("answer-latency", Format.latency());
  static final Setting<Long> ORDER_JITTER = row("order-jitter", Format.latency());
  static final Setting<Long> ANSWER_JITTER = row("answer-jitter", Format.latency());
  static final Setting<Long> SEED = row("seed", Format.integer(0, Long.MAX_VALUE));
  static final Setting<String> QUEUE = row("queue", Format.choice("risk-averse", "proportional"));
  static final Setting<Long> GRACE = open("grace");

  /** All, in the order in which they are shown. */
  static final List<Setting<?>> ALL =
      List.of(
          SOURCE,
          FEED_LATENCY,
          ORDER_LATENCY,
          ANSWER_LATENCY,
          ORDER_JITTER,
          ANSWER_JITTER,
          SEED,
          QUEUE,
          GRACE);

  private TickCatalogue() {}

  private static <T> Setting<T> row(String name, Format<T> format) {
    return TABLE.named(name).of(format, TABLE.defaults(name).getFirst());
  }

  private static Setting<Long> open(String name) {
    return TABLE.named(name).optional(Format.latency(), TABLE.defaults(name).getFirst());
  }
}
