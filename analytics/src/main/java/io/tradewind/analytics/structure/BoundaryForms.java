package io.tradewind.analytics.structure;

/**
 * Forms between two lines: one by least squares through the last three swings of the latest one's
 * side, the other through the two between them, five touches in all (Bulkowski: three on one side
 * and two on the other at least). Slopes and gaps are measured in gaps between the lines at the
 * first touch.
 */
final class BoundaryForms {
  /** How far a touch may be from its line. */
  private static final double FIT = 0.12 + Measure.HAIR;

  /** How far a line may go and still be level. */
  private static final double FLAT = 0.15 + Measure.HAIR;

  /** How much of the gap must be gone at the last touch of lines that meet. */
  private static final double NARROWER = 0.35 - Measure.HAIR;

  /** How much the gap of parallel lines may change. */
  private static final double PARALLEL = 0.2 + Measure.HAIR;

  private BoundaryForms() {}

  /**
   * Lines that meet, one level or both against each other. An ascending one should break up, a
   * descending one down, a symmetric one goes on as the price came (Edwards and Magee). Measures:
   * fit; narrowing; touches evenly spread. The measured move is the gap at the first touch.
   */
  static boolean triangle(Swings s, ChartReading into) {
    if (!isDrawn(s, into)) {
      return false;
    }
    double rise = slope(s, into, into.upperLine);
    double fall = slope(s, into, into.lowerLine);
    if (fall - rise < NARROWER || rise > FLAT || fall < -FLAT) {
      return false;
    }
    if (rise >= -FLAT) {
      into.pattern = ChartPattern.ASCENDING_TRIANGLE;
      into.direction = 1;
    } else if (fall <= FLAT) {
      into.pattern = ChartPattern.DESCENDING_TRIANGLE;
      into.direction = -1;
    } else {
      into.pattern = ChartPattern.SYMMETRIC_TRIANGLE;
      into.direction = s.sign();
    }
    finish(s, into, Measure.reach(fall - rise, NARROWER));
    return true;
  }

  /**
   * Lines that meet and both rise, which should break down, or both fall, which should break up.
   * Measures as of a triangle. The measured move goes to the extreme of the wedge (Bulkowski).
   */
  static boolean wedge(Swings s, ChartReading into) {
    if (!isDrawn(s, into)) {
      return false;
    }
    double rise = slope(s, into, into.upperLine);
    double fall = slope(s, into, into.lowerLine);
    boolean rising = rise > FLAT;
    if (fall - rise < NARROWER || (!rising && fall >= -FLAT)) {
      return false;
    }
    into.pattern = rising ? ChartPattern.RISING_WEDGE : ChartPattern.FALLING_WEDGE;
    into.direction = rising ? -1 : 1;
    finish(s, into, Measure.reach(fall - rise, NARROWER));
    into.target = rising ? into.lowerStart : into.upperStart;
    return true;
  }

  /**
   * Parallel lines. A rising one should go on up, a falling one down, a level one as the price
   * came. Measures: fit; parallel; touches evenly spread. The measured move is the gap.
   */
  static boolean channel(Swings s, ChartReading into) {
    if (!isDrawn(s, into)) {
      return false;
    }
    double rise = slope(s, into, into.upperLine);
    double fall = slope(s, into, into.lowerLine);
    if (Math.abs(fall - rise) > PARALLEL) {
      return false;
    }
    double both = (rise + fall) / 2.0;
    if (Math.abs(both) <= FLAT) {
      into.pattern = ChartPattern.HORIZONTAL_CHANNEL;
      into.direction = s.sign();
    } else {
      into.pattern = both > 0 ? ChartPattern.RISING_CHANNEL : ChartPattern.FALLING_CHANNEL;
      into.direction = both > 0 ? 1 : -1;
    }
    finish(s, into, Measure.closeness(fall - rise, PARALLEL));
    return true;
  }

  /** Draws both lines, and says whether they fit and are apart up to now. */
  private static boolean isDrawn(Swings s, ChartReading into) {
    Line three = s.isHigh(0) ? into.upperLine : into.lowerLine;
    Line two = s.isHigh(0) ? into.lowerLine : into.upperLine;
    three.fit(0, s.price(4), s.span(2, 4), s.price(2), s.span(0, 4), s.price(0));
    two.through(s.span(3, 4), s.price(3), s.span(1, 4), s.price(1));
    double now = s.knownBar(0) - s.bar(4);
    into.points = 5;
    into.upperStart = into.upperLine.at(0);
    into.lowerStart = into.lowerLine.at(0);
    into.upper = into.upperLine.at(now);
    into.lower = into.lowerLine.at(now);
    return gap(into) > 0
        && into.upper - into.lower > Measure.HAIR * gap(into)
        && miss(s, three) <= FIT * gap(into);
  }

  private static double gap(ChartReading into) {
    return into.upperStart - into.lowerStart;
  }

  private static double miss(Swings s, Line three) {
    double first = Math.abs(s.price(4) - three.at(0));
    double second = Math.abs(s.price(2) - three.at(s.span(2, 4)));
    double third = Math.abs(s.price(0) - three.at(s.span(0, 4)));
    return Math.max(first, Math.max(second, third));
  }

  /** How far the line goes from the first to the last touch, in gaps. */
  private static double slope(Swings s, ChartReading into, Line line) {
    return (line.at(s.span(0, 4)) - line.at(0)) / gap(into);
  }

  private static void finish(Swings s, ChartReading into, double shape) {
    double gap = gap(into);
    Line three = s.isHigh(0) ? into.upperLine : into.lowerLine;
    into.confidence =
        (Measure.closeness(miss(s, three), FIT * gap)
                + shape
                + Measure.balance(s.span(0, 2), s.span(2, 4)))
            / 3.0;
    boolean up = into.direction > 0;
    into.breakout = up ? into.upper : into.lower;
    into.invalidation = up ? into.lower : into.upper;
    into.target = into.breakout + into.direction * gap;
  }
}
