package io.tradewind.analytics.risk;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.statistics.Normal;
import io.tradewind.analytics.statistics.Sample;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How often losses were greater than the value at risk that had been told the day before, and what
 * two likelihood-ratio tests say about it. With T days, x exceedances among them and p the share
 * that was promised:
 *
 * <ul>
 *   <li>proportion of failures, whether there are too many or too few: {@code ratio = -2 ln((1 -
 *       p)^(T - x) p^x / ((1 - x / T)^(T - x) (x / T)^x))}. Source: P. Kupiec (1995), "Techniques
 *       for verifying the accuracy of risk measurement models", Journal of Derivatives 3(2).
 *   <li>independence, whether they come in clusters: {@code ratio = -2 ln((1 - q)^(n00 + n10)
 *       q^(n01 + n11) / ((1 - q0)^n00 q0^n01 (1 - q1)^n10 q1^n11))}, n the pairs of successive days
 *       by what each of the two was (1 an exceedance), q0 and q1 the shares of exceedances after a
 *       day without and with one, q that of both. Source: P. Christoffersen (1998), "Evaluating
 *       interval forecasts", International Economic Review 39.
 * </ul>
 *
 * <p>Each ratio is chi-square with one degree of freedom if the model is right; the p-value is the
 * probability of a ratio this great, so that below 0.05 the model is doubtful. {@code 0 ln 0}
 * counts as 0. Without days the first ratio, without pairs of days the second, is NaN.
 *
 * @param days T, how many days were judged
 * @param exceedances x, on how many the loss was greater
 * @param expected {@code p T}, how many were promised
 * @param proportionRatio Kupiec's ratio, 0 if as many came as were promised
 * @param proportionPValue 0 to 1
 * @param independenceRatio Christoffersen's ratio
 * @param independencePValue 0 to 1
 */
public record Exceedances(
    int days,
    int exceedances,
    double expected,
    double proportionRatio,
    double proportionPValue,
    double independenceRatio,
    double independencePValue) {

  /**
   * Tells each day's value at risk from the window before it and judges it by that day's return.
   *
   * @param dailyReturns {@code [days]}, finite fractions, oldest first
   * @param window how many returns the model sees, at least 1; as many days are not judged
   * @param confidence what the model promises, above 0.5 and below 1
   * @param model from a window of returns to the loss of the next day, such as {@code past ->
   *     ValueAtRisk.historical(past, level).loss()}
   * @throws IllegalArgumentException if the model tells NaN
   */
  public static Exceedances rolling(
      double[] dailyReturns, int window, double confidence, ToDoubleFunction<double[]> model) {
    Sample.requireFinite("dailyReturns", dailyReturns);
    Check.argument(window >= 1, "window must be >= 1, was %s", window);
    boolean[] exceeded = new boolean[Math.max(0, dailyReturns.length - window)];
    for (int i = 0; i < exceeded.length; i++) {
      double loss = model.applyAsDouble(Arrays.copyOfRange(dailyReturns, i, i + window));
      Check.argument(!Double.isNaN(loss), "the model must tell a loss, was %s", loss);
      exceeded[i] = -dailyReturns[i + window] > loss;
    }
    return of(exceeded, confidence);
  }

  /**
   * Of days that are judged already.
   *
   * @param exceeded {@code [days]}, oldest first
   * @param confidence what was promised, above 0.5 and below 1
   */
  public static Exceedances of(boolean[] exceeded, double confidence) {
    double promised = new RiskLevel(confidence, 1).tail();
    int count = 0;
    int[][] pairs = new int[2][2];
    for (int i = 0; i < exceeded.length; i++) {
      int today = exceeded[i] ? 1 : 0;
      count += today;
      if (i > 0) {
        pairs[exceeded[i - 1] ? 1 : 0][today]++;
      }
    }
    double proportion = proportionRatio(exceeded.length, count, promised);
    double independence = independenceRatio(pairs);
    return new Exceedances(
        exceeded.length,
        count,
        promised * exceeded.length,
        proportion,
        Normal.chiSquareTail(proportion),
        independence,
        Normal.chiSquareTail(independence));
  }

  private static double proportionRatio(int days, int count, double promised) {
    if (days == 0) {
      return Double.NaN;
    }
    double seen = logLikelihood(days - count, count, (double) count / days);
    return ratio(logLikelihood(days - count, count, promised), seen);
  }

  private static double independenceRatio(int[][] pairs) {
    int without = pairs[0][0] + pairs[1][0];
    int with = pairs[0][1] + pairs[1][1];
    if (without + with == 0) {
      return Double.NaN;
    }
    double alike = logLikelihood(without, with, share(without, with));
    double apart = 0;
    for (int[] after : pairs) {
      apart += logLikelihood(after[0], after[1], share(after[0], after[1]));
    }
    return ratio(alike, apart);
  }

  private static double share(int without, int with) {
    return without + with == 0 ? 0 : (double) with / (without + with);
  }

  /** Of so many days without and with an exceedance, if each has the probability. */
  private static double logLikelihood(int without, int with, double probability) {
    double none = without == 0 ? 0 : without * StrictMath.log1p(-probability);
    double some = with == 0 ? 0 : with * StrictMath.log(probability);
    return none + some;
  }

  /** Not below 0, where rounding might put it. */
  private static double ratio(double restricted, double free) {
    return Math.max(0, 2 * (free - restricted));
  }
}
