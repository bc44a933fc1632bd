package io.tradewind.analytics.state;

/**
 * Something with a memory that can be cut off at any point and go on elsewhere as if nothing had
 * happened: what {@link #save} wrote, {@link #load} restores into an object that was constructed
 * with the same arguments, and from there on both behave alike to the bit.
 */
public interface Stateful {

  /**
   * Writes the whole memory. What stands by itself begins with a {@linkplain StateWriter#section
   * section}.
   */
  void save(StateWriter out);

  /**
   * Replaces the whole memory by what {@link #save} wrote.
   *
   * @throws StateException if the bytes were written by something else
   */
  void load(StateReader in);
}
