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
 * The session as it stands, with this bar: its open, its highest high and its lowest low. Outputs:
 * 0 high, 1 low, 2 open. Ready after 1 bar; NaN in the first session unless its first bar opens
 * with it (see {@link SessionCandle}), and until the end of a session with a NaN in it. For a
 * breakout compare with the bar before, since a bar cannot leave a range that contains it.
 */
public final class SessionRange extends TimedBarIndicator {
  private static final ChoiceParameter SESSION = Session.parameter();

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STRUCTURE, "session-range", "Open, high and low of the session so far")
          .source("highest high and lowest low since the session began")
          .parameter(SESSION)
          .sparse("high", Unit.PRICE)
          .sparse("low", Unit.PRICE)
          .sparse("open", Unit.PRICE)
          .memory(Memory.SESSION)
          .makes(values -> new SessionRange(Session.of(values.get(SESSION))));

  private final SessionCandle sessions;

  /** Of the session as it stands. */
  public SessionRange(Session session) {
    super(DEFINITION, 1);
    sessions = part(new SessionCandle(session));
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    sessions.update(openTimeNs, open, high, low, close);
    return publish(sessions.high(), sessions.low(), sessions.open());
  }
}
