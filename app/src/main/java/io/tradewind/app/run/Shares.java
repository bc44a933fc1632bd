package io.tradewind.app.run;

import io.tradewind.analytics.check.NearMiss;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.number.FixedPoint;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the capital is shared among strategies: as told, and what is left equally. */
public final class Shares {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String NAMED = "(allocation.shares, --share)";

  private Shares() {}

  /**
   * Shares in percent, in the order of the strategies; together at most 100, and 100 where all are
   * told.
   *
   * @param given each such as {@code momentum=60%}
   * @throws UserMistake if they are no shares, of no such strategy, or do not add up
   */
  public static List<BigDecimal> of(List<String> strategies, List<String> given) {
    Map<String, BigDecimal> told = told(strategies, given);
    BigDecimal left =
        HUNDRED.subtract(told.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    int others = strategies.size() - told.size();
    if (left.signum() < 0 || (others > 0 ? left.signum() == 0 : left.signum() != 0)) {
      throw new UserMistake(
          "the shares of the strategies must add up to 100 %, "
              + HUNDRED.subtract(left).toPlainString()
              + " % are given"
              + (others > 0 ? ", and nothing is left for the other " + others + " " : " ")
              + NAMED);
    }
    return strategies.stream()
        .map(name ->
            told.containsKey(name)
                ? told.get(name)
                : left.divide(BigDecimal.valueOf(others), MathContext.DECIMAL128))
        .toList();
  }

  private static Map<String, BigDecimal> told(List<String> strategies, List<String> given) {
    Map<String, BigDecimal> told = new LinkedHashMap<>();
    for (String one : given) {
      int sign = one.indexOf('=');
      String name = one.substring(0, Math.max(0, sign)).strip();
      if (!strategies.contains(name)) {
        throw new UserMistake(
            "a share must be STRATEGY=PERCENT of a strategy of the run, was '"
                + one
                + "' "
                + NAMED
                + NearMiss.question(name, strategies));
      }
      if (told.put(name, percent(one.substring(sign + 1).strip(), one)) != null) {
        throw new UserMistake("the shares name " + name + " twice " + NAMED);
      }
    }
    return told;
  }

  private static BigDecimal percent(String text, String whole) {
    boolean isPercent = text.matches("\\d+(\\.\\d+)?\\s*%");
    BigDecimal percent =
        isPercent ? new BigDecimal(text.substring(0, text.length() - 1).strip()) : BigDecimal.ZERO;
    if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
      throw new UserMistake(
          "a share must be a part of the capital above 0 % and up to 100 %, such as momentum=60%,"
              + " was '"
              + whole
              + "' "
              + NAMED);
    }
    return percent;
  }

  /** Parts of an amount that add up to it; the last takes what rounding leaves. */
  static List<Long> parts(long amount, List<BigDecimal> percents) {
    List<Long> parts = new ArrayList<>();
    long left = amount;
    for (int i = 0; i < percents.size() - 1; i++) {
      BigDecimal part = percents.get(i).multiply(FixedPoint.toDecimal(amount, 2));
      long rounded = part.setScale(0, RoundingMode.DOWN).longValueExact();
      parts.add(rounded);
      left -= rounded;
    }
    parts.add(left);
    return parts;
  }
}
