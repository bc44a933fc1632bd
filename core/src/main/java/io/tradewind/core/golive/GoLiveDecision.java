package io.tradewind.core.golive;

import java.util.List;

/** Whether a strategy may go to a stage. */
public sealed interface GoLiveDecision {

  /** It may. */
  record Allowed(Stage stage) implements GoLiveDecision {}

  /**
   * It may not.
   *
   * @param stage that was wanted
   * @param missing what the present stage has not shown
   * @param skipped the stages between, which would be left out
   */
  record Refused(Stage stage, List<ChecklistItem> missing, List<Stage> skipped)
      implements GoLiveDecision {}

  /**
   * It may not, and goes all the same; belongs into the audit log.
   *
   * @param override who said so, and when
   * @param refused what the gate said
   */
  record Overridden(TypedOverride override, Refused refused) implements GoLiveDecision {}
}
