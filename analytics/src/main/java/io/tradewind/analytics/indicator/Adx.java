package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Average directional movement index, 0 to 100, with its two directional indicators. Outputs: 0
 * adx, 1 plusDi, 2 minusDi.
 *
 * <p>A bar's movement up is {@code high - high'}, down {@code low' - low}; the larger counts if it
 * is above 0, the other is 0. Both and the {@link TrueRange} are smoothed as {@code sum = sum - sum
 * / length + x}, begun with the plain sum of the first {@code length - 1}. Then {@code di = 100
 * movement / range}, {@code dx = 100 |plusDi - minusDi| / (plusDi + minusDi)}, and adx is Wilder's
 * mean of dx. Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems", section IV,
 * without his rounding to integers.
 *
 * <p>Ready, all three together, after {@code 2 length} bars. As TA-Lib's ADX, PLUS_DI and MINUS_DI;
 * the latter two give values from bar {@code length + 1} on, which here are held back. Where dx is
 * undefined (no range, no movement) the adx stays as it was, and before the first adx counts as 0;
 * a directional indicator without range is 0.
 */
public final class Adx implements BarIndicator {
  private final int length;
  private final WilderMean adx;
  private int seen;
  private double previousHigh = Double.NaN;
  private double previousLow = Double.NaN;
  private double previousClose = Double.NaN;
  private double plusMovement;
  private double minusMovement;
  private double range;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public Adx(int length) {
    Check.argument(length >= 2, "length must be >= 2, was %s", length);
    this.length = length;
    this.adx = new WilderMean(length);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    if (seen > 0) {
      decay();
      move(high - previousHigh, previousLow - low);
      range += TrueRange.of(high, low, previousClose);
    }
    if (seen >= length) {
      average();
    }
    seen = Math.min(seen + 1, length);
    previousHigh = high;
    previousLow = low;
    previousClose = close;
    return adx.value();
  }

  private void decay() {
    if (seen >= length) {
      plusMovement -= plusMovement / length;
      minusMovement -= minusMovement / length;
      range -= range / length;
    }
  }

  private void move(double up, double down) {
    if (down > 0 && up < down) {
      minusMovement += down;
    } else if (up > 0 && up > down) {
      plusMovement += up;
    }
  }

  private void average() {
    double movement = plusMovement + minusMovement;
    if (range != 0 && movement != 0) {
      adx.update(100.0 * (Math.abs(plusMovement - minusMovement) / movement));
    } else if (!adx.isReady()) {
      adx.update(0.0);
    }
  }

  private double directionalIndicator(double movement) {
    if (!isReady()) {
      return Double.NaN;
    }
    return range == 0 ? 0.0 : 100.0 * (movement / range);
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> adx.value();
      case 1 -> directionalIndicator(plusMovement);
      case 2 -> directionalIndicator(minusMovement);
      default -> throw new IllegalArgumentException("output must be 0 to 2, was " + output);
    };
  }

  @Override
  public int warmup() {
    return 2 * length;
  }

  @Override
  public boolean isReady() {
    return adx.isReady();
  }

  @Override
  public void reset() {
    adx.reset();
    seen = 0;
    previousHigh = Double.NaN;
    previousLow = Double.NaN;
    previousClose = Double.NaN;
    plusMovement = 0;
    minusMovement = 0;
    range = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.section("adx", 1).writeInt(seen);
    out.writeDouble(previousHigh).writeDouble(previousLow).writeDouble(previousClose);
    out.writeDouble(plusMovement).writeDouble(minusMovement).writeDouble(range);
    adx.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("adx", 1);
    seen = in.readInt();
    previousHigh = in.readDouble();
    previousLow = in.readDouble();
    previousClose = in.readDouble();
    plusMovement = in.readDouble();
    minusMovement = in.readDouble();
    range = in.readDouble();
    adx.load(in);
  }
}
