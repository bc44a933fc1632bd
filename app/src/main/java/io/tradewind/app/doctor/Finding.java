package io.tradewind.app.doctor;

/**
 * What was found in one place.
 *
 * @param what where it was looked
 * @param found in words
 * @param remedy what to do; empty where nothing is wrong
 */
public record Finding(String what, Level level, String found, String remedy) {
  /** How bad. */
  public enum Level {
    /** As it should be. */
    WELL,
    /** It works, and might not for long. */
    WARNING,
    /** It does not work. */
    BAD
  }

  /** All is well there. */
  public static Finding well(String what, String found) {
    return new Finding(what, Level.WELL, found, "");
  }

  /** It might not go well for long. */
  public static Finding look(String what, String found, String remedy) {
    return new Finding(what, Level.WARNING, found, remedy);
  }

  /** It does not work. */
  public static Finding bad(String what, String found, String remedy) {
    return new Finding(what, Level.BAD, found, remedy);
  }
}
