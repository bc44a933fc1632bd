package io.tradewind.analytics.pattern;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A pattern that was seen. When it becomes known the price may have gone beyond its {@code
 * breakout} already, so that the move it tells of is partly over; beyond its {@code invalidation}
 * it has not gone.
 *
 * @param name lower case words with dashes, such as {@code double-top}
 * @param direction where it says that the price will go
 * @param points what forms it, the earliest first
 * @param knownBar the bar at whose close it could first be known, never before its last point;
 *     counted as the points are, from 0 at the first bar that was fed
 * @param confidence 0 to 1, by its geometry or by a {@link Rescorer}
 * @param levels prices to act on, such as {@code breakout}, {@code target} and {@code invalidation}
 */
public record PatternMatch(
    String name,
    Direction direction,
    List<Point> points,
    long knownBar,
    double confidence,
    List<Level> levels) {

  /**
   * A corner of the pattern.
   *
   * @param bar counted from 0
   * @param price in quote
   */
  public record Point(long bar, double price) {}

  /**
   * A price with a meaning.
   *
   * @param name lower case words with dashes
   * @param price in quote
   */
  public record Level(String name, double price) {}

  /** Keeps its own copies. */
  public PatternMatch {
    points = List.copyOf(points);
    levels = List.copyOf(levels);
    Check.argument(!points.isEmpty(), "%s must have a point", name);
    Check.argument(
        points.getLast().bar() <= knownBar, "%s must not be known before its last point", name);
    Check.argument(
        confidence >= 0 && confidence <= 1, "confidence must be from 0 to 1, was %s", confidence);
  }

  /** A level by its name, empty if this pattern has no such level. */
  public OptionalDouble level(String level) {
    return levels.stream().filter(l -> l.name().equals(level)).mapToDouble(Level::price).findAny();
  }

  /**
   * The same pattern with the confidence that a model gives it.
   *
   * @throws IllegalArgumentException if the score is not from 0 to 1
   */
  public PatternMatch rescored(Rescorer rescorer) {
    return new PatternMatch(name, direction, points, knownBar, rescorer.score(this), levels);
  }
}
