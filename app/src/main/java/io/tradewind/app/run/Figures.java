package io.tradewind.app.run;

import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Text;
import io.tradewind.research.report.Figure;
import io.tradewind.research.report.Metrics;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Numbers of a result as people read them. */
final class Figures {
  /** Ratios nearer to 0 are 0.00 %. */
  private static final double HAIR = 0.000_05;

  private Figures() {}

  /** A figure in its unit, a dash where it is undefined. */
  static String text(Metrics metrics, Figure figure) {
    OptionalDouble number = metrics.number(figure);
    if (number.isEmpty()) {
      return "-";
    }
    double value = number.getAsDouble();
    return switch (figure.unit()) {
      case RATIO -> isSigned(figure) ? signedPercent(value) : percent(value);
      case NUMBER -> Text.of("%,.2f", value);
      case MONEY -> money(value);
      case R -> Text.of("%+.2f R", value);
      case DAYS -> Text.of("%,.0f d", value);
      case COUNT -> Text.of("%,.0f", value);
    };
  }

  /** The colour of a figure: only gains and losses have one. */
  static String painted(Ink ink, Metrics metrics, Figure figure, String text) {
    return isSigned(figure) ? ink.signed(metrics.number(figure).orElse(0), text) : text;
  }

  /** {@code +12.35 %}; nothing has no sign. */
  static String signedPercent(double ratio) {
    return isNothing(ratio) ? percent(0) : Text.of("%+,.2f %%", ratio * 100);
  }

  /** {@code 12.35 %}. */
  static String percent(double ratio) {
    return Text.of("%,.2f %%", isNothing(ratio) ? 0 : ratio * 100);
  }

  private static boolean isNothing(double ratio) {
    return Math.abs(ratio) < HAIR;
  }

  /** Two decimals, or more where the amount is small. */
  static String money(double amount) {
    return amount != 0 && Math.abs(amount) < 1 ? Text.of("%.6f", amount) : Text.of("%,.2f", amount);
  }

  /** Exact, without trailing zeros. */
  static String exact(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static boolean isSigned(Figure figure) {
    return switch (figure) {
      case TOTAL_RETURN, CAGR, BUY_AND_HOLD_RETURN, BEST_DAY, WORST_DAY, MAX_DRAWDOWN -> true;
      default -> false;
    };
  }
}
