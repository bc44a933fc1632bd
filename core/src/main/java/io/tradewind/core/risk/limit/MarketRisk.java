package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.risk.CorrelationTracker;
import io.tradewind.analytics.risk.RiskLevel;
import io.tradewind.analytics.risk.ValueAtRisk;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.analytics.statistics.Normal;
import io.tradewind.core.time.Utc;
import java.util.Arrays;

/**
 * What is known of the daily returns of all instruments: variances and correlations, exponentially
 * weighted about a mean of 0 (J.P. Morgan and Reuters, 1996, "RiskMetrics Technical Document", 4th
 * edition, section 5.2, lambda 0.94), and the returns of the last days. A day's price is the last
 * before midnight UTC; the return of a day is known with the first event of a later one, and is
 * missing where one of its two prices is. Days without any event have no returns.
 *
 * <p>Until {@value #WARMUP} returns have been seen, an instrument is taken to move by the assumed
 * volatility and each pair by a correlation of 1: what is not known is held to be bad, but does not
 * forbid everything.
 */
public final class MarketRisk implements Stateful {
  /** Returns before an estimate is told. */
  public static final int WARMUP = 20;

  /** What an instrument of which nothing is known moves in a day: 5 %. */
  public static final double ASSUMED_VOLATILITY = 0.05;

  /** Days that are kept. */
  private static final int DAYS = 250;

  /** Rows of which a quantile at 95 % can be taken: three are beyond it. */
  private static final int LEAST_ROWS = 60;

  private final int instruments;
  private final CorrelationTracker correlations;

  /** Returns by day, a ring, {@code [DAYS][instruments]}. */
  private final double[][] days;

  /** Prices of the day under way and of the one before; NaN where there is none. */
  private final double[] prices;

  private final double[] before;
  private final double[] squares;
  private final double[] weights;
  private final long[] seen;
  private int next;
  private int size;
  private long day = Long.MIN_VALUE;

  /** Before any price. */
  public MarketRisk(int instruments) {
    Check.argument(instruments >= 1, "instruments must be >= 1, was %s", instruments);
    this.instruments = instruments;
    this.correlations =
        new CorrelationTracker(Math.max(2, instruments), ValueAtRisk.LAMBDA, WARMUP);
    this.days = new double[DAYS][Math.max(2, instruments)];
    this.prices = new double[instruments];
    this.before = new double[instruments];
    this.squares = new double[instruments];
    this.weights = new double[instruments];
    this.seen = new long[instruments];
    Arrays.fill(prices, Double.NaN);
    Arrays.fill(before, Double.NaN);
  }

  /** Takes a price in any one unit above 0, none of an earlier day than the last. */
  public void onPrice(long timeNs, int instrument, double price) {
    Check.argument(
        price > 0 && price < Double.POSITIVE_INFINITY, "a price must be > 0, at %s", timeNs);
    long today = Utc.epochDay(timeNs);
    if (today > day) {
      endDay(today);
      day = today;
    }
    prices[instrument] = price;
  }

  private void endDay(long today) {
    if (day == Long.MIN_VALUE) {
      return;
    }
    double[] row = days[next];
    Arrays.fill(row, Double.NaN);
    for (int i = 0; i < instruments; i++) {
      row[i] = prices[i] / before[i] - 1;
      learn(i, row[i]);
    }
    correlations.update(row);
    next = next + 1 == DAYS ? 0 : next + 1;
    size = Math.min(size + 1, DAYS);
    System.arraycopy(prices, 0, before, 0, instruments);
    if (today > day + 1) {
      Arrays.fill(before, Double.NaN);
    }
    Arrays.fill(prices, Double.NaN);
  }

  private void learn(int i, double r) {
    if (Double.isFinite(r)) {
      squares[i] = ValueAtRisk.LAMBDA * squares[i] + r * r;
      weights[i] = ValueAtRisk.LAMBDA * weights[i] + 1;
      seen[i]++;
    }
  }

  /** How many instruments there are. */
  public int instruments() {
    return instruments;
  }

  /** Standard deviation of a day's return, assumed until known. */
  public double volatility(int instrument) {
    return seen[instrument] < WARMUP
        ? ASSUMED_VOLATILITY
        : Math.sqrt(squares[instrument] / weights[instrument]);
  }

  /** Of the returns of two instruments, -1 to 1, 1 until known. */
  public double correlation(int a, int b) {
    double known = correlations.correlation(a, b);
    return Double.isNaN(known) ? 1 : known;
  }

  /** Of the returns of a day, from what is known and what is assumed. */
  public double covariance(int a, int b) {
    return correlation(a, b) * volatility(a) * volatility(b);
  }

  /**
   * How much an instrument moves with another: {@code covariance / variance of the other} (W.
   * Sharpe, 1963, "A simplified model for portfolio analysis", Management Science 9); 1 until both
   * are known, and while the other has not moved.
   */
  public double beta(int instrument, int reference) {
    double variance = covariance(reference, reference);
    boolean isKnown = seen[instrument] >= WARMUP && seen[reference] >= WARMUP && variance > 0;
    return isKnown ? covariance(instrument, reference) / variance : 1;
  }

  /**
   * What a day may lose at a level, as a ratio of equity, of a portfolio that is held as it is: the
   * historical value at risk of the days on which all that is held had a return, if there are
   * {@value #LEAST_ROWS}; else that of a normal distribution with these covariances.
   *
   * @param exposures {@code [instruments]}, notional over equity, below 0 for shorts
   */
  public double valueAtRisk(double[] exposures, RiskLevel level) {
    double[] returns = new double[size];
    int rows = 0;
    for (int i = 0; i < size; i++) {
      double r = portfolioReturn(days[i], exposures);
      if (Double.isFinite(r)) {
        returns[rows++] = r;
      }
    }
    if (rows >= Math.max(LEAST_ROWS, level.days())) {
      return ValueAtRisk.historical(Arrays.copyOf(returns, rows), level).loss();
    }
    double z = Normal.quantile(level.confidence());
    return z * Math.sqrt(variance(exposures) * level.days());
  }

  private double portfolioReturn(double[] row, double[] exposures) {
    double sum = 0;
    for (int i = 0; i < instruments; i++) {
      sum += exposures[i] == 0 ? 0 : exposures[i] * row[i];
    }
    return sum;
  }

  /** Of a portfolio's daily return; exposures as in {@link #valueAtRisk}. At least 0. */
  public double variance(double[] exposures) {
    double sum = 0;
    for (int i = 0; i < instruments; i++) {
      sum += exposures[i] * covarianceWith(i, exposures);
    }
    return Math.max(0, sum);
  }

  /** Of one instrument's daily return with a portfolio's. */
  public double covarianceWith(int instrument, double[] exposures) {
    double sum = 0;
    for (int j = 0; j < instruments; j++) {
      sum += exposures[j] == 0 ? 0 : exposures[j] * covariance(instrument, j);
    }
    return sum;
  }

  @Override
  public void save(StateWriter out) {
    out.section("market-risk", 1).writeLong(day).writeInt(next).writeInt(size);
    correlations.save(out);
    for (double[] row : days) {
      out.writeDoubles(row);
    }
    out.writeDoubles(prices).writeDoubles(before).writeDoubles(squares).writeDoubles(weights);
    out.writeLongs(seen);
  }

  @Override
  public void load(StateReader in) {
    in.section("market-risk", 1);
    day = in.readLong();
    next = in.readCount(DAYS - 1);
    size = in.readCount(DAYS);
    correlations.load(in);
    for (double[] row : days) {
      in.readDoubles(row);
    }
    in.readDoubles(prices);
    in.readDoubles(before);
    in.readDoubles(squares);
    in.readDoubles(weights);
    in.readLongs(seen);
  }
}
