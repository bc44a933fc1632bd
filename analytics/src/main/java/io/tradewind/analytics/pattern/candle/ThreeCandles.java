package io.tradewind.analytics.pattern.candle;

import static io.tradewind.analytics.pattern.candle.CandleShape.MORRIS;
import static io.tradewind.analytics.pattern.candle.CandleShape.NISON;
import static io.tradewind.analytics.pattern.candle.CandleShape.NONE;
import static io.tradewind.analytics.pattern.candle.CandleShape.bearish;
import static io.tradewind.analytics.pattern.candle.CandleShape.bullish;
import static io.tradewind.analytics.pattern.candle.CandleShape.shape;
import static io.tradewind.analytics.pattern.candle.Yardstick.EQUAL;
import static io.tradewind.analytics.pattern.candle.Yardstick.FAR;
import static io.tradewind.analytics.pattern.candle.Yardstick.NEAR;
import static io.tradewind.analytics.pattern.candle.Yardstick.SHADOW_LONG;
import static io.tradewind.analytics.pattern.candle.Yardstick.SHADOW_SHORT;
import static io.tradewind.analytics.pattern.candle.Yardstick.SHADOW_VERY_SHORT;

import java.util.List;

/** Patterns of three candles. */
final class ThreeCandles {
  /** By name. */
  static final List<CandleShape> ALL =
      List.of(
          shape(
                  "abandoned-baby",
                  "CDLABANDONEDBABY",
                  "Abandoned baby: a doji between two gaps at a turn",
                  NISON)
              .three(10, 0.3, share -> (a, b, c) -> abandonedBaby(a, b, c, share)),
          shape(
                  "advance-block",
                  "CDLADVANCEBLOCK",
                  "Advance block: three white candles that climb with less and less force",
                  NISON)
              .three(10, ThreeCandles::advanceBlock),
          shape(
                  "evening-doji-star",
                  "CDLEVENINGDOJISTAR",
                  "Evening doji star: long white, a doji beyond a gap, black deep in the first",
                  NISON)
              .three(10, 0.3, share -> (a, b, c) -> eveningDojiStar(a, b, c, share)),
          shape(
                  "evening-star",
                  "CDLEVENINGSTAR",
                  "Evening star: long white, short beyond a gap, black deep in the first",
                  NISON)
              .three(10, 0.3, share -> (a, b, c) -> eveningStar(a, b, c, share)),
          shape(
                  "gap-side-side-white",
                  "CDLGAPSIDESIDEWHITE",
                  "Side-by-side white lines: two alike beyond a gap",
                  NISON)
              .three(5, ThreeCandles::gapSideSideWhite),
          shape(
                  "identical-three-crows",
                  "CDLIDENTICAL3CROWS",
                  "Identical three crows: three black candles, each opens at the last close",
                  MORRIS)
              .three(10, ThreeCandles::identicalThreeCrows),
          shape(
                  "morning-doji-star",
                  "CDLMORNINGDOJISTAR",
                  "Morning doji star: long black, a doji beyond a gap, white deep in the first",
                  NISON)
              .three(10, 0.3, share -> (a, b, c) -> morningDojiStar(a, b, c, share)),
          shape(
                  "morning-star",
                  "CDLMORNINGSTAR",
                  "Morning star: long black, short beyond a gap, white deep in the first",
                  NISON)
              .three(10, 0.3, share -> (a, b, c) -> morningStar(a, b, c, share)),
          shape(
                  "stalled-pattern",
                  "CDLSTALLEDPATTERN",
                  "Stalled pattern: two long white candles, then a short one on top",
                  NISON)
              .three(10, ThreeCandles::stalledPattern),
          shape(
                  "stick-sandwich",
                  "CDLSTICKSANDWICH",
                  "Stick sandwich: a white candle between two black ones with one close",
                  MORRIS)
              .three(5, ThreeCandles::stickSandwich),
          shape(
                  "tasuki-gap",
                  "CDLTASUKIGAP",
                  "Tasuki gap: a candle beyond a gap, then its like back into the gap",
                  NISON)
              .three(5, ThreeCandles::tasukiGap),
          shape(
                  "three-inside",
                  "CDL3INSIDE",
                  "Three inside up or down: a harami and a close beyond the first open",
                  MORRIS)
              .three(10, ThreeCandles::threeInside),
          shape(
                  "three-outside",
                  "CDL3OUTSIDE",
                  "Three outside up or down: an engulfing and a close further on",
                  MORRIS)
              .three(1, ThreeCandles::threeOutside),
          shape(
                  "three-stars-in-south",
                  "CDL3STARSINSOUTH",
                  "Three stars in the south: three ever shorter black candles, higher lows",
                  MORRIS)
              .three(10, ThreeCandles::threeStarsInSouth),
          shape(
                  "three-white-soldiers",
                  "CDL3WHITESOLDIERS",
                  "Three white soldiers: three white candles that climb and close at their highs",
                  NISON)
              .three(10, ThreeCandles::threeWhiteSoldiers),
          shape("tristar", "CDLTRISTAR", "Tri-star: three dojis, the second beyond a gap", NISON)
              .three(10, ThreeCandles::triStar),
          shape(
                  "two-crows",
                  "CDL2CROWS",
                  "Two crows: black beyond a gap above long white, then black back into it",
                  MORRIS)
              .three(10, ThreeCandles::twoCrows),
          shape(
                  "unique-three-river",
                  "CDLUNIQUE3RIVER",
                  "Unique three river: long black, black with a lower low, short white",
                  NISON)
              .three(10, ThreeCandles::uniqueThreeRiver),
          shape(
                  "upside-gap-two-crows",
                  "CDLUPSIDEGAP2CROWS",
                  "Upside gap two crows: beyond a gap, black engulfs black; the gap stays",
                  NISON)
              .three(10, ThreeCandles::upsideGapTwoCrows),
          shape(
                  "upside-downside-gap-three-methods",
                  "CDLXSIDEGAP3METHODS",
                  "Upside or downside gap three methods: a gap and the candle that fills it",
                  MORRIS)
              .three(0, ThreeCandles::gapThreeMethods));

  private ThreeCandles() {}

  private static int abandonedBaby(Candle a, Candle b, Candle c, double penetration) {
    boolean alone =
        a.isWhite()
            ? b.whollyAbove(a) && c.whollyBelow(b) && fallsInto(a, c, penetration)
            : b.whollyBelow(a) && c.whollyAbove(b) && risesInto(a, c, penetration);
    return c.inColour(a.isLong() && b.isDoji() && !c.isSmall() && alone);
  }

  /** A black candle that closes that deep in the body of a white one. */
  private static boolean fallsInto(Candle white, Candle last, double penetration) {
    return white.isWhite()
        && last.isBlack()
        && last.above(white.close() - penetration * white.body(), last.close());
  }

  /** A white candle that closes that deep in the body of a black one. */
  private static boolean risesInto(Candle black, Candle last, double penetration) {
    return black.isBlack()
        && last.isWhite()
        && last.above(last.close(), black.close() + penetration * black.body());
  }

  private static boolean endsDay(Candle a, Candle b, Candle c, double penetration) {
    return a.isLong() && b.bodyAbove(a) && !c.isSmall() && fallsInto(a, c, penetration);
  }

  private static boolean beginsDay(Candle a, Candle b, Candle c, double penetration) {
    return a.isLong() && b.bodyBelow(a) && !c.isSmall() && risesInto(a, c, penetration);
  }

  private static int eveningDojiStar(Candle a, Candle b, Candle c, double penetration) {
    return bearish(b.isDoji() && endsDay(a, b, c, penetration));
  }

  private static int eveningStar(Candle a, Candle b, Candle c, double penetration) {
    return bearish(b.isSmall() && endsDay(a, b, c, penetration));
  }

  private static int morningDojiStar(Candle a, Candle b, Candle c, double penetration) {
    return bullish(b.isDoji() && beginsDay(a, b, c, penetration));
  }

  private static int morningStar(Candle a, Candle b, Candle c, double penetration) {
    return bullish(b.isSmall() && beginsDay(a, b, c, penetration));
  }

  /** Three white candles, each closing higher. */
  private static boolean climb(Candle a, Candle b, Candle c) {
    return a.isWhite()
        && b.isWhite()
        && c.isWhite()
        && b.close() > a.close()
        && c.close() > b.close();
  }

  /** A white candle that opens in or near the body of a white one. */
  private static boolean opensInOrNear(Candle before, Candle candle) {
    return candle.open() > before.open()
        && !before.above(candle.open(), before.close() + before.length(NEAR));
  }

  private static int advanceBlock(Candle a, Candle b, Candle c) {
    return bearish(
        climb(a, b, c)
            && opensInOrNear(a, b)
            && opensInOrNear(b, c)
            && a.isLong()
            && a.upperIsBelow(SHADOW_SHORT)
            && weakens(a, b, c));
  }

  private static boolean weakens(Candle a, Candle b, Candle c) {
    boolean secondFarShorter = b.above(a.body() - a.length(FAR), b.body());
    boolean thirdFarShorter = c.above(b.body() - b.length(FAR), c.body());
    boolean secondShorter = b.above(a.body(), b.body());
    boolean thirdShorter = c.above(b.body(), c.body());
    boolean thirdNoLonger = c.above(b.body() + b.length(NEAR), c.body());
    boolean shadows = c.upperExceeds(SHADOW_SHORT) || b.upperExceeds(SHADOW_SHORT);
    return (secondFarShorter && thirdNoLonger)
        || thirdFarShorter
        || (thirdShorter && secondShorter && shadows)
        || (thirdShorter && c.upperExceeds(SHADOW_LONG));
  }

  private static int threeWhiteSoldiers(Candle a, Candle b, Candle c) {
    return bullish(
        climb(a, b, c)
            && a.hasFlatTop()
            && b.hasFlatTop()
            && c.hasFlatTop()
            && opensInOrNear(a, b)
            && opensInOrNear(b, c)
            && b.above(b.body(), a.body() - a.length(FAR))
            && c.above(c.body(), b.body() - b.length(FAR))
            && !c.isSmall());
  }

  /** That the third opens near the second close follows from its being short and closing higher. */
  private static int stalledPattern(Candle a, Candle b, Candle c) {
    return bearish(
        climb(a, b, c)
            && a.isLong()
            && b.isLong()
            && b.hasFlatTop()
            && opensInOrNear(a, b)
            && c.isShort());
  }

  private static int gapSideSideWhite(Candle a, Candle b, Candle c) {
    boolean up = b.bodyAbove(a) && c.bodyAbove(a);
    boolean down = b.bodyBelow(a) && c.bodyBelow(a);
    boolean alike =
        b.isWhite()
            && c.isWhite()
            && b.within(NEAR, c.body(), b.body())
            && b.within(EQUAL, c.open(), b.open());
    return alike && up ? CandleShape.BULLISH : bearish(alike && down);
  }

  private static int identicalThreeCrows(Candle a, Candle b, Candle c) {
    return bearish(
        a.isBlack()
            && a.hasFlatBottom()
            && b.isBlack()
            && b.hasFlatBottom()
            && c.isBlack()
            && c.hasFlatBottom()
            && b.close() < a.close()
            && c.close() < b.close()
            && a.within(EQUAL, b.open(), a.close())
            && b.within(EQUAL, c.open(), b.close()));
  }

  private static int stickSandwich(Candle a, Candle b, Candle c) {
    return bullish(
        a.isBlack()
            && b.isWhite()
            && c.isBlack()
            && b.low() > a.close()
            && a.within(EQUAL, c.close(), a.close()));
  }

  private static int tasukiGap(Candle a, Candle b, Candle c) {
    boolean up = b.isWhite() && b.bodyAbove(a) && c.close() < b.open() && c.close() > a.top();
    boolean down = b.isBlack() && b.bodyBelow(a) && c.close() > b.open() && c.close() < a.bottom();
    boolean alike = b.above(b.length(NEAR), Math.abs(b.body() - c.body()));
    return b.inColour((up || down) && !c.hasColourOf(b) && c.opensInBodyOf(b) && alike);
  }

  private static int threeInside(Candle a, Candle b, Candle c) {
    boolean turns =
        a.isWhite() ? c.isBlack() && c.close() < a.open() : c.isWhite() && c.close() > a.open();
    return -a.inColour(a.isLong() && b.isSmall() && b.bodyInside(a) && turns);
  }

  private static int threeOutside(Candle a, Candle b, Candle c) {
    boolean engulfs = !b.hasColourOf(a) && a.bodyInside(b);
    boolean goesOn = b.isWhite() ? c.close() > b.close() : c.close() < b.close();
    return b.inColour(engulfs && goesOn);
  }

  private static int threeStarsInSouth(Candle a, Candle b, Candle c) {
    boolean longest = a.isBlack() && a.isLong() && a.lowerExceeds(SHADOW_LONG);
    boolean shorter =
        b.isBlack()
            && b.above(a.body(), b.body())
            && b.open() > a.close()
            && b.open() <= a.high()
            && b.low() < a.close()
            && b.low() >= a.low()
            && b.lowerExceeds(SHADOW_VERY_SHORT);
    boolean shortest =
        c.isBlack() && c.isShort() && c.hasFlatTop() && c.hasFlatBottom() && c.isInside(b);
    return bullish(longest && shorter && shortest);
  }

  /** All three are measured by what was usual before the first. */
  private static int triStar(Candle a, Candle b, Candle c) {
    boolean dojis = a.isDoji() && b.isDojiAsOf(a) && c.isDojiAsOf(a);
    if (dojis && b.bodyAbove(a) && c.top() < b.top()) {
      return CandleShape.BEARISH;
    }
    return bullish(dojis && b.bodyBelow(a) && c.bottom() > b.bottom());
  }

  private static int twoCrows(Candle a, Candle b, Candle c) {
    return bearish(
        a.isWhite()
            && a.isLong()
            && b.isBlack()
            && b.bodyAbove(a)
            && c.isBlack()
            && c.opensInBodyOf(b)
            && c.closesInBodyOf(a));
  }

  private static int uniqueThreeRiver(Candle a, Candle b, Candle c) {
    return bullish(
        a.isBlack()
            && a.isLong()
            && b.isBlack()
            && b.close() > a.close()
            && b.open() <= a.open()
            && b.low() < a.low()
            && c.isWhite()
            && c.isShort()
            && c.open() > b.low());
  }

  private static int upsideGapTwoCrows(Candle a, Candle b, Candle c) {
    return bearish(
        a.isWhite()
            && a.isLong()
            && b.isBlack()
            && b.isSmall()
            && b.bodyAbove(a)
            && c.isBlack()
            && b.bodyInside(c)
            && c.close() > a.close());
  }

  private static int gapThreeMethods(Candle a, Candle b, Candle c) {
    boolean gap = a.isWhite() ? b.bodyAbove(a) : b.bodyBelow(a);
    return gap && b.hasColourOf(a) && !c.hasColourOf(b) && c.opensInBodyOf(b) && c.closesInBodyOf(a)
        ? a.sign() * CandleShape.BULLISH
        : NONE;
  }
}
