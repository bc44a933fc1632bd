package io.tradewind.strategies;

import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.trade.Direction;
import java.util.List;
import java.util.Optional;

/**
 * A signal that was made elsewhere.
 *
 * @param timeNs the close that revealed it, epoch nanoseconds
 * @param symbol such as {@code BTC/USDT}, {@code binance:BTC/USDT:USDT} or {@code BTCUSDT}; empty
 *     for the only one of the run
 * @param entry empty for an exit
 * @param closes the direction that an exit is meant for: a position of the other one stays; empty
 *     for any
 * @param reason its tag, in words
 */
public record TimedSignal(
    long timeNs, String symbol, Optional<Entry> entry, Optional<Direction> closes, String reason) {

  /** An entry, or an exit of whatever is held. */
  public TimedSignal(long timeNs, String symbol, Optional<Entry> entry, String reason) {
    this(timeNs, symbol, entry, Optional.empty(), reason);
  }

  /**
   * What an entry wants.
   *
   * @param stop where the thought is wrong
   * @param targets where to take profit, each for an equal part
   */
  public record Entry(
      Direction direction, SignalSize size, Optional<Level> stop, List<Level> targets) {
    /** Copies the list. */
    public Entry {
      targets = List.copyOf(targets);
    }
  }

  /** A price, given as such or by its distance from the close of the signal's candle. */
  public sealed interface Level {

    /** A price in quote. */
    record Price(double price) implements Level {}

    /** A distance, 0.05 being five percent, against us for a stop and our way for a target. */
    record Distance(double ratio) implements Level {}

    /** The price, given the close and which way the level lies from it. */
    default double price(double close, int sign) {
      return switch (this) {
        case Price level -> level.price();
        case Distance level -> close * (1 + sign * level.ratio());
      };
    }
  }
}
