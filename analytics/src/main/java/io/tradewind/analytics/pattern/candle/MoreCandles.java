package io.tradewind.analytics.pattern.candle;

import static io.tradewind.analytics.pattern.candle.CandleShape.BULLISH;
import static io.tradewind.analytics.pattern.candle.CandleShape.MORRIS;
import static io.tradewind.analytics.pattern.candle.CandleShape.NISON;
import static io.tradewind.analytics.pattern.candle.CandleShape.NONE;
import static io.tradewind.analytics.pattern.candle.CandleShape.bearish;
import static io.tradewind.analytics.pattern.candle.CandleShape.bullish;
import static io.tradewind.analytics.pattern.candle.CandleShape.confirmable;
import static io.tradewind.analytics.pattern.candle.CandleShape.shape;
import static io.tradewind.analytics.pattern.candle.Yardstick.NEAR;
import static io.tradewind.analytics.pattern.candle.Yardstick.SHADOW_VERY_SHORT;

import java.util.List;

/** Patterns of four and five candles, and those that are confirmed some candles later. */
final class MoreCandles {
  private static final String CHESLER =
      "D. L. Chesler (2004), Trading False Moves with the Hikkake Pattern, Active Trader";

  /** Candles within which a hikkake is confirmed. */
  private static final int PATIENCE = 3;

  /** By name. */
  static final List<CandleShape> ALL =
      List.of(
          shape(
                  "breakaway",
                  "CDLBREAKAWAY",
                  "Breakaway: long, a gap, two further on, then back into the gap",
                  MORRIS)
              .five(10, MoreCandles::breakaway),
          shape(
                  "concealing-baby-swallow",
                  "CDLCONCEALBABYSWALL",
                  "Concealing baby swallow: two black marubozus; a gap; black engulfs black",
                  MORRIS)
              .four(10, MoreCandles::concealingBabySwallow),
          confirmable(
                  "hikkake",
                  "CDLHIKKAKE",
                  "Hikkake: a false break from an inside candle, 200 once it is confirmed",
                  CHESLER)
              .any(
                  3 + PATIENCE,
                  candles -> 3 + age(candles, MoreCandles::hikkake),
                  candles -> confirmed(candles, MoreCandles::hikkake)),
          confirmable(
                  "hikkake-modified",
                  "CDLHIKKAKEMOD",
                  "Modified hikkake: a hikkake after a candle that closes at its end",
                  CHESLER)
              .any(
                  8 + PATIENCE,
                  candles -> 4 + age(candles, MoreCandles::modifiedHikkake),
                  candles -> confirmed(candles, MoreCandles::modifiedHikkake)),
          shape(
                  "ladder-bottom",
                  "CDLLADDERBOTTOM",
                  "Ladder bottom: three black steps down, a shadow above, a jump up",
                  MORRIS)
              .five(10, MoreCandles::ladderBottom),
          shape(
                  "mat-hold",
                  "CDLMATHOLD",
                  "Mat hold: long white, a gap, three short back into it, a new high",
                  MORRIS)
              .five(10, 0.5, share -> (a, b, c, d, e) -> matHold(a, b, c, d, e, share)),
          shape(
                  "rise-fall-three-methods",
                  "CDLRISEFALL3METHODS",
                  "Rising or falling three methods: long, three short back in it, long on",
                  NISON)
              .five(10, MoreCandles::threeMethods),
          shape(
                  "three-black-crows",
                  "CDL3BLACKCROWS",
                  "Three black crows: after white, three black that fall and close at lows",
                  NISON)
              .four(10, MoreCandles::threeBlackCrows),
          shape(
                  "three-line-strike",
                  "CDL3LINESTRIKE",
                  "Three-line strike: three steps on, then one candle back over all of them",
                  MORRIS)
              .four(5, MoreCandles::threeLineStrike));

  private MoreCandles() {}

  private static int breakaway(Candle a, Candle b, Candle c, Candle d, Candle e) {
    boolean colours = b.hasColourOf(a) && d.hasColourOf(a) && !e.hasColourOf(a);
    boolean down =
        a.isBlack()
            && b.bodyBelow(a)
            && c.isLowerThan(b)
            && d.isLowerThan(c)
            && e.close() > b.open()
            && e.close() < a.close();
    boolean up =
        a.isWhite()
            && b.bodyAbove(a)
            && c.isHigherThan(b)
            && d.isHigherThan(c)
            && e.close() < b.open()
            && e.close() > a.close();
    return e.inColour(a.isLong() && colours && (down || up));
  }

  private static int concealingBabySwallow(Candle a, Candle b, Candle c, Candle d) {
    return bullish(
        a.isBlack()
            && a.hasFlatTop()
            && a.hasFlatBottom()
            && b.isBlack()
            && b.hasFlatTop()
            && b.hasFlatBottom()
            && c.isBlack()
            && c.bodyBelow(b)
            && c.upperExceeds(SHADOW_VERY_SHORT)
            && c.high() > b.close()
            && d.isBlack()
            && c.isInside(d));
  }

  /** Which way a pattern points that ended that many candles ago: 1, -1 or 0. */
  private interface Setup {
    int of(CandleWindow candles, int age);
  }

  /** How many candles ago the latest setup ended, if it can still be confirmed, else -1. */
  private static int age(CandleWindow candles, Setup setup) {
    for (int age = 0; age <= PATIENCE; age++) {
      if (setup.of(candles, age) != 0) {
        return age;
      }
    }
    return -1;
  }

  /** A new setup, or the first close beyond the last candle but one of the latest. */
  private static int confirmed(CandleWindow candles, Setup setup) {
    int age = age(candles, setup);
    if (age < 0) {
      return NONE;
    }
    int way = setup.of(candles, age);
    if (age == 0) {
      return way * BULLISH;
    }
    return isFirstConfirmation(candles, age, way) ? 2 * way * BULLISH : NONE;
  }

  private static boolean isFirstConfirmation(CandleWindow candles, int age, int way) {
    Candle inside = candles.ago(age + 1);
    for (int later = age - 1; later > 0; later--) {
      if (isBeyond(candles.ago(later), inside, way)) {
        return false;
      }
    }
    return isBeyond(candles.ago(0), inside, way);
  }

  private static boolean isBeyond(Candle candle, Candle inside, int way) {
    return way > 0 ? candle.close() > inside.high() : candle.close() < inside.low();
  }

  /** Against the break: up if it was down. */
  private static int falseBreak(Candle inside, Candle candle) {
    if (candle.isLowerThan(inside)) {
      return 1;
    }
    return candle.isHigherThan(inside) ? -1 : 0;
  }

  private static int hikkake(CandleWindow candles, int age) {
    Candle inside = candles.ago(age + 1);
    return inside.isInside(candles.ago(age + 2)) ? falseBreak(inside, candles.ago(age)) : 0;
  }

  private static int modifiedHikkake(CandleWindow candles, int age) {
    Candle second = candles.ago(age + 2);
    Candle inside = candles.ago(age + 1);
    if (!inside.isInside(second) || !second.isInside(candles.ago(age + 3))) {
      return 0;
    }
    int way = falseBreak(inside, candles.ago(age));
    return second.within(NEAR, second.close(), way > 0 ? second.low() : second.high()) ? way : 0;
  }

  private static int ladderBottom(Candle a, Candle b, Candle c, Candle d, Candle e) {
    boolean steps =
        a.isBlack()
            && b.isBlack()
            && c.isBlack()
            && b.open() < a.open()
            && c.open() < b.open()
            && b.close() < a.close()
            && c.close() < b.close();
    return bullish(
        steps
            && d.isBlack()
            && d.upperExceeds(SHADOW_VERY_SHORT)
            && e.isWhite()
            && e.open() > d.open()
            && e.close() > d.high());
  }

  private static int matHold(Candle a, Candle b, Candle c, Candle d, Candle e, double penetration) {
    boolean rise = a.isWhite() && a.isLong() && b.isBlack() && b.bodyAbove(a);
    boolean rest =
        b.isShort()
            && c.isShort()
            && d.isShort()
            && entersUpTo(a, c, penetration)
            && entersUpTo(a, d, penetration)
            && c.top() < b.open()
            && d.top() < c.top();
    double highest = Math.max(b.high(), Math.max(c.high(), d.high()));
    return bullish(rise && rest && e.isWhite() && e.open() > d.close() && e.close() > highest);
  }

  /** Its body reaches into that of a white candle, but no deeper than that. */
  private static boolean entersUpTo(Candle white, Candle candle, double penetration) {
    return candle.bottom() < white.close()
        && candle.above(candle.bottom(), white.close() - penetration * white.body());
  }

  private static int threeMethods(Candle a, Candle b, Candle c, Candle d, Candle e) {
    boolean colours =
        !b.hasColourOf(a) && !c.hasColourOf(a) && !d.hasColourOf(a) && e.hasColourOf(a);
    boolean rest = colours && restsIn(a, b) && restsIn(a, c) && restsIn(a, d);
    boolean rising =
        a.isWhite()
            && c.close() < b.close()
            && d.close() < c.close()
            && e.open() > d.close()
            && e.close() > a.close();
    boolean falling =
        a.isBlack()
            && c.close() > b.close()
            && d.close() > c.close()
            && e.open() < d.close()
            && e.close() < a.close();
    return a.inColour(rest && a.isLong() && e.isLong() && (rising || falling));
  }

  /** Short, with some of its body in the other's range. */
  private static boolean restsIn(Candle outer, Candle candle) {
    return candle.isShort() && candle.bottom() < outer.high() && candle.top() > outer.low();
  }

  private static int threeBlackCrows(Candle a, Candle b, Candle c, Candle d) {
    return bearish(
        a.isWhite()
            && b.isBlack()
            && b.hasFlatBottom()
            && c.isBlack()
            && c.hasFlatBottom()
            && d.isBlack()
            && d.hasFlatBottom()
            && c.opensInBodyOf(b)
            && d.opensInBodyOf(c)
            && b.close() < a.high()
            && c.close() < b.close()
            && d.close() < c.close());
  }

  private static int threeLineStrike(Candle a, Candle b, Candle c, Candle d) {
    boolean colours = b.hasColourOf(a) && c.hasColourOf(a) && !d.hasColourOf(a);
    boolean up =
        b.close() > a.close()
            && c.close() > b.close()
            && d.open() > c.close()
            && d.close() < a.open();
    boolean down =
        b.close() < a.close()
            && c.close() < b.close()
            && d.open() < c.close()
            && d.close() > a.open();
    return c.inColour(
        colours && opensInOrNear(a, b) && opensInOrNear(b, c) && (a.isWhite() ? up : down));
  }

  private static boolean opensInOrNear(Candle before, Candle candle) {
    double near = before.length(NEAR);
    return !before.above(before.bottom() - near, candle.open())
        && !before.above(candle.open(), before.top() + near);
  }
}
