package io.tradewind.app.run;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.strategy.Strategy;
import java.util.List;

/**
 * A strategy that is ready for one run.
 *
 * @param name for the records
 * @param notices what the user should know about it
 */
public record ChosenStrategy(
    String name, Strategy strategy, ParameterValues parameters, List<String> notices) {
  /** Copies the list. */
  public ChosenStrategy {
    notices = List.copyOf(notices);
  }
}
