package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Wilder's parabolic stop, the part that {@link ParabolicSar} and {@link ExtendedParabolicSar}
 * share; the rules are said there.
 */
final class ParabolicStop implements Resettable {
  /** First speed, its step, its maximum. What is above the maximum counts as the maximum. */
  record Speed(double first, double step, double maximum) {
    Speed {
      first = Math.min(first, maximum);
      step = Math.min(step, maximum);
    }
  }

  private final double start;
  private final double offset;
  private final Speed longSpeed;
  private final Speed shortSpeed;
  private int seen;
  private boolean isLong;
  private double speed;
  private double extreme;
  private double stop;
  private double previousHigh;
  private double previousLow;

  ParabolicStop(double start, double offset, Speed longSpeed, Speed shortSpeed) {
    this.start = start;
    this.offset = offset;
    this.longSpeed = longSpeed;
    this.shortSpeed = shortSpeed;
  }

  /** The stop for this bar, negative if the position is short after it; NaN for the first bar. */
  double update(double high, double low) {
    double result = Double.NaN;
    if (seen == 1) {
      begin(high, low);
    }
    if (seen > 0) {
      result = isLong ? whileLong(high, low) : whileShort(high, low);
    }
    seen = Math.min(seen + 1, 2);
    previousHigh = high;
    previousLow = low;
    return Double.isNaN(high) || Double.isNaN(low) ? Double.NaN : result;
  }

  private void begin(double high, double low) {
    double down = previousLow - low;
    isLong = start == 0 ? !(down > 0 && down > high - previousHigh) : start > 0;
    speed = isLong ? longSpeed.first : shortSpeed.first;
    extreme = isLong ? high : low;
    if (start == 0) {
      stop = isLong ? previousLow : previousHigh;
    } else {
      stop = Math.abs(start);
    }
    previousHigh = high;
    previousLow = low;
  }

  private double whileLong(double high, double low) {
    if (low <= stop) {
      double turned = above(extreme, high) * (1.0 + offset);
      isLong = false;
      speed = shortSpeed.first;
      extreme = low;
      stop = above(turned + speed * (extreme - turned), high);
      return -turned;
    }
    double now = stop;
    if (high > extreme) {
      extreme = high;
      speed = Math.min(speed + longSpeed.step, longSpeed.maximum);
    }
    stop = below(stop + speed * (extreme - stop), low);
    return now;
  }

  private double whileShort(double high, double low) {
    if (high >= stop) {
      double turned = below(extreme, low) * (1.0 - offset);
      isLong = true;
      speed = longSpeed.first;
      extreme = high;
      stop = below(turned + speed * (extreme - turned), low);
      return turned;
    }
    double now = stop;
    if (low < extreme) {
      extreme = low;
      speed = Math.min(speed + shortSpeed.step, shortSpeed.maximum);
    }
    stop = above(stop + speed * (extreme - stop), high);
    return -now;
  }

  private double above(double price, double high) {
    return Math.max(price, Math.max(previousHigh, high));
  }

  private double below(double price, double low) {
    return Math.min(price, Math.min(previousLow, low));
  }

  @Override
  public void reset() {
    seen = 0;
    isLong = false;
    speed = 0;
    extreme = 0;
    stop = 0;
    previousHigh = 0;
    previousLow = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(seen).writeBoolean(isLong).writeDouble(speed).writeDouble(extreme);
    out.writeDouble(stop).writeDouble(previousHigh).writeDouble(previousLow);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readCount(2);
    isLong = in.readBoolean();
    speed = in.readDouble();
    extreme = in.readDouble();
    stop = in.readDouble();
    previousHigh = in.readDouble();
    previousLow = in.readDouble();
  }
}
