package io.tradewind.core.execution;

/** Where the execution of an order stands. */
public enum ExecutionState {
  /** Not started. */
  WAITING,
  /** At work. */
  RUNNING,
  /** Nothing more is placed; children that were asked back may still fill. */
  STOPPING,
  /** All was filled. */
  DONE,
  /** Ended because it was taken back. */
  CANCELLED,
  /** Ended for another reason before all was filled. */
  EXPIRED;

  /** Whether nothing more is placed and no child is open. */
  public boolean isFinal() {
    return switch (this) {
      case WAITING, RUNNING, STOPPING -> false;
      case DONE, CANCELLED, EXPIRED -> true;
    };
  }
}
