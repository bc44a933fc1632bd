package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.function.Function;

/**
 * A feature that has no streaming form, such as a model fitted to the last thousand candles: a pure
 * function of them, computed when somebody asks and kept while the candles are the same, for five
 * minutes at most.
 *
 * @param id names the function with its arguments; one id is one function
 * @param candles how many it takes, at least 1
 * @param outputs names of the values that it gives, the main one first
 * @param function of a window with exactly that many candles; it must give the same for the same,
 *     one value for each output
 */
public record WindowSpec(
    String id, int candles, List<String> outputs, Function<BarWindow, double[]> function)
    implements ColumnSpec {

  /** Checks the number of candles and keeps its own copy of the outputs. */
  public WindowSpec {
    outputs = List.copyOf(outputs);
    Check.argument(candles >= 1, "candles must be >= 1, was %s", candles);
    Check.argument(
        !outputs.isEmpty() && outputs.stream().distinct().count() == outputs.size(),
        "%s must have outputs of different names, has %s",
        id,
        outputs);
  }

  /** With one output. */
  public WindowSpec(String id, int candles, Function<BarWindow, double[]> function) {
    this(id, candles, List.of("value"), function);
  }

  @Override
  public int warmup() {
    return candles;
  }

  /** Without the function, of which nothing can be said that holds in another run. */
  @Override
  public String identity() {
    return id + " of " + candles + " candles with " + outputs;
  }
}
