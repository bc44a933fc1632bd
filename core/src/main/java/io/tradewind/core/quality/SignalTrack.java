package io.tradewind.core.quality;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.Arrays;

/** The last closes of an instrument with the signals that were given at them. */
final class SignalTrack implements Stateful {
  private final double[] closes;

  /** 1 for a long, -1 for a short, 0 for none. */
  private final double[] signs;

  private int last;

  SignalTrack(int furthest) {
    closes = new double[furthest + 1];
    signs = new double[furthest + 1];
    Arrays.fill(closes, Double.NaN);
  }

  void onBar(double close) {
    last = last + 1 == closes.length ? 0 : last + 1;
    closes[last] = close;
    signs[last] = 0;
  }

  /** Before there is a close nothing can come of a signal. */
  void onSignal(int sign) {
    signs[last] = closes[last] > 0 ? sign : 0;
  }

  /** Whether a signal was given so many bars ago. */
  boolean hasSignal(int bars) {
    return signs[slot(bars)] != 0;
  }

  /** What has come of that signal since, as a ratio of the price; above 0 where it was right. */
  double signedReturn(int bars) {
    int slot = slot(bars);
    return signs[slot] * (closes[last] / closes[slot] - 1);
  }

  private int slot(int bars) {
    int slot = last - bars;
    return slot < 0 ? slot + closes.length : slot;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(last).writeDoubles(closes).writeDoubles(signs);
  }

  @Override
  public void load(StateReader in) {
    last = in.readCount(closes.length - 1);
    in.readDoubles(closes);
    in.readDoubles(signs);
  }
}
