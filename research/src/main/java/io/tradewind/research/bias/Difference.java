package io.tradewind.research.bias;

/**
 * One thing that two runs said differently.
 *
 * @param timeNs when, epoch nanoseconds, in the time of the whole run
 * @param symbol of what
 * @param subject what kind of thing
 * @param name of the feature, or of the kind of thing
 * @param whole what the run over the whole history said
 * @param other what the other run said
 * @param historyNs end of what the other run knew; where it began for a run with another start
 */
public record Difference(
    long timeNs,
    String symbol,
    Subject subject,
    String name,
    String whole,
    String other,
    long historyNs) {

  /** Kinds of things that are compared. */
  public enum Subject {
    /** What the strategy said. */
    SIGNAL("signal"),
    /** An order that was sent. */
    ORDER("order"),
    /** Fills and books, where signals and orders agree. */
    BOOKS("books"),
    /** The value of a feature at a candle that the strategy was told of. */
    FEATURE("feature"),
    /** That the strategy was told of a candle, or failed at it. */
    CALL("call");

    private final String label;

    Subject(String label) {
      this.label = label;
    }

    /** A word for it. */
    public String label() {
      return label;
    }
  }
}
