package io.tradewind.analytics.session;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * The candle of the session as it stands and the whole one of the session before, which is the last
 * one that had bars. What belongs to a session that was not seen from its beginning (see {@link
 * SessionClock}) is NaN. So is a candle that holds a NaN, and nothing after it.
 */
public final class SessionCandle implements Resettable {
  private final SessionClock clock;
  private double open;
  private double high;
  private double low;
  private double close;
  private double previousOpen;
  private double previousHigh;
  private double previousLow;
  private double previousClose;

  /** Before the first bar. */
  public SessionCandle(Session session) {
    clock = new SessionClock(session);
    forget();
  }

  private void forget() {
    open = Double.NaN;
    high = Double.NaN;
    low = Double.NaN;
    close = Double.NaN;
    previousOpen = Double.NaN;
    previousHigh = Double.NaN;
    previousLow = Double.NaN;
    previousClose = Double.NaN;
  }

  /** Takes the next bar and returns whether it begins a session. */
  public boolean update(
      long openTimeNs, double barOpen, double barHigh, double barLow, double barClose) {
    boolean begins = clock.begins(openTimeNs);
    if (begins) {
      previousOpen = open;
      previousHigh = high;
      previousLow = low;
      previousClose = close;
      open = clock.isWhole() ? barOpen : Double.NaN;
      high = clock.isWhole() ? barHigh : Double.NaN;
      low = clock.isWhole() ? barLow : Double.NaN;
    } else {
      high = Math.max(high, barHigh);
      low = Math.min(low, barLow);
    }
    close = clock.isWhole() ? barClose : Double.NaN;
    return begins;
  }

  /** Open of the session. */
  public double open() {
    return open;
  }

  /** Highest high of the session so far. */
  public double high() {
    return high;
  }

  /** Lowest low of the session so far. */
  public double low() {
    return low;
  }

  /** Open of the session before. */
  public double previousOpen() {
    return previousOpen;
  }

  /** Highest high of the session before. */
  public double previousHigh() {
    return previousHigh;
  }

  /** Lowest low of the session before. */
  public double previousLow() {
    return previousLow;
  }

  /** Last close of the session before. */
  public double previousClose() {
    return previousClose;
  }

  @Override
  public void reset() {
    clock.reset();
    forget();
  }

  @Override
  public void save(StateWriter out) {
    clock.save(out);
    out.writeDouble(open).writeDouble(high).writeDouble(low).writeDouble(close);
    out.writeDouble(previousOpen).writeDouble(previousHigh);
    out.writeDouble(previousLow).writeDouble(previousClose);
  }

  @Override
  public void load(StateReader in) {
    clock.load(in);
    open = in.readDouble();
    high = in.readDouble();
    low = in.readDouble();
    close = in.readDouble();
    previousOpen = in.readDouble();
    previousHigh = in.readDouble();
    previousLow = in.readDouble();
    previousClose = in.readDouble();
  }
}
