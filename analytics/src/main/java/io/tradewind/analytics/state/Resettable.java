package io.tradewind.analytics.state;

/** Something with a memory that can also forget it. */
public interface Resettable extends Stateful {

  /** Forgets everything, as if newly constructed. */
  void reset();
}
