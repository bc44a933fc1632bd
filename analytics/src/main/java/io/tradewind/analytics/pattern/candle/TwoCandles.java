package io.tradewind.analytics.pattern.candle;

import static io.tradewind.analytics.pattern.candle.CandleShape.MORRIS;
import static io.tradewind.analytics.pattern.candle.CandleShape.NISON;
import static io.tradewind.analytics.pattern.candle.CandleShape.NONE;
import static io.tradewind.analytics.pattern.candle.CandleShape.bearish;
import static io.tradewind.analytics.pattern.candle.CandleShape.bullish;
import static io.tradewind.analytics.pattern.candle.CandleShape.shape;
import static io.tradewind.analytics.pattern.candle.Yardstick.EQUAL;
import static io.tradewind.analytics.pattern.candle.Yardstick.NEAR;
import static io.tradewind.analytics.pattern.candle.Yardstick.SHADOW_LONG;

import java.util.List;

/** Patterns of two candles, and of one that counts by where the one before it was. */
final class TwoCandles {
  private static final int SURELY = 100;
  private static final int MATCHED = 80;

  /** By name. */
  static final List<CandleShape> ALL =
      List.of(
          shape(
                  "counterattack",
                  "CDLCOUNTERATTACK",
                  "Counterattack: two long candles against each other, one close",
                  NISON)
              .two(10, TwoCandles::counterattack),
          shape(
                  "dark-cloud-cover",
                  "CDLDARKCLOUDCOVER",
                  "Dark cloud cover: opens above a long white candle, closes deep in it",
                  NISON)
              .two(10, 0.5, share -> (first, second) -> darkCloudCover(first, second, share)),
          shape(
                  "doji-star",
                  "CDLDOJISTAR",
                  "Doji star: a doji beyond a gap after a long candle",
                  NISON)
              .two(10, TwoCandles::dojiStar),
          shape(
                  "engulfing",
                  "CDLENGULFING",
                  "Engulfing: a body around one of the other colour",
                  NISON)
              .two(1, TwoCandles::engulfing),
          shape(
                  "hammer",
                  "CDLHAMMER",
                  "Hammer: a short body above a long shadow, near the low before",
                  NISON)
              .two(10, TwoCandles::hammer),
          shape(
                  "hanging-man",
                  "CDLHANGINGMAN",
                  "Hanging man: a short body above a long shadow, near the high before",
                  NISON)
              .two(10, TwoCandles::hangingMan),
          shape("harami", "CDLHARAMI", "Harami: a short body within a long one", NISON)
              .two(10, (first, second) -> second.isSmall() ? harami(first, second) : NONE),
          shape("harami-cross", "CDLHARAMICROSS", "Harami cross: a doji within a long body", NISON)
              .two(10, (first, second) -> second.isDoji() ? harami(first, second) : NONE),
          shape(
                  "homing-pigeon",
                  "CDLHOMINGPIGEON",
                  "Homing pigeon: a short black body within a long black one",
                  MORRIS)
              .two(10, TwoCandles::homingPigeon),
          shape(
                  "in-neck",
                  "CDLINNECK",
                  "In-neck: opens below a long black candle, closes just in its body",
                  NISON)
              .two(10, TwoCandles::inNeck),
          shape(
                  "inverted-hammer",
                  "CDLINVERTEDHAMMER",
                  "Inverted hammer: below a gap, a short body under a long shadow",
                  NISON)
              .two(10, TwoCandles::invertedHammer),
          shape(
                  "kicking",
                  "CDLKICKING",
                  "Kicking: a gap from a marubozu to one of the other colour",
                  MORRIS)
              .two(10, TwoCandles::kicking),
          shape(
                  "kicking-by-length",
                  "CDLKICKINGBYLENGTH",
                  "Kicking by length: kicking, with the colour of the longer body",
                  MORRIS)
              .two(10, TwoCandles::kickingByLength),
          shape(
                  "matching-low",
                  "CDLMATCHINGLOW",
                  "Matching low: two black candles with one close",
                  MORRIS)
              .two(5, TwoCandles::matchingLow),
          shape(
                  "on-neck",
                  "CDLONNECK",
                  "On-neck: opens below a long black candle, closes at its low",
                  NISON)
              .two(10, TwoCandles::onNeck),
          shape(
                  "piercing",
                  "CDLPIERCING",
                  "Piercing: opens below a long black candle, closes above its middle",
                  NISON)
              .two(10, TwoCandles::piercing),
          shape(
                  "separating-lines",
                  "CDLSEPARATINGLINES",
                  "Separating lines: a belt hold away from one open, against the colour",
                  NISON)
              .two(10, TwoCandles::separatingLines),
          shape(
                  "shooting-star",
                  "CDLSHOOTINGSTAR",
                  "Shooting star: above a gap, a short body under a long shadow",
                  NISON)
              .two(10, TwoCandles::shootingStar),
          shape(
                  "thrusting",
                  "CDLTHRUSTING",
                  "Thrusting: opens below a long black candle, closes below its middle",
                  NISON)
              .two(10, TwoCandles::thrusting));

  private TwoCandles() {}

  private static int counterattack(Candle first, Candle second) {
    return second.inColour(
        first.isLong()
            && second.isLong()
            && !second.hasColourOf(first)
            && first.within(EQUAL, second.close(), first.close()));
  }

  private static int darkCloudCover(Candle first, Candle second, double penetration) {
    return bearish(
        first.isWhite()
            && first.isLong()
            && second.isBlack()
            && second.open() > first.high()
            && second.close() > first.open()
            && second.above(first.close() - penetration * first.body(), second.close()));
  }

  private static int dojiStar(Candle first, Candle second) {
    boolean gap = first.isWhite() ? second.bodyAbove(first) : second.bodyBelow(first);
    return -first.inColour(first.isLong() && second.isDoji() && gap);
  }

  private static int engulfing(Candle first, Candle second) {
    boolean larger = second.above(second.body(), first.body());
    return larger && !second.hasColourOf(first) ? second.sign() * embrace(second, first) : NONE;
  }

  private static int harami(Candle first, Candle second) {
    return first.isLong() ? -first.sign() * embrace(first, second) : NONE;
  }

  /** How surely one body is around another: less if they match at an end. */
  private static int embrace(Candle outer, Candle inner) {
    if (inner.bodyInside(outer)) {
      return SURELY;
    }
    return inner.top() <= outer.top() && inner.bottom() >= outer.bottom() ? MATCHED : NONE;
  }

  private static boolean standsOnLongShadow(Candle candle) {
    return candle.isShort() && candle.lowerExceeds(SHADOW_LONG) && candle.hasFlatTop();
  }

  private static boolean hangsFromLongShadow(Candle candle) {
    return candle.isShort() && candle.upperExceeds(SHADOW_LONG) && candle.hasFlatBottom();
  }

  private static int hammer(Candle before, Candle hammer) {
    return bullish(
        standsOnLongShadow(hammer)
            && !before.above(hammer.bottom(), before.low() + before.length(NEAR)));
  }

  private static int hangingMan(Candle before, Candle man) {
    return bearish(
        standsOnLongShadow(man)
            && !before.above(before.high() - before.length(NEAR), man.bottom()));
  }

  private static int invertedHammer(Candle before, Candle hammer) {
    return bullish(hangsFromLongShadow(hammer) && hammer.bodyBelow(before));
  }

  private static int shootingStar(Candle before, Candle star) {
    return bearish(hangsFromLongShadow(star) && star.bodyAbove(before));
  }

  private static int homingPigeon(Candle first, Candle second) {
    return bullish(
        first.isBlack()
            && first.isLong()
            && second.isBlack()
            && second.isSmall()
            && second.bodyInside(first));
  }

  /** A white candle that opens below the low of a long black one. */
  private static boolean comesFromBelow(Candle first, Candle second) {
    return first.isBlack() && first.isLong() && second.isWhite() && second.open() < first.low();
  }

  private static int inNeck(Candle first, Candle second) {
    return bearish(
        comesFromBelow(first, second)
            && second.close() >= first.close()
            && first.within(EQUAL, second.close(), first.close()));
  }

  private static int onNeck(Candle first, Candle second) {
    return bearish(
        comesFromBelow(first, second) && first.within(EQUAL, second.close(), first.low()));
  }

  private static int thrusting(Candle first, Candle second) {
    return bearish(
        comesFromBelow(first, second)
            && first.above(second.close(), first.close() + first.length(EQUAL))
            && !first.above(second.close(), first.close() + first.body() / 2));
  }

  private static int piercing(Candle first, Candle second) {
    return bullish(
        comesFromBelow(first, second)
            && second.isLong()
            && second.close() < first.open()
            && first.above(second.close(), first.close() + first.body() / 2));
  }

  private static boolean kicks(Candle first, Candle second) {
    boolean gap = first.isBlack() ? second.whollyAbove(first) : second.whollyBelow(first);
    return first.isMarubozu() && second.isMarubozu() && !second.hasColourOf(first) && gap;
  }

  private static int kicking(Candle first, Candle second) {
    return second.inColour(kicks(first, second));
  }

  private static int kickingByLength(Candle first, Candle second) {
    Candle longer = second.above(second.body(), first.body()) ? second : first;
    return longer.inColour(kicks(first, second));
  }

  private static int matchingLow(Candle first, Candle second) {
    return bullish(
        first.isBlack() && second.isBlack() && first.within(EQUAL, second.close(), first.close()));
  }

  private static int separatingLines(Candle first, Candle second) {
    boolean opensAtEnd = second.isWhite() ? second.hasFlatBottom() : second.hasFlatTop();
    return second.inColour(
        !second.hasColourOf(first)
            && first.within(EQUAL, second.open(), first.open())
            && second.isLong()
            && opensAtEnd);
  }
}
