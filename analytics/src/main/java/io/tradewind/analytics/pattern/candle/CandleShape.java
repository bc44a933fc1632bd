package io.tradewind.analytics.pattern.candle;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.ParameterValues;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * A pattern as it is declared: name, meaning, source, how many candles it is made of, how many it
 * must have before them, and the rule that says 100 for bullish, -100 for bearish and 0 for none.
 * Candles are given to a rule in the order of time.
 */
final class CandleShape {
  static final int BULLISH = 100;
  static final int BEARISH = -100;
  static final int NONE = 0;

  static final String NISON =
      "S. Nison (1991), Japanese Candlestick Charting Techniques; measures as TA-Lib's";
  static final String MORRIS = "G. L. Morris (1992), CandlePower; measures as TA-Lib's";

  /** A rule over all candles that are remembered. */
  interface Rule {
    int of(CandleWindow candles);
  }

  /** A rule of one candle. */
  interface One {
    int of(Candle only);
  }

  /** A rule of two candles. */
  interface Two {
    int of(Candle first, Candle second);
  }

  /** A rule of three candles. */
  interface Three {
    int of(Candle first, Candle second, Candle third);
  }

  /** A rule of four candles. */
  interface Four {
    int of(Candle first, Candle second, Candle third, Candle fourth);
  }

  /** A rule of five candles. */
  interface Five {
    int of(Candle first, Candle second, Candle third, Candle fourth, Candle fifth);
  }

  private final Definition definition;
  private final int length;
  private final int before;
  private final Optional<DecimalParameter> penetration;
  private final DoubleFunction<Rule> rule;

  private CandleShape(
      Draft draft,
      int length,
      int before,
      Optional<DecimalParameter> penetration,
      DoubleFunction<Rule> rule) {
    this.length = length;
    this.before = before;
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

  /** How many candles it is made of. */
  int length() {
    return length;
  }

  /** Candles after which the first answer stands. */
  int warmup() {
    return before + length;
  }

  /** Its rule with the default of penetration. */
  Rule rule() {
    return rule.apply(penetration.map(DecimalParameter::defaultValue).orElse(Double.NaN));
  }

  static int bullish(boolean found) {
    return found ? BULLISH : NONE;
  }

  static int bearish(boolean found) {
    return found ? BEARISH : NONE;
  }

  /** Begins a declaration; the summary begins with the name. */
  static Draft shape(String name, String taLib, String summary, String source) {
    return new Draft(name, taLib, summary, source);
  }

  /** All declarations in one list. */
  static List<Definition> definitions(List<CandleShape> shapes) {
    return shapes.stream().map(CandleShape::definition).toList();
  }

  /** A declaration that has no rule yet. */
  record Draft(String name, String taLib, String summary, String source) {

    CandleShape one(int before, One rule) {
      return any(1, before, candles -> rule.of(candles.ago(0)));
    }

    CandleShape two(int before, Two rule) {
      return any(2, before, pair(rule));
    }

    CandleShape three(int before, Three rule) {
      return any(3, before, triple(rule));
    }

    CandleShape four(int before, Four rule) {
      return any(
          4,
          before,
          candles -> rule.of(candles.ago(3), candles.ago(2), candles.ago(1), candles.ago(0)));
    }

    CandleShape five(int before, Five rule) {
      return any(5, before, quintuple(rule));
    }

    CandleShape any(int length, int before, Rule rule) {
      return new CandleShape(this, length, before, Optional.empty(), none -> rule);
    }

    /** With how deep a body must be entered, as a share of it. */
    CandleShape two(int before, double penetration, DoubleFunction<Two> rule) {
      return entering(2, before, penetration, share -> pair(rule.apply(share)));
    }

    /** With how deep a body must be entered, as a share of it. */
    CandleShape three(int before, double penetration, DoubleFunction<Three> rule) {
      return entering(3, before, penetration, share -> triple(rule.apply(share)));
    }

    /** With how deep a body may be entered, as a share of it. */
    CandleShape five(int before, double penetration, DoubleFunction<Five> rule) {
      return entering(5, before, penetration, share -> quintuple(rule.apply(share)));
    }

    private CandleShape entering(
        int length, int before, double penetration, DoubleFunction<Rule> rule) {
      DecimalParameter share = Parameter.decimal("penetration", penetration, 0, 1);
      return new CandleShape(this, length, before, Optional.of(share), rule);
    }

    private static Rule pair(Two rule) {
      return candles -> rule.of(candles.ago(1), candles.ago(0));
    }

    private static Rule triple(Three rule) {
      return candles -> rule.of(candles.ago(2), candles.ago(1), candles.ago(0));
    }

    private static Rule quintuple(Five rule) {
      return candles ->
          rule.of(candles.ago(4), candles.ago(3), candles.ago(2), candles.ago(1), candles.ago(0));
    }
  }
}
