package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Relative strength index, 0 to 100: {@code 100 gain / (gain + loss)}, gain and loss being Wilder's
 * means of the rises and of the falls; 0 if there was neither. Ready after {@code length + 1}
 * values. Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems", section VI. As
 * TA-Lib's RSI, which may take a sum of very small moves as none; here only exact zero is.
 */
public final class Rsi implements SeriesIndicator {
  private final int length;
  private final WilderMean gain;
  private final WilderMean loss;
  private double previous = Double.NaN;
  private boolean begun;
  private double rsi = Double.NaN;

  /**
   * Over the last changes.
   *
   * @param length at least 2, usually 14
   */
  public Rsi(int length) {
    Check.argument(length >= 2, "length must be >= 2, was %s", length);
    this.length = length;
    this.gain = new WilderMean(length);
    this.loss = new WilderMean(length);
  }

  @Override
  public double update(double value) {
    double change = value - previous;
    previous = value;
    if (!begun) {
      begun = true;
      return rsi;
    }
    double up = gain.update(Math.max(change, 0.0));
    double down = loss.update(Math.max(-change, 0.0));
    if (gain.isReady()) {
      rsi = up + down == 0 ? 0.0 : 100.0 * (up / (up + down));
    }
    return rsi;
  }

  @Override
  public double value(int output) {
    return rsi;
  }

  @Override
  public int warmup() {
    return length + 1;
  }

  @Override
  public boolean isReady() {
    return gain.isReady();
  }

  @Override
  public void reset() {
    gain.reset();
    loss.reset();
    previous = Double.NaN;
    begun = false;
    rsi = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("rsi", 1).writeBoolean(begun).writeDouble(previous).writeDouble(rsi);
    gain.save(out);
    loss.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("rsi", 1);
    begun = in.readBoolean();
    previous = in.readDouble();
    rsi = in.readDouble();
    gain.load(in);
    loss.load(in);
  }
}
