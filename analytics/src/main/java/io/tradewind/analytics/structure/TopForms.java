package io.tradewind.analytics.structure;

/**
 * Forms of tops after a rise, and of bottoms after a fall. They are read with the latest swing
 * turned to a top, confirmed by a close below their neckline.
 */
final class TopForms {
  /** How far tops at one price may be from their mean, in heights of the form. */
  private static final double LEVEL = 0.1 + Measure.HAIR;

  /** How far shoulders may be from each other, in heights of the head. */
  private static final double SHOULDERS = 0.3 + Measure.HAIR;

  /** How far the ends of a neckline may be from each other, in heights of the head. */
  private static final double NECKLINE = 0.3 + Measure.HAIR;

  /** How far a head must be above, and shoulders above the neckline, in heights of the head. */
  private static final double STANDS_OUT = 0.2 - Measure.HAIR;

  /** How far the valleys between three tops may be from each other, in heights of the form. */
  private static final double VALLEYS = 0.4 + Measure.HAIR;

  private TopForms() {}

  /**
   * Lo, Mamaysky and Wang's HS: five extremes, the third the highest, the first and last alike, the
   * second and fourth alike; after a rise from below the left valley. Measures: shoulders alike in
   * height, and in bars from the head; neckline level; rise to the left shoulder. The measured move
   * is the height of the head above the neckline; it fails above the right shoulder.
   */
  static boolean headAndShoulders(Swings s, ChartReading into) {
    double right = s.upright(0);
    double rightValley = s.upright(1);
    double head = s.upright(2);
    double leftValley = s.upright(3);
    double left = s.upright(4);
    double slope = (rightValley - leftValley) / s.span(1, 3);
    double neckAtHead = leftValley + slope * s.span(2, 3);
    double neckAtLeft = leftValley - slope * s.span(3, 4);
    double neckAtRight = rightValley + slope * s.span(0, 1);
    double height = head - neckAtHead;
    double least = STANDS_OUT * height;
    double rise = left - s.upright(5);
    boolean formed =
        height > 0
            && head - Math.max(left, right) >= least
            && left - neckAtLeft >= least
            && right - neckAtRight >= least
            && Math.abs(left - right) <= SHOULDERS * height
            && Math.abs(leftValley - rightValley) <= NECKLINE * height
            && s.upright(5) < leftValley;
    if (!formed) {
      return false;
    }
    double neckNow = rightValley + slope * (s.knownBar(0) - s.bar(1));
    into.points = 5;
    into.confidence =
        (Measure.closeness(left - right, SHOULDERS * height)
                + Measure.closeness(leftValley - rightValley, NECKLINE * height)
                + Measure.balance(s.span(2, 4), s.span(0, 2))
                + Measure.reach(rise, height))
            / 4.0;
    into.upperStart = head;
    into.upper = head;
    into.lowerStart = neckAtLeft;
    into.lower = neckNow;
    finish(
        s,
        into,
        ChartPattern.HEAD_AND_SHOULDERS,
        ChartPattern.INVERSE_HEAD_AND_SHOULDERS,
        neckNow,
        height,
        right);
    return true;
  }

  /**
   * Two tops alike, the valley between them above where the rise began, and any top before them
   * lower. Measures: tops alike, valley in the middle, rise against height. The measured move is
   * the height.
   */
  static boolean doubleTop(Swings s, ChartReading into) {
    double valley = s.upright(1);
    double top = (s.upright(0) + s.upright(2)) / 2.0;
    double height = top - valley;
    double rise = s.upright(2) - s.upright(3);
    double apart = Math.abs(s.upright(0) - top);
    boolean formed =
        apart <= LEVEL * height
            && s.upright(3) <= valley
            && (s.size() == 4 || s.upright(4) < top - LEVEL * height);
    if (!formed) {
      return false;
    }
    into.points = 3;
    into.confidence =
        (Measure.closeness(apart, LEVEL * height)
                + Measure.balance(s.span(0, 1), s.span(1, 2))
                + Measure.reach(rise, height))
            / 3.0;
    level(into, top, valley);
    double highest = Math.max(s.upright(0), s.upright(2));
    finish(s, into, ChartPattern.DOUBLE_TOP, ChartPattern.DOUBLE_BOTTOM, valley, height, highest);
    return true;
  }

  /**
   * Three tops alike, both valleys above where the rise began and not far apart. Measures: tops
   * alike, valleys alike, tops as far from each other, rise against height. The neckline is the
   * lower valley and the measured move the height above it.
   */
  static boolean tripleTop(Swings s, ChartReading into) {
    double highest = Math.max(s.upright(0), Math.max(s.upright(2), s.upright(4)));
    double lowest = Math.min(s.upright(0), Math.min(s.upright(2), s.upright(4)));
    double top = (s.upright(0) + s.upright(2) + s.upright(4)) / 3.0;
    double valley = Math.min(s.upright(1), s.upright(3));
    double height = top - valley;
    double apart = Math.max(highest - top, top - lowest);
    double valleys = s.upright(1) - s.upright(3);
    boolean formed =
        apart <= LEVEL * height && Math.abs(valleys) <= VALLEYS * height && s.upright(5) <= valley;
    if (!formed) {
      return false;
    }
    into.points = 5;
    into.confidence =
        (Measure.closeness(apart, LEVEL * height)
                + Measure.closeness(valleys, VALLEYS * height)
                + Measure.balance(s.span(0, 2), s.span(2, 4))
                + Measure.reach(s.upright(4) - s.upright(5), height))
            / 4.0;
    level(into, top, valley);
    finish(s, into, ChartPattern.TRIPLE_TOP, ChartPattern.TRIPLE_BOTTOM, valley, height, highest);
    return true;
  }

  private static void level(ChartReading into, double top, double valley) {
    into.upperStart = top;
    into.upper = top;
    into.lowerStart = valley;
    into.lower = valley;
  }

  private static void finish(
      Swings s,
      ChartReading into,
      ChartPattern upright,
      ChartPattern mirrored,
      double breakout,
      double height,
      double invalidation) {
    into.direction = -1;
    into.breakout = breakout;
    into.target = breakout - height;
    into.invalidation = invalidation;
    into.pattern = upright;
    if (s.sign() < 0) {
      into.pattern = mirrored;
      into.turnUpsideDown();
    }
  }
}
