package io.tradewind.core.execution.route;

/** Why routing ends. */
public enum RouteEnd {
  /** Nothing is left. */
  FILLED("all was filled"),
  /** It was told to stop. */
  STOPPED("it was stopped"),
  /** What is left was routed as often as it may be. */
  ROUNDS_OVER("what is left was routed as often as it may be");

  private final String text;

  RouteEnd(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
