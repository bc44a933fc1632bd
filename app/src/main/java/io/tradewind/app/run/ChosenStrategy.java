package io.tradewind.app.run;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.strategy.Strategy;
import java.util.List;
import java.util.function.Supplier;

/**
 * A strategy that is ready for one run.
 *
 * @param name for the records
 * @param another makes further ones of the same classes
 * @param notices what the user should know about it
 */
public record ChosenStrategy(
    String name,
    Strategy strategy,
    Supplier<Strategy> another,
    ParameterValues parameters,
    List<String> notices) {
  /** Copies the list. */
  public ChosenStrategy {
    notices = List.copyOf(notices);
  }

  /** The same under another name. */
  ChosenStrategy called(String label) {
    return new ChosenStrategy(label, strategy, another, parameters, notices);
  }
}
