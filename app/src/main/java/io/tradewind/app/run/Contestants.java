package io.tradewind.app.run;

import java.util.List;

/**
 * The strategies that a run is asked for.
 *
 * @param live those that share the account, at least one
 * @param rivals challengers, each with an account of its own
 */
public record Contestants(List<ChosenStrategy> live, List<ChosenStrategy> rivals) {
  /** Copies the lists. */
  public Contestants {
    live = List.copyOf(live);
    rivals = List.copyOf(rivals);
  }
}
