package io.tradewind.research.bias;

import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.signal.SignalSize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run said, in the words of a report. */
final class Said {
  /** What a run said that said nothing. */
  static final String NOTHING = "nothing";

  private static final int DIGITS = 10;

  private Said() {}

  static String of(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> enter(enter);
      case Signal.Exit exit -> "exit (" + exit.reason() + ")";
    };
  }

  private static String enter(Signal.Enter enter) {
    List<String> parts = new ArrayList<>();
    parts.add("enter " + enter.direction().label());
    enter.entry().ifPresent(price -> parts.add("limit " + number(price)));
    enter.stop().ifPresent(price -> parts.add("stop " + number(price)));
    enter.targets().forEach(price -> parts.add("target " + number(price)));
    if (!(enter.size() instanceof SignalSize.EqualShare)) {
      parts.add(enter.size().toString());
    }
    if (enter.confidence() < 1) {
      parts.add("confidence " + number(enter.confidence()));
    }
    return String.join(", ", parts) + " (" + enter.reason() + ")";
  }

  static String of(OrderIntent intent) {
    OrderSize size = intent.size();
    OrderTerms terms = intent.terms();
    return (intent.side() + " for " + intent.purpose()).toLowerCase(Locale.ROOT)
        + ", "
        + size
        + ", "
        + terms;
  }

  /** Ten digits, or all where two numbers would look alike. */
  static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }

  static String number(double value, double unlike) {
    String text = number(value);
    return text.equals(number(unlike)) ? Double.toString(value) : text;
  }
}
