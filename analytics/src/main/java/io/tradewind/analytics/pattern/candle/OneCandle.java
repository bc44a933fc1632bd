package io.tradewind.analytics.pattern.candle;

import static io.tradewind.analytics.pattern.candle.CandleShape.MORRIS;
import static io.tradewind.analytics.pattern.candle.CandleShape.NISON;
import static io.tradewind.analytics.pattern.candle.CandleShape.bullish;
import static io.tradewind.analytics.pattern.candle.CandleShape.neutral;
import static io.tradewind.analytics.pattern.candle.CandleShape.shape;
import static io.tradewind.analytics.pattern.candle.Yardstick.NEAR;
import static io.tradewind.analytics.pattern.candle.Yardstick.SHADOW_LONG;
import static io.tradewind.analytics.pattern.candle.Yardstick.SHADOW_SHORT;
import static io.tradewind.analytics.pattern.candle.Yardstick.SHADOW_VERY_LONG;

import java.util.List;

/** Patterns of one candle. Dojis of all kinds answer 100, the others by their colour. */
final class OneCandle {
  /** By name. */
  static final List<CandleShape> ALL =
      List.of(
          shape("belt-hold", "CDLBELTHOLD", "Belt hold: long, and opens at its end", NISON)
              .one(10, OneCandle::beltHold),
          shape(
                  "closing-marubozu",
                  "CDLCLOSINGMARUBOZU",
                  "Closing marubozu: long, and closes at its end",
                  MORRIS)
              .one(10, OneCandle::closingMarubozu),
          neutral("doji", "CDLDOJI", "Doji: closes where it opened", NISON)
              .one(10, candle -> bullish(candle.isDoji())),
          neutral(
                  "dragonfly-doji",
                  "CDLDRAGONFLYDOJI",
                  "Dragonfly doji: opens and closes at its high",
                  NISON)
              .one(10, OneCandle::dragonflyDoji),
          neutral(
                  "gravestone-doji",
                  "CDLGRAVESTONEDOJI",
                  "Gravestone doji: opens and closes at its low",
                  NISON)
              .one(10, OneCandle::gravestoneDoji),
          neutral("high-wave", "CDLHIGHWAVE", "High wave: short between very long shadows", NISON)
              .one(10, OneCandle::highWave),
          neutral(
                  "long-legged-doji",
                  "CDLLONGLEGGEDDOJI",
                  "Long-legged doji: a doji with a long shadow",
                  NISON)
              .one(10, OneCandle::longLeggedDoji),
          shape("long-line", "CDLLONGLINE", "Long line: long between short shadows", MORRIS)
              .one(10, OneCandle::longLine),
          shape("marubozu", "CDLMARUBOZU", "Marubozu: long without shadows", NISON)
              .one(10, candle -> candle.inColour(candle.isMarubozu())),
          neutral(
                  "rickshaw-man",
                  "CDLRICKSHAWMAN",
                  "Rickshaw man: a doji in the middle of long shadows",
                  NISON)
              .one(10, OneCandle::rickshawMan),
          shape("short-line", "CDLSHORTLINE", "Short line: short between short shadows", MORRIS)
              .one(10, OneCandle::shortLine),
          neutral(
                  "spinning-top",
                  "CDLSPINNINGTOP",
                  "Spinning top: short between shadows longer than its body",
                  NISON)
              .one(10, OneCandle::spinningTop),
          neutral("takuri", "CDLTAKURI", "Takuri: a dragonfly doji with a very long shadow", NISON)
              .one(10, OneCandle::takuri));

  private OneCandle() {}

  private static int beltHold(Candle candle) {
    boolean opensAtEnd = candle.isWhite() ? candle.hasFlatBottom() : candle.hasFlatTop();
    return candle.inColour(candle.isLong() && opensAtEnd);
  }

  private static int closingMarubozu(Candle candle) {
    boolean closesAtEnd = candle.isWhite() ? candle.hasFlatTop() : candle.hasFlatBottom();
    return candle.inColour(candle.isLong() && closesAtEnd);
  }

  private static int dragonflyDoji(Candle candle) {
    return bullish(
        candle.isDoji() && candle.hasFlatTop() && candle.lowerExceeds(Yardstick.SHADOW_VERY_SHORT));
  }

  private static int gravestoneDoji(Candle candle) {
    return bullish(
        candle.isDoji()
            && candle.hasFlatBottom()
            && candle.upperExceeds(Yardstick.SHADOW_VERY_SHORT));
  }

  private static int highWave(Candle candle) {
    return candle.inColour(
        candle.isShort()
            && candle.upperExceeds(SHADOW_VERY_LONG)
            && candle.lowerExceeds(SHADOW_VERY_LONG));
  }

  private static int longLeggedDoji(Candle candle) {
    return bullish(
        candle.isDoji() && (candle.upperExceeds(SHADOW_LONG) || candle.lowerExceeds(SHADOW_LONG)));
  }

  private static int longLine(Candle candle) {
    return candle.inColour(
        candle.isLong() && candle.upperIsBelow(SHADOW_SHORT) && candle.lowerIsBelow(SHADOW_SHORT));
  }

  private static int rickshawMan(Candle candle) {
    double middle = candle.low() + candle.range() / 2;
    double near = candle.length(NEAR);
    return bullish(
        candle.isDoji()
            && candle.upperExceeds(SHADOW_LONG)
            && candle.lowerExceeds(SHADOW_LONG)
            && !candle.above(candle.bottom(), middle + near)
            && !candle.above(middle - near, candle.top()));
  }

  private static int shortLine(Candle candle) {
    return candle.inColour(
        candle.isShort() && candle.upperIsBelow(SHADOW_SHORT) && candle.lowerIsBelow(SHADOW_SHORT));
  }

  private static int spinningTop(Candle candle) {
    return candle.inColour(
        candle.isShort()
            && candle.above(candle.upperShadow(), candle.body())
            && candle.above(candle.lowerShadow(), candle.body()));
  }

  private static int takuri(Candle candle) {
    return bullish(candle.isDoji() && candle.hasFlatTop() && candle.lowerExceeds(SHADOW_VERY_LONG));
  }
}
