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
 * The candle of the session before, which is the last one that had bars. Outputs: 0 high, 1 low, 2
 * close, 3 open. Ready after 1 bar; NaN until a session that was seen from its beginning has ended
 * (see {@link SessionCandle}), and for a session after one with a NaN in it.
 */
public final class PreviousSession extends TimedBarIndicator {
  private static final ChoiceParameter SESSION = Session.parameter();

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STRUCTURE,
              "previous-session",
              "Open, high, low and close of the session before")
          .source("highest high, lowest low, first open and last close of the session before")
          .parameter(SESSION)
          .sparse("high", Unit.PRICE)
          .sparse("low", Unit.PRICE)
          .sparse("close", Unit.PRICE)
          .sparse("open", Unit.PRICE)
          .memory(Memory.SESSION)
          .makes(values -> new PreviousSession(Session.of(values.get(SESSION))));

  private final SessionCandle sessions;

  /** Of the session before. */
  public PreviousSession(Session session) {
    super(DEFINITION, 1);
    sessions = part(new SessionCandle(session));
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    sessions.update(openTimeNs, open, high, low, close);
    set(1, sessions.previousLow());
    set(2, sessions.previousClose());
    set(3, sessions.previousOpen());
    return publish(sessions.previousHigh());
  }
}
