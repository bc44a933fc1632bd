package io.tradewind.core.strategy;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.List;

/**
 * A trading strategy. One object serves all symbols of a run. It is told of each closed candle and
 * of each fill, where it asks for it of each trade and change of the order book, reads what it
 * needs from the context, and says what it thinks through {@link Signals}; it cannot tell a
 * backtest from live. It must be deterministic: clock, random numbers, threads, files and the
 * network are refused when it is loaded.
 *
 * <p>A strategy that keeps a memory of its own in fields overrides {@link #save} and {@link #load};
 * what it asked for in {@link #prepare} is saved by the engine.
 */
public interface Strategy extends Stateful {

  /** Its parameters, in the order in which they are shown. */
  default List<Parameter<?>> parameters() {
    return List.of();
  }

  /** Called once before the first candle: asks for features and longer intervals. */
  void prepare(Preparation preparation);

  /**
   * Called at each close of a candle of the run's interval, and of each interval asked for in
   * {@link #prepare}, once every feature of the strategy is ready for this instrument.
   */
  void onBar(BarContext bar, Signals signals);

  /** Called for each trade of the market, if asked for by {@link Preparation#trades}. */
  default void onTrade(TradeContext trade, Signals signals) {}

  /**
   * Called after each message that has changed an order book, if asked for by {@link
   * Preparation#book}.
   */
  default void onBook(BookContext book, Signals signals) {}

  /** Called after each fill of an order that came of this strategy's signals. */
  default void onFill(FillContext fill) {}

  @Override
  default void save(StateWriter out) {}

  @Override
  default void load(StateReader in) {}
}
