package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class StatisticsIndicators {
  /** By class name. */
  public static final List<Definition> ALL =
      List.of(
          Autocorrelation.DEFINITION,
          AverageDeviation.DEFINITION,
          BarsSinceMax.DEFINITION,
          BarsSinceMin.DEFINITION,
          BarsSinceMinMax.DEFINITION,
          Beta.DEFINITION,
          Correlation.DEFINITION,
          CumulativeSum.DEFINITION,
          Decay.DEFINITION,
          Entropy.DEFINITION,
          Kurtosis.DEFINITION,
          LinearRegression.definition(LinearRegression.Figure.ANGLE),
          LinearRegression.definition(LinearRegression.Figure.END),
          LinearRegression.definition(LinearRegression.Figure.FORECAST),
          LinearRegression.definition(LinearRegression.Figure.INTERCEPT),
          LinearRegression.definition(LinearRegression.Figure.SLOPE),
          LogReturn.DEFINITION,
          MedianDeviation.DEFINITION,
          MinMax.DEFINITION,
          Mode.DEFINITION,
          PercentRank.DEFINITION,
          Percentile.DEFINITION,
          Quantile.DEFINITION,
          Range.DEFINITION,
          RankCorrelation.DEFINITION,
          RegressionChannel.DEFINITION,
          Rising.DEFINITION,
          RollingMax.DEFINITION,
          RollingMin.DEFINITION,
          RunningDrawdown.DEFINITION,
          RunningExtremes.DEFINITION,
          Skewness.DEFINITION,
          StandardDeviation.DEFINITION,
          Streak.DEFINITION,
          Sum.DEFINITION,
          Variance.DEFINITION,
          VarianceRatio.DEFINITION,
          ZScore.DEFINITION);

  private StatisticsIndicators() {}
}
