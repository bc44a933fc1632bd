package io.tradewind.core.status;

import io.tradewind.core.engine.ControlEvent;
import java.util.function.LongFunction;

/** Where people ask something of a session; by any thread, at any time. */
public interface ControlPort {

  /**
   * Asks for something.
   *
   * @param wish made of the time at which it is taken, epoch nanoseconds
   * @param answer told once, later, by the thread of the session
   * @return false where too many wait; the answer is not told then
   */
  boolean ask(LongFunction<ControlEvent> wish, Answer answer);

  /** What becomes of a wish. */
  interface Answer {
    /** It was taken at this time, and is on disk. */
    void written(long timeNs);

    /** It could not be written down; the text is for logs. */
    void failed(String why);
  }
}
