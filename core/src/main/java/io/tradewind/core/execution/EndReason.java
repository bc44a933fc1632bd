package io.tradewind.core.execution;

/** Why the execution of an order ends. */
public enum EndReason {
  /** Nothing is left. */
  FILLED("all was filled"),
  /** It was taken back. */
  CANCELLED("it was taken back"),
  /** It had its time and its last call. */
  TIME_UP("its time is up"),
  /** What is left is less than a lot, or under the venue's minimum. */
  REST_TOO_SMALL("what is left is under the venue's minimum"),
  /** Too many children in a row were refused. */
  REFUSED("too many parts were refused in a row"),
  /** There was no room for what is left. */
  CUT("cut to the room that is left");

  private final String text;

  EndReason(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }

  /** The state that it ends in. */
  ExecutionState state() {
    return switch (this) {
      case FILLED -> ExecutionState.DONE;
      case CANCELLED -> ExecutionState.CANCELLED;
      case TIME_UP, REST_TOO_SMALL, REFUSED, CUT -> ExecutionState.EXPIRED;
    };
  }
}
