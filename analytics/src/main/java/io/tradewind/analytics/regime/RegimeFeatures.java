package io.tradewind.analytics.regime;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.statistics.StandardDeviation;
import io.tradewind.analytics.indicator.trend.Adx;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link HiddenMarkovRegime} observes of each bar. Features: 0 the natural logarithm of the
 * realised volatility, which is the population standard deviation of the last log returns, at least
 * 1e-9; 1 the natural logarithm of the ADX, at least 1. Both are nearer to normal than what they
 * are the logarithms of, and NaN until ready.
 */
public final class RegimeFeatures implements Resettable {
  /** How many features there are. */
  public static final int COUNT = 2;

  /** The place of the logarithm of the realised volatility. */
  static final int VOLATILITY = 0;

  /** The place of the logarithm of the ADX. */
  static final int TREND = 1;

  private static final double LEAST_VOLATILITY = 1e-9;
  private static final double LEAST_ADX = 1;

  private final Adx adx;
  private final StandardDeviation deviation;
  private final int warmup;
  private double previousClose = Double.NaN;
  private int seen;

  /**
   * With lengths in bars.
   *
   * @param adxLength at least 2
   * @param volatilityLength at least 2
   */
  public RegimeFeatures(int adxLength, int volatilityLength) {
    this.adx = new Adx(adxLength);
    this.deviation = new StandardDeviation(volatilityLength);
    this.warmup = Math.max(adx.warmup(), volatilityLength + 1);
  }

  /** Takes the next closed bar; prices are finite and above 0. */
  public void update(double open, double high, double low, double close, double volume) {
    adx.update(open, high, low, close, volume);
    if (seen > 0) {
      deviation.update(StrictMath.log(close / previousClose));
    }
    previousClose = close;
    seen = Math.min(seen + 1, warmup);
  }

  /**
   * Writes the features of the last bar.
   *
   * @param into {@code [features]}
   */
  public void copyTo(double[] into) {
    Check.argument(into.length == COUNT, "there must be room for 2 features, was %s", into.length);
    into[VOLATILITY] = StrictMath.log(Math.max(deviation.value(), LEAST_VOLATILITY));
    into[TREND] = StrictMath.log(Math.max(adx.value(), LEAST_ADX));
  }

  /**
   * Feeds whole arrays through these features, as they stand, to fit a model to. All arrays are
   * {@code [bars]} and of one length.
   *
   * @return {@code [bars that were ready][features]}
   */
  public double[][] batch(
      double[] open, double[] high, double[] low, double[] close, double[] volume) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < close.length; i++) {
      update(open[i], high[i], low[i], close[i], volume[i]);
      if (isReady()) {
        double[] row = new double[COUNT];
        copyTo(row);
        rows.add(row);
      }
    }
    return rows.toArray(double[][]::new);
  }

  /** Bars until both stand. */
  public int warmup() {
    return warmup;
  }

  /** Whether both stand. */
  public boolean isReady() {
    return seen == warmup;
  }

  @Override
  public void reset() {
    adx.reset();
    deviation.reset();
    previousClose = Double.NaN;
    seen = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.section("regime-features", 1).writeInt(seen).writeDouble(previousClose);
    adx.save(out);
    deviation.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("regime-features", 1);
    seen = in.readCount(warmup);
    previousClose = in.readDouble();
    adx.load(in);
    deviation.load(in);
  }
}
