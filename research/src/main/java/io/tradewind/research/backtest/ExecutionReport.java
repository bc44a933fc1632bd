package io.tradewind.research.backtest;

import io.tradewind.core.execution.Progress;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How entries were worked.
 *
 * @param entries in the order in which they ended; those last that did not
 */
public record ExecutionReport(List<WorkedEntry> entries) {
  /** Nothing was worked. */
  static final ExecutionReport NONE = new ExecutionReport(List.of());

  /** Copies the list. */
  public ExecutionReport {
    entries = List.copyOf(entries);
  }

  /** Mean part of what was asked for that was filled; empty of no entry. */
  public OptionalDouble filledShare() {
    return entries.stream().mapToDouble(entry -> entry.progress().shareDone()).average();
  }

  /**
   * Mean of the average prices against the prices on arrival, in basis points, above 0 where they
   * were worse; empty where nothing was filled.
   */
  public OptionalDouble arrivalSlippageBps() {
    return mean(Progress::arrivalSlippageBps);
  }

  /** The same against the price that the style is judged by. */
  public OptionalDouble benchmarkSlippageBps() {
    return mean(Progress::benchmarkSlippageBps);
  }

  private OptionalDouble mean(Function<Progress, OptionalDouble> figure) {
    return entries.stream()
        .map(entry -> figure.apply(entry.progress()))
        .flatMapToDouble(OptionalDouble::stream)
        .average();
  }
}
