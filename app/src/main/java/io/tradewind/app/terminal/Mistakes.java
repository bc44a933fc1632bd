package io.tradewind.app.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what is wrong with a command, so that all of it is told at once. */
public final class Mistakes {
  private final List<UserMistake> found = new ArrayList<>();

  /** Adds one. */
  public void add(String text) {
    found.add(new UserMistake(text));
  }

  /** Does a step whose mistake is kept. */
  public void check(Runnable step) {
    find(() -> {
      step.run();
      return true;
    });
  }

  /** What a step makes; empty where it was a mistake, which is kept. */
  public <T> Optional<T> find(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (UserMistake e) {
      found.add(e);
      return Optional.empty();
    }
  }

  /**
   * Goes on where nothing was wrong.
   *
   * @throws UserMistake with all that was found
   */
  public void orThrow() {
    if (found.size() == 1) {
      throw found.getFirst();
    }
    if (!found.isEmpty()) {
      StringBuilder text = new StringBuilder(found.size() + " things are wrong:");
      found.forEach(mistake ->
          text.append("\n  ").append(String.valueOf(mistake.getMessage()).replace("\n", "\n    ")));
      throw new UserMistake(text.toString(), found.getFirst());
    }
  }
}
