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
 * Classic pivot points from the high H, low L and close C of the session before: {@code p = (H + L
 * + C) / 3}, {@code r1 = 2 p - L}, {@code s1 = 2 p - H}, {@code r2 = p + (H - L)}, {@code s2 = p -
 * (H - L)}, {@code r3 = H + 2 (p - L)}, {@code s3 = L - 2 (H - p)}. Outputs: 0 p, then r1, r2, r3,
 * s1, s2, s3. Ready after 1 bar; NaN until a session that was seen from its beginning has ended
 * (see {@link SessionCandle}), and for a session after one with a NaN in it.
 *
 * <p>Source: the floor traders of Chicago; in print J. L. Person (2004), "A Complete Guide to
 * Technical Trading Tactics", whose third levels these are. Some charts take {@code r3 = r1 + (H -
 * L)}, which is the same number.
 */
public final class ClassicPivots extends TimedBarIndicator {
  private static final ChoiceParameter SESSION = Session.parameter();

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STRUCTURE, "pivots-classic", "Pivot points of floor traders")
          .source("J. L. Person (2004), A Complete Guide to Technical Trading Tactics")
          .parameter(SESSION)
          .sparse("p", Unit.PRICE)
          .sparse("r1", Unit.PRICE)
          .sparse("r2", Unit.PRICE)
          .sparse("r3", Unit.PRICE)
          .sparse("s1", Unit.PRICE)
          .sparse("s2", Unit.PRICE)
          .sparse("s3", Unit.PRICE)
          .memory(Memory.SESSION)
          .makes(values -> new ClassicPivots(Session.of(values.get(SESSION))));

  private final SessionCandle sessions;

  /** Of the session before. */
  public ClassicPivots(Session session) {
    super(DEFINITION, 1);
    sessions = part(new SessionCandle(session));
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    sessions.update(openTimeNs, open, high, low, close);
    double h = sessions.previousHigh();
    double l = sessions.previousLow();
    double p = (h + l + sessions.previousClose()) / 3.0;
    set(1, 2 * p - l);
    set(2, p + (h - l));
    set(3, h + 2 * (p - l));
    set(4, 2 * p - h);
    set(5, p - (h - l));
    set(6, l - 2 * (h - p));
    return publish(p);
  }
}
