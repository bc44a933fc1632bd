package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.TimedBarIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.session.Session;
import io.tradewind.analytics.session.SessionCandle;

/**
 * Three levels on either side of a pivot p, from the high H and low L of the session before: {@code
 * r1 = 2 p - L}, {@code s1 = 2 p - H}, {@code r2 = p + (H - L)}, {@code s2 = p - (H - L)}, {@code
 * r3 = H + 2 (p - L)}, {@code s3 = L - 2 (H - p)}. Those who extend it say what p is.
 */
abstract class FloorPivots extends TimedBarIndicator {
  static final ChoiceParameter SESSION = Session.parameter();

  private final SessionCandle sessions;

  FloorPivots(Definition definition, Session session) {
    super(definition, 1);
    sessions = part(new SessionCandle(session));
  }

  /** The outputs of all. */
  static Definition.Draft outputs(Definition.Draft draft) {
    return draft
        .sparse("p", Unit.PRICE)
        .sparse("r1", Unit.PRICE)
        .sparse("r2", Unit.PRICE)
        .sparse("r3", Unit.PRICE)
        .sparse("s1", Unit.PRICE)
        .sparse("s2", Unit.PRICE)
        .sparse("s3", Unit.PRICE);
  }

  @Override
  public final double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    sessions.update(openTimeNs, open, high, low, close);
    double h = sessions.previousHigh();
    double l = sessions.previousLow();
    double p = pivot(sessions);
    set(1, 2 * p - l);
    set(2, p + (h - l));
    set(3, h + 2 * (p - l));
    set(4, 2 * p - h);
    set(5, p - (h - l));
    set(6, l - 2 * (h - p));
    return publish(p);
  }

  /** NaN until there is one. */
  abstract double pivot(SessionCandle candles);
}
