package io.tradewind.research.strategyfile;

import io.tradewind.core.strategy.Strategy;
import java.util.List;
import java.util.function.Supplier;

/** What became of a strategy's source file. */
public sealed interface LoadedStrategy {

  /**
   * Ready to run.
   *
   * @param name simple name of the class
   * @param factory makes a fresh strategy at each call; throws what its constructor throws
   * @param notices for the user, in whole sentences
   */
  record Loaded(String name, Supplier<Strategy> factory, List<String> notices)
      implements LoadedStrategy {
    /** Copies the list. */
    public Loaded {
      notices = List.copyOf(notices);
    }
  }

  /**
   * Not Java.
   *
   * @param text as javac shows it: file, line, message, source line, caret, and how many
   */
  record CompileFailed(String text) implements LoadedStrategy {}

  /**
   * Java, but not what a strategy may be.
   *
   * @param reasons at least one, each naming the line, the thing and the way out
   */
  record Refused(List<String> reasons) implements LoadedStrategy {
    /** Copies the list. */
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** The file could not be read, or this Java has no compiler. */
  record Unreadable(String message) implements LoadedStrategy {}
}
