package io.tradewind.research.bias;

/** What an examination came to. */
public enum Verdict {
  /** Every run said the same. */
  CLEAN,
  /** Runs said different things that should not have. */
  FOUND,
  /** Nothing was found, but little could have been: there was hardly anything to compare. */
  WEAK
}
