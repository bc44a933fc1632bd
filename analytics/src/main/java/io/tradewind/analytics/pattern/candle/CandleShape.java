package io.tradewind.analytics.pattern.candle;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.pattern.Direction;
import io.tradewind.analytics.pattern.PatternMatch;
import io.tradewind.analytics.pattern.PatternMatch.Level;
import io.tradewind.analytics.pattern.PatternMatch.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToIntFunction;

/**
 * A pattern as it is declared: name, meaning, source, its rule, how many candles it is made of and
 * how many there must be before them.
 */
final class CandleShape {
  static final int BULLISH = 100;
  static final int BEARISH = -100;
  static final int NONE = 0;

  static final String NISON =
      "S. Nison (1991), Japanese Candlestick Charting Techniques; measures as TA-Lib's";
  static final String MORRIS = "G. L. Morris (1992), CandlePower; measures as TA-Lib's";

  private final Draft draft;
  private final Definition definition;
  private final int warmup;
  private final ToIntFunction<CandleWindow> span;
  private final Optional<DecimalParameter> penetration;
  private final DoubleFunction<CandleRule> rule;

  private CandleShape(
      Draft draft,
      int warmup,
      ToIntFunction<CandleWindow> span,
      Optional<DecimalParameter> penetration,
      DoubleFunction<CandleRule> rule) {
    this.draft = draft;
    this.warmup = warmup;
    this.span = span;
    this.penetration = penetration;
    this.rule = rule;
    Definition.Draft text =
        Definition.of(Family.CANDLES, draft.name, draft.summary)
            .source(draft.source)
            .taLib(draft.taLib)
            .output(draft.name, Unit.NUMBER);
    penetration.ifPresent(text::parameter);
    this.definition = text.makes(this::make);
  }

  private CandlePattern make(ParameterValues values) {
    return new CandlePattern(this, rule.apply(penetration.map(values::get).orElse(Double.NaN)));
  }

  /** What it is in the catalogue. */
  Definition definition() {
    return definition;
  }

  /** Candles after which the first answer stands. */
  int warmup() {
    return warmup;
  }

  /** Its rule with the default of penetration. */
  CandleRule rule() {
    return rule.apply(penetration.map(DecimalParameter::defaultValue).orElse(Double.NaN));
  }

  /** What the last candle completed, given the answer of the rule. */
  Optional<PatternMatch> match(CandleWindow candles, double answer) {
    if (Double.isNaN(answer) || answer == NONE) {
      return Optional.empty();
    }
    Direction direction = draft.neutral ? Direction.NEUTRAL : Direction.of(answer);
    List<Point> points = new ArrayList<>();
    for (int age = span.applyAsInt(candles) - 1; age >= 0; age--) {
      points.add(new Point(candles.bar(age), corner(candles.ago(age), direction)));
    }
    double confidence = Math.abs(answer) / draft.most;
    return Optional.of(
        new PatternMatch(
            draft.name,
            direction,
            points,
            candles.bar(0),
            confidence,
            invalidation(points, direction)));
  }

  private static double corner(Candle candle, Direction direction) {
    return switch (direction) {
      case BULLISH -> candle.low();
      case BEARISH -> candle.high();
      case NEUTRAL -> candle.close();
    };
  }

  private static List<Level> invalidation(List<Point> points, Direction direction) {
    var prices = points.stream().mapToDouble(Point::price);
    return switch (direction) {
      case BULLISH -> List.of(new Level("invalidation", prices.min().orElseThrow()));
      case BEARISH -> List.of(new Level("invalidation", prices.max().orElseThrow()));
      case NEUTRAL -> List.of();
    };
  }

  static int bullish(boolean found) {
    return found ? BULLISH : NONE;
  }

  static int bearish(boolean found) {
    return found ? BEARISH : NONE;
  }

  /**
   * Begins the declaration of a pattern that points up or down; the summary begins with its name.
   */
  static Draft shape(String name, String taLib, String summary, String source) {
    return new Draft(name, taLib, summary, source, false, BULLISH);
  }

  /** Begins one that says that the market hesitates; the sign of its answer is no direction. */
  static Draft neutral(String name, String taLib, String summary, String source) {
    return new Draft(name, taLib, summary, source, true, BULLISH);
  }

  /** Begins one that is confirmed some candles later, by twice the answer. */
  static Draft confirmable(String name, String taLib, String summary, String source) {
    return new Draft(name, taLib, summary, source, false, 2 * BULLISH);
  }

  /** A declaration that has no rule yet. */
  record Draft(
      String name, String taLib, String summary, String source, boolean neutral, int most) {

    CandleShape one(int before, CandleRule.One rule) {
      return plain(1, before, rule);
    }

    CandleShape two(int before, CandleRule.Two rule) {
      return plain(2, before, rule);
    }

    CandleShape three(int before, CandleRule.Three rule) {
      return plain(3, before, rule);
    }

    CandleShape four(int before, CandleRule.Four rule) {
      return plain(4, before, rule);
    }

    CandleShape five(int before, CandleRule.Five rule) {
      return plain(5, before, rule);
    }

    /** With how deep a body must be entered, as a share of it. */
    CandleShape two(int before, double penetration, DoubleFunction<CandleRule.Two> rule) {
      return entering(2, before, penetration, rule::apply);
    }

    /** With how deep a body must be entered, as a share of it. */
    CandleShape three(int before, double penetration, DoubleFunction<CandleRule.Three> rule) {
      return entering(3, before, penetration, rule::apply);
    }

    /** With how deep a body may be entered, as a share of it. */
    CandleShape five(int before, double penetration, DoubleFunction<CandleRule.Five> rule) {
      return entering(5, before, penetration, rule::apply);
    }

    /** With how many candles it is made of where it is seen. */
    CandleShape any(int warmup, ToIntFunction<CandleWindow> span, CandleRule rule) {
      return new CandleShape(this, warmup, span, Optional.empty(), none -> rule);
    }

    private CandleShape plain(int length, int before, CandleRule rule) {
      return any(before + length, candles -> length, rule);
    }

    private CandleShape entering(
        int length, int before, double penetration, DoubleFunction<CandleRule> rule) {
      DecimalParameter share = Parameter.decimal("penetration", penetration, 0, 1);
      return new CandleShape(this, before + length, candles -> length, Optional.of(share), rule);
    }
  }
}
