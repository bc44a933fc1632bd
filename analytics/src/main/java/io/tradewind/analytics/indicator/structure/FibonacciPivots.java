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
 * Fibonacci pivot points from the high H, low L and close C of the session before: {@code p = (H +
 * L + C) / 3} and above and below it 0.382, 0.618 and 1 times {@code H - L}. Outputs: 0 p, then r1,
 * r2, r3, s1, s2, s3. Ready after 1 bar; NaN until a session that was seen from its beginning has
 * ended (see {@link SessionCandle}), and for a session after one with a NaN in it.
 *
 * <p>Source: the pivot of the floor traders (J. L. Person (2004), "A Complete Guide to Technical
 * Trading Tactics") with the ratios of R. Fischer (1993), "Fibonacci Applications and Strategies
 * for Traders", rounded to three digits as charts do.
 */
public final class FibonacciPivots extends TimedBarIndicator {
  private static final ChoiceParameter SESSION = Session.parameter();

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STRUCTURE, "pivots-fibonacci", "Pivot points with levels at Fibonacci ratios")
          .source("R. Fischer (1993), Fibonacci Applications and Strategies for Traders")
          .parameter(SESSION)
          .sparse("p", Unit.PRICE)
          .sparse("r1", Unit.PRICE)
          .sparse("r2", Unit.PRICE)
          .sparse("r3", Unit.PRICE)
          .sparse("s1", Unit.PRICE)
          .sparse("s2", Unit.PRICE)
          .sparse("s3", Unit.PRICE)
          .memory(Memory.SESSION)
          .makes(values -> new FibonacciPivots(Session.of(values.get(SESSION))));

  private final SessionCandle sessions;

  /** Of the session before. */
  public FibonacciPivots(Session session) {
    super(DEFINITION, 1);
    sessions = part(new SessionCandle(session));
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    sessions.update(openTimeNs, open, high, low, close);
    double range = sessions.previousHigh() - sessions.previousLow();
    double p = (sessions.previousHigh() + sessions.previousLow() + sessions.previousClose()) / 3.0;
    set(1, p + 0.382 * range);
    set(2, p + 0.618 * range);
    set(3, p + range);
    set(4, p - 0.382 * range);
    set(5, p - 0.618 * range);
    set(6, p - range);
    return publish(p);
  }
}
