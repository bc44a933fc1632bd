package io.tradewind.analytics.structure;

/**
 * A pause after a steep leg, the pole: two swings on either side, the first being the tip of the
 * pole. They are read with the latest swing turned to a top, so the pole falls, and should go on as
 * far again (Edwards and Magee: a flag flies at half-mast), once a close is below the line through
 * the tip and the low after it. They fail above their highest top. A pole is at least as steep as
 * the legs of its pause are together.
 *
 * <p>Measures of both: a shallow pause, a short one, and how well the lines are parallel or meet.
 */
final class PoleForms {
  /** How much of the pole may be taken back. */
  private static final double SHALLOW = 0.5 + Measure.HAIR;

  /** How many times as long as the pole the pause may be, in bars. */
  private static final double SHORT = 4;

  /** How far the pause may go beyond the tip, in poles. */
  private static final double BEYOND = 0.1 + Measure.HAIR;

  /** How much the gap of parallel lines may change, in gaps at the tip. */
  private static final double PARALLEL = 0.3 + Measure.HAIR;

  /** How much of the gap at the tip must be gone at the last touch of lines that meet. */
  private static final double NARROWER = 0.35 - Measure.HAIR;

  private PoleForms() {}

  /** Lines that are parallel. */
  static boolean flag(Swings s, ChartReading into) {
    if (!isPause(s, into)) {
      return false;
    }
    double narrower = narrower(s, into);
    if (Math.abs(narrower) > PARALLEL) {
      return false;
    }
    finish(s, into, Measure.closeness(narrower, PARALLEL));
    into.pattern = s.isHigh(0) ? ChartPattern.BEAR_FLAG : ChartPattern.BULL_FLAG;
    return true;
  }

  /** Lines that meet. */
  static boolean pennant(Swings s, ChartReading into) {
    if (!isPause(s, into)) {
      return false;
    }
    double narrower = narrower(s, into);
    if (narrower < NARROWER) {
      return false;
    }
    finish(s, into, Measure.reach(narrower, NARROWER));
    into.pattern = s.isHigh(0) ? ChartPattern.BEAR_PENNANT : ChartPattern.BULL_PENNANT;
    return true;
  }

  private static boolean isPause(Swings s, ChartReading into) {
    double pole = s.upright(4) - s.upright(3);
    double legs =
        s.upright(2) - s.upright(3) + s.upright(2) - s.upright(1) + s.upright(0) - s.upright(1);
    boolean paused =
        pole * s.span(0, 3) >= (1 - Measure.HAIR) * legs * s.span(3, 4)
            && highest(s) - s.upright(3) <= SHALLOW * pole
            && s.upright(3) - s.upright(1) <= BEYOND * pole
            && s.span(0, 3) <= SHORT * s.span(3, 4);
    if (!paused) {
      return false;
    }
    into.upperLine.through(s.span(2, 3), s.upright(2), s.span(0, 3), s.upright(0));
    into.lowerLine.through(0, s.upright(3), s.span(1, 3), s.upright(1));
    double now = s.knownBar(0) - s.bar(3);
    into.upperStart = into.upperLine.at(0);
    into.lowerStart = into.lowerLine.at(0);
    into.upper = into.upperLine.at(now);
    into.lower = into.lowerLine.at(now);
    return into.upperStart > into.lowerStart
        && into.upper - into.lower > Measure.HAIR * (into.upperStart - into.lowerStart);
  }

  private static double highest(Swings s) {
    return Math.max(s.upright(0), s.upright(2));
  }

  private static double narrower(Swings s, ChartReading into) {
    double last = s.span(0, 3);
    double gap = into.upperLine.at(last) - into.lowerLine.at(last);
    return 1.0 - gap / (into.upperStart - into.lowerStart);
  }

  private static void finish(Swings s, ChartReading into, double shape) {
    double pole = s.upright(4) - s.upright(3);
    into.points = 5;
    into.direction = -1;
    into.confidence =
        (Measure.closeness(highest(s) - s.upright(3), SHALLOW * pole)
                + Measure.closeness(s.span(0, 3), SHORT * s.span(3, 4))
                + shape)
            / 3.0;
    into.breakout = into.lower;
    into.target = into.lower - pole;
    into.invalidation = highest(s);
    if (s.sign() < 0) {
      into.turnUpsideDown();
    }
  }
}
