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
 * Camarilla pivot points: around the close C of the session before, parts of 1.1 times its range
 * {@code H - L}: a twelfth, a sixth, a quarter and a half. Outputs: 0 {@code p = (H + L + C) / 3},
 * then r1, r2, r3, r4, s1, s2, s3, s4. Ready after 1 bar; NaN until a session that was seen from
 * its beginning has ended (see {@link SessionCandle}), and for a session after one with a NaN in
 * it.
 *
 * <p>Source: N. Scott (1989), "The Camarilla Equation", passed on by traders; in print F. Ochoa
 * (2010), "Secrets of a Pivot Boss". The first two levels are used little; the third are to turn
 * the price, the fourth to let it go.
 */
public final class CamarillaPivots extends TimedBarIndicator {
  private static final ChoiceParameter SESSION = Session.parameter();

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STRUCTURE, "pivots-camarilla", "Camarilla pivot points around the last close")
          .source(
              "N. Scott (1989), The Camarilla Equation, in F. Ochoa (2010), Secrets of a Pivot Boss")
          .parameter(SESSION)
          .sparse("p", Unit.PRICE)
          .sparse("r1", Unit.PRICE)
          .sparse("r2", Unit.PRICE)
          .sparse("r3", Unit.PRICE)
          .sparse("r4", Unit.PRICE)
          .sparse("s1", Unit.PRICE)
          .sparse("s2", Unit.PRICE)
          .sparse("s3", Unit.PRICE)
          .sparse("s4", Unit.PRICE)
          .memory(Memory.SESSION)
          .makes(values -> new CamarillaPivots(Session.of(values.get(SESSION))));

  private final SessionCandle sessions;

  /** Of the session before. */
  public CamarillaPivots(Session session) {
    super(DEFINITION, 1);
    sessions = part(new SessionCandle(session));
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    sessions.update(openTimeNs, open, high, low, close);
    double h = sessions.previousHigh();
    double l = sessions.previousLow();
    double c = sessions.previousClose();
    double range = 1.1 * (h - l);
    set(1, c + range / 12);
    set(2, c + range / 6);
    set(3, c + range / 4);
    set(4, c + range / 2);
    set(5, c - range / 12);
    set(6, c - range / 6);
    set(7, c - range / 4);
    set(8, c - range / 2);
    return publish((h + l + c) / 3.0);
  }
}
