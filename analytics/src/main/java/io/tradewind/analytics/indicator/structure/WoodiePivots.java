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
 * Woodie's pivot points from the high H and low L of the session before and the open O of this one:
 * {@code p = (H + L + 2 O) / 4}, {@code r1 = 2 p - L}, {@code s1 = 2 p - H}, {@code r2 = p + (H -
 * L)}, {@code s2 = p - (H - L)}, {@code r3 = H + 2 (p - L)}, {@code s3 = L - 2 (H - p)}. Outputs: 0
 * p, then r1, r2, r3, s1, s2, s3. Ready after 1 bar; NaN until a session that was seen from its
 * beginning has ended (see {@link SessionCandle}), and for a session after one with a NaN in it.
 *
 * <p>Source: K. Wood ("Woodie"), as told in F. Ochoa (2010), "Secrets of a Pivot Boss". There are
 * two forms: this is Wood's own, with the open of the session that begins; the other has the close
 * of the session before in its place, for those who need the levels before the open.
 */
public final class WoodiePivots extends TimedBarIndicator {
  private static final ChoiceParameter SESSION = Session.parameter();

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STRUCTURE, "pivots-woodie", "Pivot points that weigh the open of this session")
          .source("K. Wood, in F. Ochoa (2010), Secrets of a Pivot Boss")
          .parameter(SESSION)
          .sparse("p", Unit.PRICE)
          .sparse("r1", Unit.PRICE)
          .sparse("r2", Unit.PRICE)
          .sparse("r3", Unit.PRICE)
          .sparse("s1", Unit.PRICE)
          .sparse("s2", Unit.PRICE)
          .sparse("s3", Unit.PRICE)
          .memory(Memory.SESSION)
          .makes(values -> new WoodiePivots(Session.of(values.get(SESSION))));

  private final SessionCandle sessions;

  /** Of the session before. */
  public WoodiePivots(Session session) {
    super(DEFINITION, 1);
    sessions = part(new SessionCandle(session));
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    sessions.update(openTimeNs, open, high, low, close);
    double h = sessions.previousHigh();
    double l = sessions.previousLow();
    double p = (h + l + 2 * sessions.open()) / 4.0;
    set(1, 2 * p - l);
    set(2, p + (h - l));
    set(3, h + 2 * (p - l));
    set(4, 2 * p - h);
    set(5, p - (h - l));
    set(6, l - 2 * (h - p));
    return publish(p);
  }
}
