package io.tradewind.trader.log;

import io.tradewind.analytics.check.Check;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much is written.
 *
 * @param fileBytes at this size a file turns over
 * @param files of each stream, the one that is written included
 * @param level of all components that are not named
 * @param levels by component, such as {@code api} or {@code venues.http}; a name stands for all
 *     below it
 */
public record LogSettings(
    long fileBytes, int files, LogLevel level, SortedMap<String, LogLevel> levels) {
  private static final int MOST_FILES = 20;

  /** 10 files of 10 MB, from INFO on. */
  public static final LogSettings STANDARD =
      new LogSettings(10_000_000, 10, LogLevel.INFO, new TreeMap<>());

  /** Copies the map and checks the ranges. */
  public LogSettings {
    Check.argument(fileBytes > 0, "fileBytes must be > 0, was %s", fileBytes);
    Check.argument(
        files >= 2 && files <= MOST_FILES, "files must be 2 to %s, were %s", MOST_FILES, files);
    levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
  }

  /** The same with another level of a component. */
  public LogSettings with(String component, LogLevel other) {
    SortedMap<String, LogLevel> all = new TreeMap<>(levels);
    all.put(component, other);
    return new LogSettings(fileBytes, files, level, all);
  }

  /** The level of a component: its own, or that of the nearest above it. */
  LogLevel levelOf(String component) {
    for (String name = component; !name.isEmpty(); ) {
      LogLevel own = levels.get(name);
      if (own != null) {
        return own;
      }
      int dot = name.lastIndexOf('.');
      name = dot < 0 ? "" : name.substring(0, dot);
    }
    return level;
  }
}
