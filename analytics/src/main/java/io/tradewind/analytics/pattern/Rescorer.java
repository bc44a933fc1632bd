package io.tradewind.analytics.pattern;

/** Gives a pattern another confidence than its geometry does, such as a model that was trained. */
@FunctionalInterface
public interface Rescorer {

  /** How much to trust a match, 0 to 1. */
  double score(PatternMatch match);
}
