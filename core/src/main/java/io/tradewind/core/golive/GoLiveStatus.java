package io.tradewind.core.golive;

import java.util.List;
import java.util.Optional;

/**
 * Where a strategy is on its way.
 *
 * @param stage now
 * @param terms what it allows
 * @param next the stage after; empty of the last
 * @param checklist what that one asks for, each line with its evidence
 * @param warning running costs that eat the capital
 */
public record GoLiveStatus(
    Stage stage,
    StageTerms terms,
    Optional<Stage> next,
    List<ChecklistItem> checklist,
    Optional<CostWarning> warning) {

  /** Keeps a copy. */
  public GoLiveStatus {
    checklist = List.copyOf(checklist);
  }

  /** What is still missing. */
  public List<ChecklistItem> missing() {
    return checklist.stream().filter(item -> !item.met()).toList();
  }

  /**
   * Running costs are too high for the capital.
   *
   * @param costs of 30 days, in USD
   * @param capital in USD
   */
  public record CostWarning(double costs, double capital) {}
}
