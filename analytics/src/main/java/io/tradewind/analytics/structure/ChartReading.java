package io.tradewind.analytics.structure;

import io.tradewind.analytics.pattern.Direction;
import io.tradewind.analytics.pattern.PatternMatch;
import io.tradewind.analytics.pattern.PatternMatch.Level;
import io.tradewind.analytics.pattern.PatternMatch.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link ChartForm} read from the last swings, written anew by each reading.
 *
 * <p>Levels of its match, all prices: {@code breakout}, beyond which a close confirms it, and
 * beyond which the price may be when the form becomes known; {@code target}, the measured move from
 * there; {@code invalidation}, beyond which it is none; and its boundaries at its first point, or
 * at the tip of a pole, and at the bar at which it is known: {@code upper-start}, {@code upper},
 * {@code lower-start}, {@code lower}. Of head and shoulders, double and triple forms one boundary
 * is the neckline and the other the price of the tops or bottoms.
 */
public final class ChartReading {
  final Line upperLine = new Line();
  final Line lowerLine = new Line();
  ChartPattern pattern = ChartPattern.DOUBLE_TOP;
  int direction;
  double confidence;
  int points;
  double breakout;
  double target;
  double invalidation;
  double upperStart;
  double upper;
  double lowerStart;
  double lower;

  /** Nothing yet. */
  public ChartReading() {}

  /** Which pattern it is. */
  public ChartPattern pattern() {
    return pattern;
  }

  /** Direction (1 up, -1 down) times confidence (0 to 1). */
  public double signedConfidence() {
    return direction * confidence;
  }

  /** Whether a close has gone beyond the invalidation. */
  boolean isInvalidAt(double close) {
    return Measure.isBeyond(direction, close, invalidation);
  }

  /** Reads a form from its other side: prices times -1. */
  void turnUpsideDown() {
    direction = -direction;
    breakout = -breakout;
    target = -target;
    invalidation = -invalidation;
    double start = upperStart;
    double end = upper;
    upperStart = -lowerStart;
    upper = -lower;
    lowerStart = -start;
    lower = -end;
  }

  /** As a match, with the swings that were read. */
  public PatternMatch match(Swings swings) {
    List<Point> corners = new ArrayList<>();
    for (int ago = points - 1; ago >= 0; ago--) {
      corners.add(new Point(swings.bar(ago), swings.price(ago)));
    }
    return new PatternMatch(
        pattern.label(),
        Direction.of(direction),
        corners,
        swings.knownBar(0),
        confidence,
        List.of(
            new Level("breakout", breakout),
            new Level("target", target),
            new Level("invalidation", invalidation),
            new Level("upper-start", upperStart),
            new Level("upper", upper),
            new Level("lower-start", lowerStart),
            new Level("lower", lower)));
  }
}
