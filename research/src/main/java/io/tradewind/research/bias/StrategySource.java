package io.tradewind.research.bias;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.strategy.Strategy;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where an examination takes its strategies from, one for each run. A strategy that is made out of
 * candles (fitted, or with figures reckoned ahead) is made out of those of its run.
 */
public interface StrategySource {

  /**
   * One that shares nothing with any before it, not even static fields, as far as that can be had.
   *
   * @param feeds the candles of its run, by instrument
   */
  Strategy fresh(List<CandleColumns> feeds);

  /**
   * A further one of the classes that the latest {@link #fresh} came from, with what their static
   * fields have come to hold.
   *
   * @param feeds the candles of its run, by instrument
   */
  Strategy again(List<CandleColumns> feeds);

  /** Of classes that are loaded once: nothing can be had without their static fields. */
  static StrategySource of(Supplier<Strategy> factory) {
    return new StrategySource() {
      @Override
      public Strategy fresh(List<CandleColumns> feeds) {
        return factory.get();
      }

      @Override
      public Strategy again(List<CandleColumns> feeds) {
        return factory.get();
      }
    };
  }
}
