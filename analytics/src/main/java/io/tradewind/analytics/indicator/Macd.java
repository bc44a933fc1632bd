package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Moving average convergence divergence: {@code macd = ema(fast) - ema(slow)}, {@code signal =
 * ema(macd)}, {@code histogram = macd - signal}. Outputs: 0 macd, 1 signal, 2 histogram. Ready, all
 * three together, after {@code slow + signal - 1} values. Source: G. Appel (2005), "Technical
 * Analysis: Power Tools for Active Investors". As TA-Lib's MACD: both averages are seeded at the
 * same bar, so the fast one leaves out the first {@code slow - fast} values. TA-Lib swaps the
 * lengths if fast is the longer; here that is refused.
 */
public final class Macd implements SeriesIndicator {
  private final int skipped;
  private final int warmup;
  private final Ema fastEma;
  private final Ema slowEma;
  private final Ema signalEma;
  private int seen;
  private double macd = Double.NaN;
  private double signal = Double.NaN;

  /**
   * Of two averages.
   *
   * @param fast length, at least 2, usually 12
   * @param slow length, above fast, usually 26
   * @param signal length, at least 1, usually 9
   */
  public Macd(int fast, int slow, int signal) {
    Check.argument(fast >= 2, "fast must be >= 2, was %s", fast);
    Check.argument(slow > fast, "slow must be > fast, was %s", slow);
    this.skipped = slow - fast;
    this.warmup = slow + signal - 1;
    this.fastEma = new Ema(fast);
    this.slowEma = new Ema(slow);
    this.signalEma = new Ema(signal);
  }

  @Override
  public double update(double value) {
    seen = Math.min(seen + 1, warmup);
    double slow = slowEma.update(value);
    double fast = seen > skipped ? fastEma.update(value) : Double.NaN;
    if (slowEma.isReady()) {
      double line = fast - slow;
      signal = signalEma.update(line);
      macd = isReady() ? line : Double.NaN;
    }
    return macd;
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> macd;
      case 1 -> signal;
      case 2 -> macd - signal;
      default -> throw new IllegalArgumentException("output must be 0 to 2, was " + output);
    };
  }

  @Override
  public int warmup() {
    return warmup;
  }

  @Override
  public boolean isReady() {
    return seen == warmup;
  }

  @Override
  public void reset() {
    fastEma.reset();
    slowEma.reset();
    signalEma.reset();
    seen = 0;
    macd = Double.NaN;
    signal = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("macd", 1).writeInt(seen).writeDouble(macd).writeDouble(signal);
    fastEma.save(out);
    slowEma.save(out);
    signalEma.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("macd", 1);
    seen = in.readInt();
    macd = in.readDouble();
    signal = in.readDouble();
    fastEma.load(in);
    slowEma.load(in);
    signalEma.load(in);
  }
}
