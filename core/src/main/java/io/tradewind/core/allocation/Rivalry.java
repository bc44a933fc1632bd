package io.tradewind.core.allocation;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.analytics.statistics.Sample;
import java.util.Arrays;
import java.util.Locale;

/**
 * A strategy beside its challenger, such as one live and one on paper, by the differences of their
 * returns of the same days. The interval of the mean difference has the percentiles of the means of
 * resampled records: blocks of days, whose lengths are geometric, drawn with replacement from the
 * record closed to a circle. Source: D. Politis and J. Romano (1994), "The stationary bootstrap",
 * Journal of the American Statistical Association 89.
 *
 * @param verdict what can be told
 * @param days of the record
 * @param meanDifference of the daily returns, challenger less the other; NaN of a record that is
 *     too short, as are the bounds
 * @param low lower bound of the interval
 * @param high upper bound of the interval
 * @param text in words, with figures
 */
public record Rivalry(
    Verdict verdict, int days, double meanDifference, double low, double high, String text) {

  /** What can be told of a challenger. */
  public enum Verdict {
    /** The whole interval lies above 0. */
    CHALLENGER_BETTER("the challenger is better"),
    /** The whole interval lies below 0. */
    CHALLENGER_WORSE("the challenger is worse"),
    /** The interval holds 0, or the record is too short. */
    NOT_YET_KNOWN("which is better is not yet known");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }

  /**
   * Compares.
   *
   * @param live {@code [days]} simple returns, finite
   * @param challenger {@code [days]} those of the same days
   */
  public static Rivalry between(double[] live, double[] challenger, RivalrySettings settings) {
    Check.argument(
        live.length == challenger.length,
        "records must be of the same days: %s and %s",
        live.length,
        challenger.length);
    Sample.requireFinite("live", live);
    Sample.requireFinite("challenger", challenger);
    if (live.length < settings.minDays()) {
      return tooShort(live.length, settings.minDays());
    }
    double[] differences = new double[live.length];
    Arrays.setAll(differences, day -> challenger[day] - live[day]);
    double[] means = resampledMeans(differences, settings);
    double tail = (1 - settings.confidence()) / 2;
    double low = Sample.quantile(means, tail);
    double high = Sample.quantile(means, 1 - tail);
    return told(Sample.mean(differences), low, high, differences.length, settings.confidence());
  }

  private static Rivalry tooShort(int days, int minDays) {
    Verdict verdict = Verdict.NOT_YET_KNOWN;
    String text =
        String.format(
            Locale.ROOT, "%s: %d of %d days that are needed", verdict.text(), days, minDays);
    return new Rivalry(verdict, days, Double.NaN, Double.NaN, Double.NaN, text);
  }

  private static Rivalry told(double mean, double low, double high, int days, double confidence) {
    Verdict verdict =
        low > 0
            ? Verdict.CHALLENGER_BETTER
            : high < 0 ? Verdict.CHALLENGER_WORSE : Verdict.NOT_YET_KNOWN;
    String text =
        String.format(
            Locale.ROOT,
            "%s: %+.4f %% a day over %d days, between %+.4f and %+.4f with %.1f %% confidence",
            verdict.text(),
            100 * mean,
            days,
            100 * low,
            100 * high,
            100 * confidence);
    return new Rivalry(verdict, days, mean, low, high, text);
  }

  /** Sorted. */
  private static double[] resampledMeans(double[] values, RivalrySettings settings) {
    SplitMix random = new SplitMix(settings.seed());
    double[] means = new double[settings.resamples()];
    for (int i = 0; i < means.length; i++) {
      means[i] = resampledMean(values, 1 / settings.meanBlock(), random);
    }
    Arrays.sort(means);
    return means;
  }

  private static double resampledMean(double[] values, double ending, SplitMix random) {
    double sum = 0;
    int day = random.nextInt(values.length);
    for (int i = 0; i < values.length; i++) {
      sum += values[day];
      boolean ends = random.nextDouble() < ending;
      day = ends ? random.nextInt(values.length) : (day + 1) % values.length;
    }
    return sum / values.length;
  }
}
