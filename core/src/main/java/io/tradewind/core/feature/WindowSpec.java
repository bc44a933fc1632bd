package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import java.util.function.Function;

/**
 * A feature that has no streaming form, such as a model fitted to the last thousand candles: a pure
 * function of them, computed when somebody asks and kept while the candles are the same.
 *
 * @param id names the function with its arguments; one id is one function
 * @param candles how many it takes, at least 1
 * @param function of a window with that many candles or more; it must give the same for the same
 */
public record WindowSpec(String id, int candles, Function<BarWindow, double[]> function) {

  /** Checks the number of candles. */
  public WindowSpec {
    Check.argument(candles >= 1, "candles must be >= 1, was %s", candles);
  }
}
