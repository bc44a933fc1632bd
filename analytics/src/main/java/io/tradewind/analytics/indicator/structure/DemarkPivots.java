package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.TimedBarIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.session.Session;
import io.tradewind.analytics.session.SessionCandle;

/**
 * DeMark's projected range from the open O, high H, low L and close C of the session before: {@code
 * x = H + 2 L + C} if it fell ({@code C < O}), {@code 2 H + L + C} if it rose, {@code H + L + 2 C}
 * if it did neither; then the high of this session is expected at {@code r1 = x / 2 - L}, its low
 * at {@code s1 = x / 2 - H}, with {@code p = x / 4} between. Outputs: 0 p, 1 r1, 2 s1; there are no
 * others. Ready after 1 bar; NaN until a session that was seen from its beginning has ended (see
 * {@link SessionCandle}), and for a session after one with a NaN in it.
 *
 * <p>Source: T. R. DeMark (1994), "The New Science of Technical Analysis", daily range projections;
 * {@code p} is what charts add.
 */
public final class DemarkPivots extends TimedBarIndicator {
  private static final ChoiceParameter SESSION = Session.parameter();

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STRUCTURE, "pivots-demark", "Projected range of T. DeMark")
          .source("T. R. DeMark (1994), The New Science of Technical Analysis")
          .parameter(SESSION)
          .sparse("p", Unit.PRICE)
          .sparse("r1", Unit.PRICE)
          .sparse("s1", Unit.PRICE)
          .memory(Memory.SESSION)
          .makes(values -> new DemarkPivots(Session.of(values.get(SESSION))));

  private final SessionCandle sessions;

  /** Of the session before. */
  public DemarkPivots(Session session) {
    super(DEFINITION, 1);
    sessions = part(new SessionCandle(session));
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    sessions.update(openTimeNs, open, high, low, close);
    double h = sessions.previousHigh();
    double l = sessions.previousLow();
    double o = sessions.previousOpen();
    double c = sessions.previousClose();
    double x = h + l + c + (c < o ? l : c > o ? h : c);
    return publish(x / 4, x / 2 - l, x / 2 - h);
  }
}
